"""What a person sees: the command line and the Textual app.

Begin with `cli` for the commands, with `app.py` for the app, and with `actions.py` for its keys.
"""
