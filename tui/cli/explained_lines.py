"""What `explain` says of each line of an article's timeline, and why: its date, its status, its source.

And of each time expression, which lines it dates, or why none.
"""

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


def went(extraction: "Extraction", index: int) -> str:
    """Where a time expression of the article went."""
    from timeline.model import Tie

    article = extraction.article
    own = [f"“{one.title}”" for one in extraction.assertions if one.time == index and one.tie is not Tie.SCENE]
    of_scene = sum(one.time == index and one.tie is Tie.SCENE for one in extraction.assertions)
    scene = f"the scene of {of_scene} more" if of_scene else ""
    if own or scene:
        return f"dates {' and '.join([*own, *([scene] if scene else [])])}"
    because = article.time_expressions[index].unused_because
    from_it = [f"“{one.text}”" for one in article.time_expressions if one.told and one.told.expression == index]
    counted = f"; {', '.join(from_it)} {'counts' if len(from_it) == 1 else 'count'} from it" if from_it else ""
    return f"{because.says if because is not None else 'dates no line'}{counted}"


def _reasons(assertion: "Assertion", names: dict[str, str]) -> Iterator[str]:
    from timeline.dates.edtf import describe
    from timeline.model import Polarity, Tie
    from timeline.when import chain

    if assertion.tie is not Tie.OWN:
        date = "undated" if assertion.when.is_open else describe(assertion.when)
        yield folded(one_line(f"date {date}: {chain(assertion.when.derivation)}"), "      ", "  ")
    denied = ", denied" if assertion.polarity is Polarity.NEGATIVE else ""
    for label, value, because in (
        ("status", f"{assertion.status}{denied}", assertion.status_because),
        ("source", names.get(assertion.source, "the article"), assertion.source_because),
    ):
        why = f": {because.says}" if because is not None else ""
        yield folded(one_line(f"{label} {value}{why}"), "      ", "  ")
