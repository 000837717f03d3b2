"""What changes in a reading when an article is told otherwise, and must not: no gold is needed.

Begin with `__main__.py`, the figures, or `changes.py`, the ways to tell an article otherwise, one at a time.
"""
