"""What holds no article is known by its content, whatever it is called, and refused by name; prose never is."""

import gzip
import io
import json
import re
import tarfile
import zipfile
from pathlib import Path
from time import process_time

import pytest

from extractors.reading import MOST_BYTES, ReadError, read
from extractors.reading.layouts import by_layout
from extractors.reading.openings import by_opening
from timeline.model import Article

SAMPLES = Path(__file__).parents[3] / "data" / "samples"
PATIENCE = 5
"""Seconds of computing for two million letters."""
NEWS = "The harbour board met on Tuesday and dismissed its director. The auditor resigned the next day.\n"


def refusal(tmp_path: Path, content: str | bytes, name: str = "saved.txt") -> str:
    file = tmp_path / name
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    (found,) = read(str(file))
    assert isinstance(found, ReadError), found.text
    return found.reason


TEXTS = {
    "RTF": r"{\rtf1\ansi{\fonttbl\f0 Arial;}\f0 The board met on 3 June 2020.\par}",
    "a news feed": '<?xml version="1.0"?>\n<rss version="2.0"><channel><title>Harbour</title></channel></rss>',
    "a news feed ": '<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour</title></feed>',
    "a news feed  ": '<?xml version="1.0"?><!-- made by hand --><rdf:RDF><item/></rdf:RDF>',
    "a mail": "From: Ann <ann@example.org>\nTo: Bo <bo@example.org>\nDate: Tue, 12 Nov 2019 16:20:00 +0000\n"
    f"Subject: Minutes\nMIME-Version: 1.0\n\n{NEWS}",
    "a mail ": f"Received: from example.org\n\tby b.example.org; Tue, 12 Nov 2019\nFrom: ann\nSubject: Dock\n\n{NEWS}",
    "a mail  ": f"From: Ann Lee <ann@example.org>\nSent: 12 November 2019 16:20\nTo: Bo Ray\nSubject: Dock\n\n{NEWS}",
    "a mailbox (mbox)": f"From ann@example.org Tue Nov 12 16:20:00 2019\nFrom: ann\n\n{NEWS}",
    "a saved web archive": "From: <Saved by Blink>\nSubject: Harbour\nMIME-Version: 1.0\n"
    'Content-Type: multipart/related;\n\ttype="text/html";\n\tboundary="x"\n\n--x\n',
    "a chat export": "[12/11/2019, 16:20:31] Ann: The board met yesterday\n[12/11/2019, 16:21:02] Bo: When?\n",
    "a chat export ": "12/11/2019, 16:20 - Messages are end-to-end encrypted.\n12/11/2019, 16:20 - Ann: It met\n"
    "yesterday, and not for long\n12/11/2019, 16:25 - Bo: When?\n",
    "a chat export  ": "11/12/19, 4:20\u202fPM - Ann: It met\n11/12/19, 4:21\u202fPM - Bo: When?\n",
    "a chat export   ": "Ann Lee, [12.11.2019 16:20]\nThe board met yesterday\n\nBo, [12.11.2019 16:21]\nWhen?\n",
    "a chat export    ": "[16:20] <ann> the board met\n[16:21] <bo> when?\n[16:21] <ann> yesterday\n",
    "a chat export     ": '[{"type": "message", "user": "U1", "ts": "1573575631.000200", "text": "It met"}]',
    "a chat export      ": '{"name": "Harbour", "type": "private_group", "messages": [{"id": 1}]}',
    "a chat export       ": '<!DOCTYPE html><html><body><div class="message default clearfix" id="m1">Hi</div>',
    "a file of subtitles": "1\n00:00:01,000 --> 00:00:04,000\nIt met.\n\n2\n00:00:05,000 --> 00:00:08,000\nHere.\n",
    "a file of subtitles ": "WEBVTT\n\n00:01.000 --> 00:04.000\nThe board met.\n",
    "a file of subtitles  ": "[Script Info]\nTitle: Harbour\n",
    "a file of subtitles   ": '<?xml version="1.0"?><tt xmlns="http://www.w3.org/ns/ttml"><body/></tt>',
    "a table (CSV)": "date,event,source\n2019-11-04,Strike begins,Gazette\n2019-11-12,Deal signed,Gazette\n",
    "a table (CSV) ": "Datum;Ereignis;Quelle\n04.11.2019;Streik;Zeitung\n12.11.2019;Vertrag;Zeitung\n",
    "a table (CSV)  ": "date\tevent\tsource\n2019-11-04\tStrike begins\tGazette\n2019-11-12\tDeal signed\tGazette\n",
    "JSON": '{"headline": "Strike begins", "articleBody": "The dockers went on strike on Monday."}',
    "JSON ": '["2019-11-04", "2019-11-12"]',
    "XML (chronicle)": '<?xml version="1.0"?><chronicle><day>2019-11-04</day></chronicle>',
    "agency news in XML": '<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "nitf.dtd"><nitf><body/></nitf>',
    "TimeML": '<?xml version="1.0"?><TimeML><DCT/></TimeML>',
    "a drawing (SVG)": '<svg xmlns="http://www.w3.org/2000/svg"/>',
    "LaTeX": "% minutes\n\\documentclass{article}\n\\begin{document}The board met.\\end{document}\n",
    "PostScript": "%!PS\n/Times findfont\n",
    "a calendar (iCalendar)": "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\n",
    "a list of contacts (vCard)": "BEGIN:VCARD\r\nFN:Ann Lee\r\nEND:VCARD\r\n",
    "a link to a page": "[InternetShortcut]\nURL=https://example.org/harbour\n",
    "a list of references": "@article{lee2019,\n  title = {Harbour}\n}\n",
    "the log of a program": "".join(f"2019-11-12 16:2{n}:31,123 INFO harbour.crane: lifted {n}\n" for n in range(5)),
    "the log of a program ": "".join(f"Nov 12 16:2{n}:31 quay sshd[{n}]: closed by 10.0.0.1\n" for n in range(5)),
    "the log of a program  ": '10.0.0.1 - - [12/Nov/2019:16:20:31 +0000] "GET / HTTP/1.1" 200 5\n' * 3,
    "program source": "#!/bin/sh\necho hello\n",
    "program source ": "import os\n\n\ndef main():\n    for name in os.listdir():\n        print(name)\n    return 0\n",
    "program source  ": "".join(f".a{n} {{\n  color: red;\n}}\n" for n in range(9)),
    "a key, certificate or encrypted message": "-----BEGIN PGP MESSAGE-----\n\nhQEMA\n",
    "what dateline exported of a timeline": '{\n  "schema": "dateline-timeline",\n  "version": 1}',
    "what dateline exported of a timeline ": "# Chronology\n\n1 event reported in 1 article.\n\n## 2019\n",
    "what dateline exported of a timeline  ": "date,edtf,earliest,latest,precision,uncertain,event,status\n",
    "a timeline of dateline as lines": '{"table":"meta","key":"timeline","row":{"schema":3}}\n',
    "a timeline of dateline": json.dumps({"actors": {}, "articles": {}, "meta": {}}),
}  # fmt: skip


