"""Texts in quotation marks, for whatever a person reads."""

_SINGLE = str.maketrans("“”", "‘’")


def quoted(text: str) -> str:
    """A text in quotation marks.

    >>> quoted("Lind: “We sank”")
    '“Lind: ‘We sank’”'
    """
    return f"“{within(text)}”"


def within(text: str) -> str:
    """A text as it stands within quotation marks: its own are single there."""
    return text.translate(_SINGLE)
