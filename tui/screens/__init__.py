"""Full screens and dialogs.

Begin with `view.py` and `dialog.py`, the frames of the two.
"""