@pytest.mark.parametrize("name", ["saved.txt", "saved", "saved.html", "saved.md"])
@pytest.mark.parametrize("kind", TEXTS)
def test_text_that_is_no_article_is_known_by_its_content(tmp_path: Path, kind: str, name: str) -> None:
    if name == "saved.html" and not by_opening(TEXTS[kind]):
        pytest.skip("by its lines, and a page has tags between them")
    if name == "saved.md" and kind == "program source  ":
        pytest.skip("Markdown may quote programs")
    assert refusal(tmp_path, TEXTS[kind], name) == f"is {kind.rstrip()}, not an article"


@pytest.mark.parametrize("kind", ["a mail", "a mail ", "a chat export ", "a file of subtitles", "a table (CSV)", "RTF"])
def test_it_is_known_in_every_encoding_and_with_every_line_end(tmp_path: Path, kind: str) -> None:
    text = "\n\n" + TEXTS[kind]
    for content in (text.encode("utf-16"), text.encode("utf-8-sig"), text.replace("\n", "\r\n").encode()):
        assert refusal(tmp_path, content) == f"is {kind.rstrip()}, not an article"


def _zipped(*names: str, first: bytes = b"") -> bytes:
    with zipfile.ZipFile(file := io.BytesIO(), "w") as archive:
        if first:
            archive.writestr("mimetype", first)
        for name in names:
            archive.writestr(name, NEWS)
    return file.getvalue()


def _tar() -> bytes:
    with tarfile.open(fileobj=(file := io.BytesIO()), mode="w") as archive:
        archive.addfile(info := tarfile.TarInfo("a.txt"), io.BytesIO(b""))
        info.size = 400_000
        archive.addfile(info, io.BytesIO(b"a" * 400_000))
    return file.getvalue()


BINARIES = {
    "a PDF": b"%PDF-1.7\n1 0 obj << /Length 5 >>\n",
    "PostScript": b"%!PS-Adobe-3.0\n",
    "a Word document": _zipped("[Content_Types].xml", "word/document.xml"),
    "a spreadsheet": _zipped("[Content_Types].xml", "xl/workbook.xml"),
    "a presentation": _zipped("[Content_Types].xml", "ppt/presentation.xml"),
    "an OpenDocument text": _zipped("content.xml", first=b"application/vnd.oasis.opendocument.text"),
    "an e-book": _zipped("OEBPS/a.xhtml", first=b"application/epub+zip"),
    "a zip archive": _zipped("a.txt"),
    "a Word document ": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "WordDocument".encode("utf-16-le"),
    "a mail of Outlook": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "__substg1.0_001".encode("utf-16-le"),
    "compressed": gzip.compress(NEWS.encode()),
    "an archive": _tar(),
    "an image": b"\x89PNG\r\n\x1a\n" + bytes(20),
    "an image ": b"BM" + bytes(60),
    "a recording": b"ID3\x03\0\0\0\0" + bytes(60),
    "a video": b"\0\0\0\x20ftypisom" + bytes(60),
    "a program": b"\x7fELF\x02\x01" + bytes(60),
    "a database": b"SQLite format 3\0" + b"a" * 9000,
}


