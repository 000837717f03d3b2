"""From a meaning to a date: calendars, EDTF, TIMEX3, dates as people type them, and how often each kind is right.

Begin with `resolve.py`, a pure function of a meaning and what is known around it; `article_dates.py` does it for all
that an article holds.
"""
