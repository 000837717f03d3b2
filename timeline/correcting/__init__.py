"""What a person's corrections make of the records that were read: a file for each kind of record.

Begin with `events.py`: most corrections set one field of one event.
"""
