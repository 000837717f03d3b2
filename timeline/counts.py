"""Counts in words, for whatever a person reads."""


def counted(number: int, noun: str, *, grouped: bool = False) -> str:
    """`1 event`, `3 events`; grouped, `12,000 events`."""
    figure = f"{number:,}" if grouped else str(number)
    return f"{figure} {noun}" if number == 1 else f"{figure} {noun}s"
