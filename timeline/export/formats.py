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
    asks_for_notes: bool = False
    """Whether it is for readers, who see a person's notes only where these are asked for."""

    def write(self, timeline: "Timeline", entries: "Sequence[Entry]", *, notes: bool = False) -> str:
        """`entries` of `timeline`, in their order, in this form, inert: a file is looked at in a terminal too."""
        module, function = self.writer.split(":")
        options = {"notes": notes} if self.asks_for_notes else {}
        return inert(getattr(import_module(f"timeline.export.{module}"), function)(timeline, entries, **options))


FORMATS: Mapping[str, Format] = {
    "markdown": Format("Markdown", ".md", "markdown:write_markdown", asks_for_notes=True),
    "json": Format("JSON", ".json", "json_document:write_json"),
    "csv": Format("CSV", ".csv", "spreadsheet:write_csv"),
}
"""Every form of export, by the name that the command line and the app know it by."""


_ALSO: Mapping[str, tuple[str, ...]] = {
    "markdown": ("md", "mkd", "mdown", "txt", "text", "plain"),
    "jsonl": ("ndjson", "jsonlines", "lines"),
}
"""What people call forms, and how files in them end: Markdown is made to be read as plain text too."""

_INSTEAD: Mapping[str, tuple[str, ...]] = {
    "csv opens in every spreadsheet": ("xlsx", "xls", "excel", "ods", "tsv"),
    "csv has the dates of each event in columns": ("ics", "ical", "calendar"),
    "dateline extract -f timeml writes it, of articles": ("timeml", "tml", "xml"),
    "pandoc makes it of the Markdown: dateline export | pandoc -o FILE": (
        *("pdf", "docx", "doc", "word", "odt", "rtf"),
        *("html", "htm", "epub", "latex", "tex"),
    ),
}
"""By what comes next to them, forms that are asked for and that there are not."""


def form_of(name: str) -> str:
    """The form that a person means by a name or the ending of a file; of one that there is not, the name.

    >>> form_of("MD"), form_of(".csv"), form_of("pdf")
    ('markdown', 'csv', 'pdf')
    """
    plain = name.strip().lower().removeprefix(".")
    return next((form for form, names in _ALSO.items() if plain in names), plain)


def instead_of(form: str) -> str:
    """What comes next to a form that there is not, in words; empty where nothing does."""
    return next((says for says, names in _INSTEAD.items() if form in names), "")


def labels() -> str:
    """Their labels, for a sentence.

    >>> labels()
    'Markdown, JSON or CSV'
    """
    *others, last = (form.label for form in FORMATS.values())
    return f"{', '.join(others)} or {last}"


def export(
    timeline: "Timeline",
    entries: "Sequence[Entry]",
    format: str,  # noqa: A002 (the field's own word)
    *,
    notes: bool = False,
) -> str:
    """`entries` of `timeline`, in their order, in one of `FORMATS`; for readers without a person's notes.

    It depends on nothing but what is exported: no clock, time zone, locale, or path of this machine.

    Raises:
        ValueError: There is no such form; the message lists those there are.
    """
    if format not in FORMATS:
        raise ValueError(f"“{format}” is no form of export; there are {', '.join(FORMATS)}")
    return FORMATS[format].write(timeline, entries, notes=notes)
