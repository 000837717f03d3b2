"""How surely an event is told: one list of rules, and what they are read from.

Begin with `status.py`, the list.
"""
