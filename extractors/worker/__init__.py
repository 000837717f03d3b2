"""Reading in other processes: it makes no key wait, imports nothing from the current folder, and can be ended.

Begin with `process.py`: a `ReadingProcess` starts `__main__.py` and watches over it. `readers.py` has several of them,
`limits.py` how much an article may take, `messages.py` what is said between them, `harvest.py` what is done in them.
"""
