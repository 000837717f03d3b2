"""What a person is told when something cannot be read."""


class ReadError(Exception):
    """One input that could not be read: what it was, why, and what to do about it."""

    def __init__(self, origin: str, reason: str, advice: str = "") -> None:
        super().__init__(origin, reason, advice)
        self.origin = origin
        """The path, address or row, such as `news.jsonl, line 7`."""
        self.reason = reason
        self.advice = advice

    def __str__(self) -> str:
        return f"{self.origin}: {self.explanation}"

    @property
    def explanation(self) -> str:
        """The reason with the advice, if there is any."""
        return f"{self.reason} ({self.advice})" if self.advice else self.reason


class Unreadable(Exception):  # noqa: N818 - a state, as in `raise Unreadable("is empty")`
    """A reason not to read something, raised where its origin is not known."""

    def __init__(self, reason: str, advice: str = "") -> None:
        super().__init__(reason, advice)
        self.reason = reason
        self.advice = advice
