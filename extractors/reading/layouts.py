"""Text files whose lines are laid out as no prose is: chats, subtitles, logs, program source, tables."""

import re

from extractors.reading.formats import CHAT, LOG, SOURCE, SUBTITLES, TABLE, Format
from extractors.reading.tables import is_table

_HOUR = r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:[ \u00a0\u202f]?[AaPp]\.?[Mm]\.?)?"
_STAMP = rf"\d{{1,4}}[./-]\d{{1,2}}[./-]\d{{2,4}},? +(?:at +)?{_HOUR}"
_LAYOUTS: tuple[tuple[str, int, float, Format], ...] = (
    (rf"[\u200e\u200f]?(?:\[{_STAMP}\]|{_STAMP} [-–]) [^:\n]{{1,60}}: ", 2, 0.25, CHAT),
    (rf"[^\n\[]{{1,60}}, \[{_STAMP}\]:?$", 2, 0.2, CHAT),
    (r"\[\d{1,2}-[A-Z][a-z]{2}-\d{2,4} \d\d:\d\d(?: [AP]M)?\] \S", 2, 0.25, CHAT),
    (r"\[?\d\d:\d\d(?::\d\d)?\]? +<[@+% ]?[\w\[\]\\`^{}|-]+> ", 3, 0.5, CHAT),
    (r"\d?\d:\d\d(?::\d\d)?[,.]\d{3} *--> *\d?\d:\d\d", 2, 0.1, SUBTITLES),
    (
        r"\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d\S* +(?:\S+ +){0,2}"
        r"\[?(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|FATAL|CRITICAL)\b",
        3,
        0.5,
        LOG,
    ),
    (r"(?:<\d+>)?[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \S+ [\w./()-]+(?:\[\d+\])?: ", 3, 0.5, LOG),
    (r"\S+ \S+ \S+ \[\d\d/[A-Z][a-z]{2}/\d{4}:\d\d:\d\d:\d\d [+-]\d{4}\] \"", 2, 0.5, LOG),
    (
        r"\s*(?:import \w[\w.]*$|import \{|from [\w.]+ import |def \w+\(|class \w+[(:]|#include\b|@\w+(?:\(.*\))?$"
        r"|(?:var|let|const) \w+ ?=|elif .*:$|else:$|try:$|except\b.*:$|for \w+ in .*:$|if .*:$|return\b|self\.\w+"
        r"|\w+ = \S|\w+\(.*\)$|INSERT INTO |CREATE TABLE )",
        5,
        0.5,
        SOURCE,
    ),
)
"""How lines look; how many of them there must be, which share of all lines, and what the text is then."""

_LAYOUT = tuple((re.compile(pattern), least, share, format_) for pattern, least, share, format_ in _LAYOUTS)
_SAMPLE = 500_000
_MOST_LINES = 300
_LONGEST_LINE = 2_000
"""Characters, lines, and characters of a line that are looked at: what a file is shows in its first pages."""
_MARKDOWN = (".md", ".markdown")
_TABLES = (".csv", ".tsv")
_BRACES = 0.008
"""A larger share of single braces is program source or a style sheet; prose has none, wiki markup has pairs."""


def by_layout(text: str, suffix: str = "") -> Format | None:
    """What a text is, if its lines show that it is no prose.

    Args:
        text: A whole text that is no page of HTML.
        suffix: That of its name in lower case; a table is sooner believed from `.csv`.
    """
    spaced = [line[:_LONGEST_LINE] for line in text[:_SAMPLE].strip().split("\n")[:_MOST_LINES]]
    lines = [line for line in spaced if line.strip()]
    for pattern, least, share, format_ in _LAYOUT:
        if sum(1 for line in lines if pattern.match(line)) >= max(least, share * len(lines)):
            return format_
    if suffix not in _MARKDOWN and _has_braces("\n".join(lines)):
        return SOURCE
    declared = suffix in _TABLES
    return TABLE if (declared or lines == spaced) and is_table(lines, declared=declared) else None


def _has_braces(sample: str) -> bool:
    single = sample.count("{") + sample.count("}") - 2 * (sample.count("{{") + sample.count("}}"))
    return single >= 10 and single > _BRACES * len(sample)
