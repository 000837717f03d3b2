"""Text files that begin as no article does: mail, feeds, XML, JSON, subtitles, calendars, program source.

They are known by their first characters, whatever they are called. Read as prose they would give events that nobody
reported; each rule is strict enough to pass over prose.
"""

import re
from collections.abc import Iterator

import msgspec

from extractors.reading.formats import CHAT, COPY, SOURCE, SUBTITLES, Format

_HEAD = 8192
"""Characters in which a format shows what it is."""
_PLAIN = "save it as plain text or HTML"

_MAIL = Format("a mail", COPY)
_FEED = Format("a news feed", "give the addresses of its articles, or save them as pages")
_REFERENCES = Format("a list of references")
_LINK = Format("a link to a page", "give the address that is in it")
_ARCHIVED = Format("a saved web archive", "open it in a browser and save the page as HTML")
_DRAWING = Format("a drawing (SVG)")
_MAP = Format("map data")
_WIRE = Format("agency news in XML", _PLAIN)
_OFFICE_XML = Format("an office document in XML", _PLAIN)

EXPORT = Format("what dateline exported of a timeline", "give the articles that it was made from")
LINES = Format("a timeline of dateline as lines", "take it into a timeline with `dateline import FILE`")

_OPENINGS: tuple[tuple[str, Format], ...] = (
    (r"\{\\rtf", Format("RTF", "save it as plain text or HTML in a word processor")),
    (r"%!PS|%!\s", Format("PostScript", "make text of it first, with `ps2ascii` for one")),
    (
        r"(?:%[^\n]*\n\s*)*\\(?:documentclass|documentstyle|begin\{|usepackage)",
        Format("LaTeX", "make text of it first, with `detex` or `pandoc`"),
    ),
    (r"BEGIN:VCALENDAR", Format("a calendar (iCalendar)")),
    (r"BEGIN:VCARD", Format("a list of contacts (vCard)")),
    (r"WEBVTT(?:\s|$)", SUBTITLES),
    (r"\d+\s*\n\d\d?:\d\d:\d\d[,.]\d{1,3}\s*-->", SUBTITLES),
    (r"\[Script Info\]", SUBTITLES),
    (r"\d?\d:\d\d:\d\d\.\d{3},\d?\d:\d\d:\d\d\.\d{3}\s*\n", SUBTITLES),
    (r"WARC/\d", _ARCHIVED),
    (r"HTTP/\d(?:\.\d)? \d{3}", Format("an answer of a web server with its headers", "save the page alone")),
    (r"\[InternetShortcut\]|\[Desktop Entry\]", _LINK),
    (r"From \S+ +(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) (?:[A-Z][a-z]{2}) +\d", Format("a mailbox (mbox)", COPY)),
    (r"#!\s*/|<\?php\b|diff --git |(?:---|\+\+\+) a/", SOURCE),
    (r"-----BEGIN [A-Z0-9 ]+-----", Format("a key, certificate or encrypted message")),
    (r"@(?:article|book|misc|online|techreport|inproceedings|incollection)\s*\{", _REFERENCES),
    (r"# Chronology\s*\n\s*[\d,]+ events? reported in [\d,]+ article", EXPORT),
    (r"date,edtf,earliest,latest,precision,uncertain,event,", EXPORT),
    (r'\{"table":\s*"\w+",\s*"key":\s*"[^"\n]{1,80}",\s*"row":\s*\{', LINES),
    (r"TY {1,2}- [A-Z]+\s*\n|%0 [A-Z][\w ]+\n", _REFERENCES),
)
"""How a text begins, white space left out, and what it is then."""

_OPENING = re.compile("|".join(f"({pattern})" for pattern, _ in _OPENINGS))

_XML = re.compile(
    r"(?P<declared><\?xml[^>]{0,300}\?>)?+"
    r"(?:\s++|<!--(?:(?!-->).)*+-->|<\?(?:(?!\?>).)*+\?>|<!DOCTYPE[^>\[]{0,500}(?:\[[^\]]{0,4000}\]\s*)?>)*+"
    r"<(?P<root>[A-Za-z][\w.:-]{0,60}+)",
    re.DOTALL,
)
_ROOTS = {
    "rss": _FEED,
    "feed": _FEED,
    "RDF": _FEED,
    "opml": Format("a list of feeds (OPML)", _FEED.advice),
    "urlset": Format("a map of a site"),
    "sitemapindex": Format("a map of a site"),
    "svg": _DRAWING,
    "tt": SUBTITLES,
    "kml": _MAP,
    "gpx": _MAP,
    "plist": Format("an Apple property list"),
    "TimeML": Format("TimeML", "give the article that it was made from"),
    "nitf": _WIRE,
    "newsItem": _WIRE,
    "newsMessage": _WIRE,
    "NewsML": _WIRE,
    "FictionBook": Format("an e-book", "make text of it first, with Calibre for one"),
    "wordDocument": _OFFICE_XML,
    "document": _OFFICE_XML,
    "Workbook": Format("a spreadsheet in XML", _PLAIN),
}
"""Root elements of XML, without their prefix."""
_ROOTS_ALONE = frozenset({"rss", "feed", "RDF", "opml", "urlset", "svg", "tt", "kml", "gpx", "plist", "TimeML", "nitf"})
"""Those that are believed without an XML declaration; pages may begin with `<article>` or `<p>`."""

