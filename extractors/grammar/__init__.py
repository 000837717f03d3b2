"""Tags, sentences and the parse, read off what the encoder says of each word.

Begin with `component.py`. A pipeline of spaCy's that is given instead brings its own.
"""
