"""Files that hold hostile texts in every place where a format has room for text."""

import base64
import html
import json
import quopri
from collections.abc import Callable, Mapping, Sequence
from xml.sax.saxutils import escape

from hypothesis import strategies as st

from tests.fuzz.hostile import NEWS, short_texts, texts

Fields = Sequence[str]
"""Four texts: a title, an outlet, an author, the body."""


def plain(fields: Fields) -> str:
    title, outlet, author, body = fields
    return f"{title}\n\nBy {author}\n{outlet}\nLONDON, Jan. 28, 2019 ({outlet}) - {NEWS}{body}\n\nUpdated {title}\n"


def markdown(fields: Fields) -> str:
    title, outlet, author, body = fields
    return (
        f"---\ntitle: {title}\nauthor: {author}\npublisher: {outlet}\ndate: 2019-01-28\n---\n\n# {title}\n\n"
        f'*By {author}* <div>{body}</div> [{outlet}](http://a.example/{author} "{title}")\n\n> {body}\n\n'
        f"{NEWS}\n\n![{title}]({outlet})\n\n<!-- {body} -->\n<p title='{title}'>{html.escape(body)}</p>\n"
    )


def page(fields: Fields) -> str:
    """Every field raw, escaped and in JSON-LD, as careless sites do."""
    title, outlet, author, body = fields
    linked = json.dumps(
        {
            "@type": "NewsArticle",
            "headline": title,
            "datePublished": title,
            "author": {"name": author},
            "publisher": {"@type": "Organization", "name": outlet},
            "articleBody": body,
        }
    )
    safe = [html.escape(field) for field in fields]
    return f"""<!doctype html><html lang="{safe[2]}"><head><title>{title}</title>
<meta property="og:title" content="{safe[0]}"><meta property="og:site_name" content="{safe[1]}">
<meta name="author" content="{safe[2]}"><meta property="article:published_time" content="{safe[0]}">
<meta name="{safe[0]}" content="2019-01-28"><link rel="canonical" href="http://a.example/{safe[1]}">
<script type="application/ld+json">{linked}</script></head><body><article><h1>{title}</h1>
<p class="byline {safe[1]}">{author}</p><time class="{safe[0]}" datetime="{safe[1]}">{safe[2]}</time>
<p>{NEWS * 3}</p><p>{body}</p><p>{safe[3]}</p><pre>{body}</pre><a href="{safe[3]}" title="{safe[0]}">{outlet}</a>
<p>{NEWS * 2}{safe[3]}</p></article></body></html>"""


def rows(fields: Fields) -> str:
    title, outlet, author, body = fields
    row = {"id": title, "text": f"{NEWS}{body}", "title": title, "url": f"http://a.example/{author}", "date": ""}
    odd = {"text": f"{NEWS}{author}", "date": title}
    spelt = json.dumps({**row, "id": outlet, "publisher": outlet, "date": "2019-01-28"}, ensure_ascii=False)
    return "\n".join((json.dumps(row), spelt.replace("\n", " "), json.dumps(odd), body.replace("\n", " "), "[" * 3_000))


def feed(fields: Fields) -> str:
    title, outlet, author, body = (escape(field) for field in fields)
    return (
        f'<?xml version="1.0"?><rss version="2.0"><channel><title>{outlet}</title><item><title>{title}</title>'
        f"<author>{author}</author><pubDate>Mon, 28 Jan 2019 10:00:00 GMT</pubDate><guid>{title}</guid>"
        f"<description>{NEWS}{body}</description><content><![CDATA[{fields[3]}]]></content></item></channel></rss>"
    )


