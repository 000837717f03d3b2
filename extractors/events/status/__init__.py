"""How surely an event is told: one list of rules, in `status.py`, and what they are read from."""