_HEADER = re.compile(r"(?P<name>[A-Za-z][A-Za-z0-9-]{1,40}):[ \t]*(?P<value>[^\n]*(?:\n[ \t][^\n]*)*)(?:\n|\Z)")
_MACHINE = {
    "mime-version",
    "message-id",
    "received",
    "return-path",
    "delivered-to",
    "content-type",
    "content-transfer-encoding",
    "dkim-signature",
    "in-reply-to",
    "x-mailer",
}
"""Headers that only a mail program writes; a memorandum too has lines for from, to, date and subject."""

_TELEGRAM = 'class="message default clearfix'

_JSON_START = re.compile(r'\[?\s*\{\s*(?:"(?:[^"\\\n]|\\.){0,60}"\s*:|\})')
_KEY = re.compile(r'[{,]\s*"((?:[^"\\\n]|\\.){0,60})"\s*:')
_CHAT_KEYS = (
    {"ts", "user"},
    {"ts", "type"},
    {"messages", "type"},
    {"sender_name", "timestamp_ms"},
    {"conversationId"},
)
_TIMELINE = re.compile(r'\{\s*"(?:actors|articles|edits)"\s*:\s*\{\s*(?:\}|"\w+"\s*:\s*\{)')
_EXPORT = re.compile(r'\{\s*"schema"\s*:\s*"dateline-timeline"')
"""How the snapshot of a timeline and its JSON export begin."""
TIMELINE = Format("a timeline of dateline", "open it with `dateline FILE`, not as an article")
_JSON = Format("JSON", 'of JSON lines, one {"text": …, "date": …} an article, dateline reads each: give --jsonl')


def by_opening(text: str) -> Format | None:
    """What a text is, if the way it begins shows that it is neither prose nor a page."""
    start = text[: 8 * _HEAD].replace("\r\n", "\n").replace("\r", "\n").lstrip()[:_HEAD]
    if opening := _OPENING.match(start):
        return _OPENINGS[(opening.lastindex or 1) - 1][1]
    if _TELEGRAM in text[: 8 * _HEAD]:
        return CHAT
    return _xml(start) or _mail(start) or _json(text, start)


def _xml(start: str) -> Format | None:
    found = _XML.match(start)
    if not found:
        return None
    root = found["root"].rpartition(":")[2]
    if root.lower() == "html":
        return None
    if not found["declared"] and root not in _ROOTS_ALONE:
        return None
    return _ROOTS.get(root, Format(f"XML ({root})", _PLAIN))


def _mail(start: str) -> Format | None:
    headers = dict(_headers(start))
    names = headers.keys()
    if len(names) < 3:
        return None
    if names & _MACHINE and names & {"from", "to", "subject", "date", "content-type"}:
        if "multipart/related" in headers.get("content-type", "").lower():
            return _ARCHIVED
        return _MAIL
    printed = "@" in headers.get("from", "") and names & {"date", "sent"} and names & {"to", "subject"}
    return _MAIL if printed else None


def _headers(start: str) -> Iterator[tuple[str, str]]:
    """The lines `Name: value` that a text begins with."""
    place = 0
    while header := _HEADER.match(start, place):
        yield header["name"].lower(), header["value"]
        place = header.end()


def _json(text: str, start: str) -> Format | None:
    if not (_JSON_START.match(start) or (start.startswith(("[", "{")) and _decodes(text))):
        return None
    if _TIMELINE.match(start):
        return TIMELINE
    if _EXPORT.match(start):
        return EXPORT
    keys = set(_KEY.findall(start))
    return CHAT if any(chat <= keys for chat in _CHAT_KEYS) else _JSON


def _decodes(text: str) -> bool:
    try:
        msgspec.json.decode(text)
    except (msgspec.MsgspecError, UnicodeEncodeError):
        return False
    except RecursionError:
        return True
    return True
