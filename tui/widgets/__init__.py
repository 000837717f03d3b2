"""The parts that screens are made of.

Begin with `row_list.py` and `page.py`: a list of any length, and text to read.
"""
