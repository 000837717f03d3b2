"""What became of the bytes of a file is told with its article, whatever the form of the file."""

from pathlib import Path

import pytest

from extractors.reading import ReadError, read
from timeline.model import Article

STORY = "The ferry Älva sank off Corran on Friday, the café’s owner said."


@pytest.mark.parametrize(
    ("name", "frame"),
    [
        ("story.txt", "{}\n"),
        ("story.md", "# Ferry\n\n{}\n"),
        ("story.html", "<html><body><article><p>{}</p></article></body></html>"),
        ("story.jsonl", '{{"text": "{}"}}\n'),
    ],
)
def test_a_lost_byte_is_told_in_every_form(tmp_path: Path, name: str, frame: str) -> None:
    file = tmp_path / name
    file.write_bytes(frame.format(STORY).encode().replace(b"Corran", b"Corra\xff"))
    (article,) = read(str(file))
    assert isinstance(article, Article)
    assert STORY.replace("Corran", "Corra�") in article.text
    assert "FF" in "; ".join(article.notices)


def test_rows_in_utf_16_are_refused_with_the_way_to_make_them_utf_8(tmp_path: Path) -> None:
    file = tmp_path / "rows.jsonl"
    file.write_bytes('{"text": "A ferry sank."}\n'.encode("utf-16"))
    (refused,) = read(str(file))
    assert isinstance(refused, ReadError)
    assert "iconv" in str(refused)
