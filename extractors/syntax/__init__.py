"""The grammar of a parsed sentence, the same whether its parse has the labels of UD or of CLEAR.

Begin with `clauses.py`; `schemes.py` is where the two kinds of labels become one tree.
"""
