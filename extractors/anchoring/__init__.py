"""What a time counts from: the story (*the next day*), an event (*two days after the vote*), a saying, a history.

`linked_times.py` brings them together; what each link makes of a date is for `timeline`.
"""
