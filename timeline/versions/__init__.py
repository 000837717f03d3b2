"""Texts of one article at different times: which are of one, and which of their events are the same.

Begin with `resemblance.py`, and for events with `matching.py`.
"""
