"""Texts of one article at different times: which are of one, what stands where in the other, what is the same in both.

Begin with `resemblance.py`.
"""
