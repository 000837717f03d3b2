"""The table of the forms of export, and the one function that writes them.

A writer is imported when it writes, so that the command line can name the forms and still answer at once.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from timeline.inert import inert

if TYPE_CHECKING:
    from timeline.collection import Entry, Timeline


@dataclass(frozen=True)
class Format:
    """A form of export."""

    label: str
    suffix: str
    """Of a file in this form, with its dot."""
    writer: str
    """The function that composes it, as `module:function` of this package."""

    def write(self, timeline: "Timeline", entries: "Sequence[Entry]") -> str:
        """`entries` of `timeline`, in their order, in this form, inert: a file is looked at in a terminal too."""
        module, function = self.writer.split(":")
        return inert(getattr(import_module(f"timeline.export.{module}"), function)(timeline, entries))


FORMATS: Mapping[str, Format] = {
    "markdown": Format("Markdown", ".md", "markdown:write_markdown"),
    "json": Format("JSON", ".json", "json_document:write_json"),
    "csv": Format("CSV", ".csv", "spreadsheet:write_csv"),
}
"""Every form of export, by the name that the command line and the app know it by."""


def labels() -> str:
    """Their labels, for a sentence.

    >>> labels()
    'Markdown, JSON or CSV'
    """
    *others, last = (form.label for form in FORMATS.values())
    return f"{', '.join(others)} or {last}"


def export(timeline: "Timeline", entries: "Sequence[Entry]", format: str) -> str:  # noqa: A002 (the field's own word)
    """`entries` of `timeline`, in their order, in one of `FORMATS`.

    It depends on nothing but what is exported: no clock, time zone, locale, or path of this machine.

    Raises:
        ValueError: There is no such form; the message lists those there are.
    """
    if format not in FORMATS:
        raise ValueError(f"“{format}” is no form of export; there are {', '.join(FORMATS)}")
    return FORMATS[format].write(timeline, entries)
