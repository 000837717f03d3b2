"""The ways from a meaning to a date, a file for each; `timeline.dates.resolve` composes them.

Begin with `context.py`: what an expression counts from is in its `Context`. `derivation.py` writes the steps that are
shown.
"""
