"""The parts that screens are made of.

Begin with `rows.py` and `page.py`: a list of any length, and text to read.
"""
