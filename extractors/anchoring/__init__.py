"""What a time counts from: the story (*the next day*), an event (*two days after the vote*), a saying, a history.

Begin with `linked_times.py`, which brings them together; what each link makes of a date is for `timeline`.
"""
