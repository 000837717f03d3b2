"""The date grammar: words become typed pieces, rules combine neighbours; what is left as a time is a finding.

Begin with `english.py`, which has the layers in their order; `composition.py` applies them.
"""
