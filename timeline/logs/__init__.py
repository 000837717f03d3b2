"""Logs of corrections beside each other: which edits are the same, in which order they stand, how two are one.

Begin with `identity.py`.
"""