def mail(fields: Fields) -> str:
    title, outlet, author, body = fields
    coded = base64.b64encode(title.encode("utf-8", "replace")).decode()
    printed = quopri.encodestring(f"{NEWS}{body}".encode("utf-8", "replace")).decode()
    return (
        f"From: {author.splitlines()[:1]} <a@b.example>\nSubject: =?utf-8?B?{coded}?=\nTo: {outlet.splitlines()[:1]}\n"
        f"Date: Mon, 28 Jan 2019 10:00:00 +0000\nMIME-Version: 1.0\nContent-Type: text/plain; charset={author!r}\n"
        f"Content-Transfer-Encoding: quoted-printable\n\n{printed}\n"
    )


def rich_text(fields: Fields) -> str:
    title, outlet, author, body = fields
    coded = "".join(f"\\u{ord(one) if ord(one) < 32768 else 63}?" for one in body)
    return rf"{{\rtf1\ansi{{\info{{\title {title}}}{{\author {author}}}}}{NEWS}\par {outlet}\'1b]52;c;x\'07 {coded}}}"


def subtitles(fields: Fields) -> str:
    return "".join(
        f"{number}\n00:00:0{number},000 --> 00:00:0{number},900\n{field}\n\n" for number, field in enumerate(fields, 1)
    )


def table(fields: Fields) -> str:
    return "title,publisher,author,text,date\n" + ",".join('"' + field.replace('"', '""') + '"' for field in fields)


FORMATS: Mapping[str, Callable[[Fields], str]] = {
    ".txt": plain,
    ".md": markdown,
    ".html": page,
    ".jsonl": rows,
    ".rss": feed,
    ".eml": mail,
    ".rtf": rich_text,
    ".srt": subtitles,
    ".csv": table,
    "": plain,
}
"""By the suffix of a file, what writes it."""

ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-be", "utf-32", "cp1252", "latin-1", "cp1251", "utf-7", "shift_jis")


def encoded(text: str, encoding: str) -> bytes:
    """What the encoding has no place for stands as its UTF-8 bytes would, lone surrogates too: broken, that is."""
    if encoding.startswith("utf-8"):
        return text.encode(encoding, "surrogatepass")
    try:
        return text.encode(encoding, "surrogatepass" if "utf" in encoding else "strict")
    except UnicodeError:
        return text.encode("utf-8", "surrogatepass")


@st.composite
def files(draw: st.DrawFn) -> tuple[str, bytes]:
    """A suffix, and what is in a file of this name, or of another one."""
    suffix, written = draw(st.sampled_from(sorted(FORMATS))), draw(st.sampled_from(sorted(FORMATS)))
    fields = draw(st.tuples(short_texts, short_texts, short_texts, texts))
    suffix = draw(st.sampled_from((written, written, written, suffix)))
    data = encoded(FORMATS[written](fields), draw(st.sampled_from(("utf-8", *ENCODINGS))))
    for place, junk in draw(st.lists(st.tuples(st.integers(0, 3_000), st.binary(max_size=4)), max_size=2)):
        data = data[:place] + junk + data[place + draw(st.integers(0, 3)) :]
    return suffix, data


ODD_NAMES: Sequence[bytes] = (
    b"plain.txt",
    b"-",
    b"--help",
    b"-o.txt",
    b"[bold]x[bold].txt",
    b"[@click=app.quit]x.txt",
    b"esc\x1b]52;c;Y3Vy\x07.txt",
    b"clear\x1b[2J.html",
    b"c1\xc2\x9b2J.md",
    b"lines\none\r\ntwo\t.txt",
    "over\u202etxt.exe.txt".encode(),
    b"broken\xff\xfe\x80.txt",
    b"half\xed\xa0\x80.txt",
    b"http:",
    b"=1+1.txt",
    b"%s{0}$(touch owned)`touch owned`.txt",
    b" .txt",
    b"..txt",
    b"~",
    b"$HOME.txt",
    b"a" * 251 + b".txt",
    "\u0645\u0631\u062d\u0628\u0627.txt".encode(),
    b"rows\x1b[2J.jsonl",
    b"feed\x1b[2J.rss",
    b"\x07.pdf",
    b"x.txt\n",
)
"""Names of files, as a system that allows any byte has them."""
