"""Reading in a process of its own, so that it never makes a key wait: `python -m extractors.worker`.

Begin with `__main__.py`; `messages.py` is what it and the app say to each other, `harvest.py` what it does.
"""
