"""How grammar is read of a text: set plainly, as in the corpora that it is learned from.

What is no matter to a reader makes a parser err: a line break within a paragraph or a second space, which a tokenizer
takes for a word, the kind of a dash, or *5 March* where it mostly saw *March 5*. Begin with `reading.py`: `plain` gives
the words that are parsed for those of a doc, and `with_grammar_of` gives what was read of them back to the doc.
"""
