"""Whatever format an article comes in, and however it spells its characters, no field of it commands a terminal."""

import datetime as dt
import json
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from extractors.reading import ReadError, read
from extractors.reading.cleaning import clean_document
from extractors.reading.document import Document, Stated
from timeline.inert import inert
from timeline.model import Article

CLIPBOARD = "\x1b]52;c;ZXZpbA==\x07"
DECIMAL = "".join(f"&#{ord(character)};" for character in CLIPBOARD)
HEXADECIMAL = "".join(f"&#x{ord(character):x};" for character in f"\x9b8m\u202e{CLIPBOARD}\u2066\u2028")
REST = "The council will name a successor in eight days, its chair told the paper on Sunday. " * 9
SPELLINGS = [CLIPBOARD, DECIMAL, HEXADECIMAL, "&#27;]52;c;ZXZpbA==&#7;", "&#155;8m&#8238;&#133;", "&#x1B;[2J&#x7f;"]


def page(hostile: str) -> str:
    linked = json.dumps({"@type": "NewsArticle", "headline": f"Fenwick{hostile} goes", "publisher": {"name": hostile}})
    return (
        f'<!doctype html><html lang="en{hostile}"><head><title>Fenwick {hostile}goes</title>'
        f'<meta property="og:title" content="Fenwick {hostile}goes">'
        f'<meta property="og:site_name" content="The {hostile}Ledger">'
        f'<meta name="author" content="Ana {hostile}Torres">'
        f'<link rel="canonical" href="https://ledger.example/{hostile}a">'
        f'<meta property="og:url" content="https://ledger.example/{hostile}a">'
        f'<script type="application/ld+json">{linked}</script></head>'
        f'<body><article><h1>Fenwick {hostile}goes</h1><p class="date {hostile}">3 March 2019</p>'
        f'<time itemprop="datePublished {hostile}" datetime="2019-03-03">3 March 2019</time>'
        f"<p>Harbour master Tom Fenwick {hostile}resigned on 3 March 2019, the port authority said on Sunday.</p>"
        f"<p>{hostile}{REST}</p></article></body></html>"
    )


def markdown(hostile: str) -> str:
    return (
        f"---\ntitle: Fenwick {hostile}goes\npublisher: The {hostile}Ledger\nauthor: [Ana {hostile}Torres, {hostile}]\n"
        f"url: https://ledger.example/{hostile}a\nlang: en{hostile}\ndate: 3 March {hostile} 2019\n---\n\n"
        f"# Fenwick\n\n<div>Fenwick {hostile}resigned on 3 March 2019.</div>\n\n"
        f"He {hostile}left `on {hostile}` Saturday.\n\n{REST}\n"
    )


def rows(hostile: str) -> str:
    keys = ("id", "text", "title", "url", "publisher")
    return json.dumps(dict.fromkeys(keys, f"Fenwick {hostile}resigned."))


def plain(hostile: str) -> str:
    return f"Fenwick {hostile}goes\n\nFenwick {hostile}resigned on 3 March 2019.\n\n{REST}\n"


def strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for each in value:
            yield from strings(each)
    elif isinstance(value, dict):
        for each in value.values():
            yield from strings(each)


@pytest.mark.parametrize("hostile", SPELLINGS)
@pytest.mark.parametrize(("form", "suffix"), [(page, "html"), (markdown, "md"), (rows, "jsonl"), (plain, "txt")])
def test_no_field_of_an_article_holds_anything_unsafe(tmp_path: Path, form: object, suffix: str, hostile: str) -> None:
    assert callable(form)
    file = tmp_path / f"fenwick\x9b2J\u202e.{suffix}"
    file.write_text(form(hostile), encoding="utf-8")
    (article,) = read(str(file), publisher=f"Given {hostile}" if suffix == "txt" else "")
    assert isinstance(article, Article), article
    assert "Fenwick" in article.text
    for text in strings(msgspec.to_builtins(article)):
        assert inert(text) == text
        assert not any(unicodedata.category(character) in {"Cc", "Zl", "Zp"} for character in text.replace("\n", ""))


@pytest.mark.parametrize("reference", [DECIMAL, "&#27;]52;c;ZXZpbA==&#7;", "&#x1B;[2J&#x202e;", "&#27;[38;5;1m"])
def test_what_a_sequence_of_references_carries_goes_with_it(tmp_path: Path, reference: str) -> None:
    (tmp_path / "a.md").write_text(f"# V\n\n<div>Fenwick {reference}resigned on 3 March 2019.</div>\n")
    (article,) = read(str(tmp_path / "a.md"))
    assert isinstance(article, Article)
    assert article.text == "Fenwick resigned on 3 March 2019."


def test_a_text_of_nothing_but_references_to_controls_is_refused_as_empty(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("<div>&#27;]52;c;ZXZpbA==&#7;</div>\n")
    (tmp_path / "b.jsonl").write_text(json.dumps({"text": CLIPBOARD}))
    for name in ("a.md", "b.jsonl"):
        (refusal,) = read(str(tmp_path / name))
        assert isinstance(refusal, ReadError)
        assert "is empty" in refusal.reason


def test_a_page_with_a_control_in_it_is_read_and_its_metadata_too(tmp_path: Path) -> None:
    linked = json.dumps({"@type": "NewsArticle", "datePublished": "2019-03-03", "headline": "Fenwick\u2028 goes"})
    script = f'<script type="application/ld+json">{linked}</script>'
    (tmp_path / "a.html").write_text(
        f"<!doctype html><html><head>{script}</head><body><p>Fenwick &#2;resigned.</p><p>{REST}</p></body></html>"
    )
    (article,) = read(str(tmp_path / "a.html"))
    assert isinstance(article, Article)
    assert article.text.startswith("Fenwick resigned.\n\nThe council")
    assert article.published is not None
    assert (article.published.date.isoformat(), article.published.evidence) == ("2019-03-03", "datePublished")


def test_every_field_that_a_format_can_give_is_cleaned() -> None:
    stated = Stated(dt.date(2019, 3, 3), f"{CLIPBOARD}x")
    words = ("text", "name", "title", "publisher", "url", "language", "part")
    given = {**dict.fromkeys(words, f"{CLIPBOARD}x"), "published": stated, "updated": stated, "dateless": True}
    several = dict.fromkeys(("authors", "notices"), (CLIPBOARD, f"{CLIPBOARD}x"))
    spoilt = msgspec.convert({**given, **several}, Document)
    assert not [name for name in Document.__struct_fields__ if not getattr(spoilt, name)]
    cleaned = clean_document(spoilt)
    assert set(strings(msgspec.to_builtins(cleaned))) == {"x", "2019-03-03"}
    assert cleaned.authors == cleaned.notices == ("x",)


def test_a_field_of_a_kind_that_cleaning_does_not_know_is_a_fault_and_not_let_through() -> None:
    class Richer(Document, frozen=True, kw_only=True):
        tags: dict[str, str]

    with pytest.raises(TypeError, match="dict"):
        clean_document(Richer(text="x", tags={"a": CLIPBOARD}))
