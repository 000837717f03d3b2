"""What `explain` says of each line of an article's timeline: its status and its source, and why it has them."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from timeline.inert import one_line
from tui.cli.console import folded

if TYPE_CHECKING:
    from timeline.model import Assertion, Extraction


def explained_lines(extraction: "Extraction", start: int, end: int) -> Iterator[str]:
    """The lines that the text between two characters tells, in its order."""
    from timeline.model import SourceKind

    speakers = (source for source in extraction.sources if source.kind is not SourceKind.OUTLET)
    names = {source.id: source.name for source in speakers}
    for assertion in extraction.assertions:
        if start <= assertion.trigger[0] < end:
            yield folded(one_line(f"• {assertion.title}"), "    ", "  ")
            yield from _reasons(assertion, names)


def _reasons(assertion: "Assertion", names: dict[str, str]) -> Iterator[str]:
    from timeline.model import Polarity

    denied = ", denied" if assertion.polarity is Polarity.NEGATIVE else ""
    for label, value, because in (
        ("status", f"{assertion.status}{denied}", assertion.status_because),
        ("source", names.get(assertion.source, "the article"), assertion.source_because),
    ):
        why = f": {because.says}" if because is not None else ""
        yield folded(one_line(f"{label} {value}{why}"), "      ", "  ")
