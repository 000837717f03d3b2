"""Of a folder every file is read or named, but for what is no clipping."""

import os
from pathlib import Path

import pytest

from extractors.reading import expand, passed_over

NEWS = "The assembly met again in the capital on Saturday, officials said.\n"


def write(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(NEWS)


def named(folder: Path) -> dict[str, str]:
    return {Path(error.origin).relative_to(folder).as_posix(): error.reason for error in passed_over([str(folder)])}


def taken(folder: Path) -> list[str]:
    return [Path(origin).relative_to(folder).as_posix() for origin in expand([str(folder)])]


def test_what_is_not_taken_is_named_with_what_it_is(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "sub/b.html", "notes", "sub/chart.R", "c.json")
    (tmp_path / "report.pdf").write_bytes(b"%PDF-1.7\n")
    (tmp_path / "sub" / "statement.docx").write_bytes(b"PK\x03\x04 [Content_Types].xml word/document.xml")
    (tmp_path / "mail.eml").write_text("From: a@example.org\nTo: b@example.org\nDate: Tue, 3 Mar 2020\n\nHello.\n")
    (tmp_path / "events.csv").write_text("date,event\n2019-11-04,Strike begins\n")
    (tmp_path / "empty.dat").touch()
    assert taken(tmp_path) == ["a.txt", "sub/b.html"]
    assert named(tmp_path) == {
        "c.json": "has not the name of an article",
        "empty.dat": "is empty",
        "events.csv": "is a table (CSV), not an article",
        "mail.eml": "is a mail, not an article",
        "notes": "has not the name of an article",
        "report.pdf": "is a PDF, not text",
        "sub/chart.R": "has not the name of an article",
        "sub/statement.docx": "is a Word document, not text",
    }


def test_hidden_files_parts_of_saved_pages_and_timelines_are_left_out_without_a_word(tmp_path: Path) -> None:
    write(
        tmp_path, "news.html", "news_files/a.css", "news_files/sub/b.txt", ".DS_Store", ".git/config", "x.json.journal"
    )
    (tmp_path / "story.json").write_text('{\n "actors": {}, "articles": {}, "meta": {}}')
    assert taken(tmp_path) == ["news.html"]
    assert named(tmp_path) == {}


def test_a_folder_of_such_a_name_without_its_page_is_read(tmp_path: Path) -> None:
    write(tmp_path, "news.html", "old_files/a.txt", "news_archive/b.txt")
    assert taken(tmp_path) == ["news.html", "news_archive/b.txt", "old_files/a.txt"]


def test_links_and_what_is_no_file_are_named(tmp_path: Path) -> None:
    inside, outside = tmp_path / "in", tmp_path / "out"
    write(inside, "a.txt")
    write(outside, "b.txt")
    (inside / "linked").symlink_to(outside)
    (inside / "gone.pdf").symlink_to(outside / "gone.pdf")
    os.mkfifo(inside / "pipe")
    assert taken(inside) == ["a.txt"]
    assert named(inside) == {
        "gone.pdf": "is a link to a file that is not there",
        "linked": "is a link to a folder, which is not followed",
        "pipe": "is not a regular file but a device, pipe or socket",
    }


def test_only_folders_pass_anything_over(tmp_path: Path) -> None:
    write(tmp_path, "notes")
    assert not list(passed_over(["-", "https://example.org/a", str(tmp_path / "notes"), "missing", "a" * 300]))


@pytest.mark.parametrize("name", [b"caf\xe9.pdf", b"\xff"])
def test_a_name_that_is_no_utf_8_is_named_too(tmp_path: Path, name: bytes) -> None:
    path = os.fsencode(tmp_path) + b"/" + name
    Path(os.fsdecode(path)).write_bytes(b"%PDF-1.7\n")
    (error,) = passed_over([str(tmp_path)])
    assert os.fsencode(error.origin) == path
