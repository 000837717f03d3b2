"""What a doc shows before its events are read: its grammar, times and names, and who says what.

Begin with `event_context.py`.
"""
