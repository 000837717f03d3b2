"""The forms in which a timeline leaves dateline: the same events always give the same text, byte for byte.

Begin here: `FORMATS` names the file of each.
"""

from collections.abc import Callable, Mapping, Sequence

import msgspec

from timeline.collection import Entry, Timeline
from timeline.export.json_document import write_json
from timeline.export.markdown import write_markdown
from timeline.export.spreadsheet import write_csv
from timeline.inert import inert


class Format(msgspec.Struct, frozen=True):
    """A form of export."""

    label: str
    suffix: str
    """Of a file in this form, with its dot."""
    compose: Callable[[Timeline, Sequence[Entry]], str]

    def write(self, timeline: Timeline, entries: Sequence[Entry]) -> str:
        """`entries` of `timeline`, in their order, in this form, inert: a file is looked at in a terminal too."""
        return inert(self.compose(timeline, entries))


FORMATS: Mapping[str, Format] = {
    "markdown": Format("Markdown", ".md", write_markdown),
    "json": Format("JSON", ".json", write_json),
    "csv": Format("CSV", ".csv", write_csv),
}
"""Every form of export, by the name that the command line and the app know it by."""


def export(timeline: Timeline, entries: Sequence[Entry], format: str) -> str:  # noqa: A002 (the field's own word)
    """`entries` of `timeline`, in their order, in one of `FORMATS`.

    It depends on nothing but what is exported: no clock, time zone, locale, or path of this machine.

    Raises:
        ValueError: There is no such form; the message lists those there are.
    """
    if format not in FORMATS:
        raise ValueError(f"“{format}” is no form of export; there are {', '.join(FORMATS)}")
    return FORMATS[format].write(timeline, entries)