@pytest.mark.parametrize("name", ["saved.txt", "saved.html", "saved.jsonl"])
@pytest.mark.parametrize("kind", BINARIES)
def test_a_binary_file_is_known_by_its_first_bytes_and_refused_once(tmp_path: Path, kind: str, name: str) -> None:
    reason = refusal(tmp_path, BINARIES[kind], name)
    if name == "saved.jsonl" and BINARIES[kind].startswith(b"PK"):  # its first line alone is looked at
        assert reason.endswith(", not text")
    else:
        assert reason == f"is {kind.rstrip()}, not text"


def test_a_large_file_is_told_to_be_what_it_is_before_its_size_is(tmp_path: Path) -> None:
    assert refusal(tmp_path, b"%PDF-1.7\n" + b"a" * MOST_BYTES, "large.pdf") == "is a PDF, not text"
    assert "larger than the limit" in refusal(tmp_path, b"a" * (MOST_BYTES + 1))


PROSE = [
    NEWS,
    "BMW said on Tuesday that it would close the works. MZ motorcycles were made there until 2008.\n",
    "From: the press office\nTo: all editors\nDate: 12 November 2019\nSubject: the harbour\n\n" + NEWS,
    "FOR IMMEDIATE RELEASE\nContact: Ann Lee <ann@example.org>\nDate: 12 November 2019\n\n" + NEWS,
    "From Lisbon on Tuesday came word of a strike.\n\n" + NEWS,
    "[Updated] " + NEWS,
    '["We will go," he said.] ' + NEWS,
    "{Corrected on 3 June 2020} " + NEWS,
    "1\n\n2019 was a bad year for the harbour.\n\n2\n\n2020 was worse.\n",
    "16:20: The board met. 16:40: The director left.\n\n17:05: The police came.\n",
    "12/11/2019, 16:20 - The board met\n13/11/2019, 08:01 - The police searched his flat\n",
    "4 November 2019\tThe strike begins.\n12 November 2019\tThe deal is signed.\n13 November 2019\tWork starts.\n",
    "\tThe board met.\n\tThe director left.\n\tThe auditor resigned.\n",
    "Ann, Bo, and Cy met.\nDan, Eve, and Flo left.\nGus, Hal, and Ivy stayed on.\n",
    "1. The board met;\n2. the director left;\n3. the auditor resigned; and\n4. the police came.\n" * 5,
    "<p>The board met on Tuesday.</p>\n<p>The director left.</p>\n",
    "INTERVIEWER: When did it meet?\nLEE: On Tuesday.\nINTERVIEWER: And then?\nLEE: He left.\n",
    "Title: Harbour\nAuthor: Ann Lee\nDate: 2019-11-12\n\n" + NEWS,
    "The loop of the crane (see Lee) is new; if (as he said) it broke,\nfor (so he said) it was old, return it.\n" * 3,
]


@pytest.mark.parametrize("text", PROSE)
def test_prose_that_looks_like_another_format_is_read(tmp_path: Path, text: str) -> None:
    file = tmp_path / "a.txt"
    file.write_text(text)
    (found,) = read(str(file))
    assert isinstance(found, Article)


@pytest.mark.parametrize("sample", sorted(SAMPLES.rglob("*.*")), ids=lambda path: path.name)
def test_no_sample_is_taken_for_another_format(sample: Path) -> None:
    text = sample.read_text()
    if sample.suffix == ".json":
        assert by_opening(text)
        return
    assert by_opening(text) is None
    assert sample.suffix == ".html" or by_layout(text, sample.suffix) is None


def test_a_page_with_an_xml_declaration_is_a_page(tmp_path: Path) -> None:
    file = tmp_path / "saved.txt"
    file.write_text(f'<?xml version="1.0"?>\n<!DOCTYPE html>\n<html><body><p>{NEWS * 3}</p></body></html>')
    (found,) = read(str(file))
    assert isinstance(found, Article)
    assert "<" not in found.text


@pytest.mark.parametrize(
    "start",
    ["%\n", "<!--", "<?x", "<!DOCTYPE a[", "A-b: c\n ", "\\begin", "[", '{"', '{"a":', "'", " 1\n", "[1/1/2019, 1:1"],
)
def test_a_long_start_of_anything_is_looked_through_in_time_that_a_person_waits(start: str) -> None:
    text = start * (2_000_000 // len(start))
    began = process_time()
    by_opening(text)
    by_layout(text)
    assert process_time() - began < PATIENCE


def test_the_table_of_openings_counts_its_groups() -> None:
    from extractors.reading.openings import _OPENING, _OPENINGS

    assert _OPENING.groups == len(_OPENINGS)
    assert all(re.compile(pattern).groups == 0 for pattern, _ in _OPENINGS)
