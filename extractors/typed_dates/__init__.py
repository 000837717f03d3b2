"""Dates as people type them: for `--date`, in corrections, in a filter.

Begin with `reading.py`, which has the order in which a text is tried; importing this package imports nothing more.
"""
