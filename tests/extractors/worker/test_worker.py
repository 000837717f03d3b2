"""The reading worker, run as the app runs it."""

import datetime as dt
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import msgspec
import pytest

from extractors.worker.messages import Failed, Finished, Job, Message, Opened, Read, Started

TEXT = "CARACAS — A colonel defected Saturday. The minister said on Friday that he would resign.\n"


@pytest.fixture
def worker() -> Iterator[subprocess.Popen[bytes]]:
    command = [sys.executable, "-m", "extractors.worker"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        yield process
        process.kill()


def ask(worker: subprocess.Popen[bytes], job: Job) -> list[Message]:
    assert worker.stdin
    assert worker.stdout
    worker.stdin.write(msgspec.json.encode(job) + b"\n")
    worker.stdin.flush()
    return list(_answers(worker.stdout))


def _answers(stream: IO[bytes]) -> Iterator[Message]:
    for line in stream:
        message = msgspec.json.decode(line, type=Message)
        yield message
        if isinstance(message, Finished):
            return


def test_a_job_is_told_step_by_step_and_a_bad_file_does_not_end_it(
    worker: subprocess.Popen[bytes], tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.txt").write_bytes(b"")
    (tmp_path / "c.jsonl").write_text(json.dumps({"text": TEXT}) + "\n{}\n")
    told = ask(worker, Job(7, (str(tmp_path),), published=dt.date(2019, 1, 28), publisher="Example News"))
    assert [type(message) for message in told] == [
        *[Started, Opened, Read],
        *[Opened, Failed],
        *[Opened, Read, Failed],
        Finished,
    ]
    assert told[0] == Started(7, tuple(str(tmp_path / name) for name in ("a.txt", "b.txt", "c.jsonl")))
    assert told[-1] == Finished(7, read=2, failed=2)
    read = told[2]
    assert isinstance(read, Read)
    assert read.extraction.article.publisher == "Example News"
    assert read.extraction.assertions
    assert told[4] == Failed(7, str(tmp_path / "b.txt"), "is empty")


def test_it_does_one_job_after_another(worker: subprocess.Popen[bytes], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    assert ask(worker, Job(1, (str(tmp_path / "a.txt"),)))[-1] == Finished(1, read=1, failed=0)
    assert ask(worker, Job(2, ("-", "missing")))[-1] == Finished(2, read=0, failed=2)


def test_a_file_name_that_is_no_utf_8_is_told_with_question_marks(
    worker: subprocess.Popen[bytes], tmp_path: Path
) -> None:
    for name in (b"caf\xe9.txt", b"empty\xff.txt", b"next.txt"):
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_text("" if b"empty" in name else TEXT)
    told = ask(worker, Job(1, (str(tmp_path),)))
    names = [f"{tmp_path}/{name}" for name in ("caf?.txt", "empty?.txt", "next.txt")]
    assert told[0] == Started(1, tuple(names))
    assert [message.origin for message in told if isinstance(message, Opened)] == names
    assert [message.origin for message in told if isinstance(message, Read)] == [names[0], names[2]]
    assert told[-1] == Finished(1, read=2, failed=1)


def test_a_path_too_long_for_the_system_does_not_end_a_job(worker: subprocess.Popen[bytes], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    too_long = str(tmp_path / ("a" * 300))
    told = ask(worker, Job(1, (too_long, str(tmp_path / "a.txt"))))
    assert Failed(1, too_long, "cannot be opened: File name too long") in told
    assert told[-1] == Finished(1, read=1, failed=1)


def test_it_ends_when_its_standard_input_does_even_within_a_job(
    worker: subprocess.Popen[bytes], tmp_path: Path
) -> None:
    rows = tmp_path / "many.jsonl"
    rows.write_text("".join(json.dumps({"text": f"{number} {TEXT}"}) + "\n" for number in range(20_000)))
    assert worker.stdin
    assert worker.stdout
    worker.stdin.write(msgspec.json.encode(Job(1, (str(rows),))) + b"\n")
    worker.stdin.flush()
    assert b"started" in worker.stdout.readline()
    worker.stdin.close()
    answered = sum(1 for _ in worker.stdout)
    assert answered < 20_000
    assert worker.wait() == 0


def test_what_libraries_print_does_not_fall_among_the_messages(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    program = """
import extractors.worker.harvest as harvest, sys, os
real = harvest.extract
def noisy(article, nlp):
    print("stray"); os.write(1, b"stray"); sys.stdout.flush()
    if article.name == "a": raise RecursionError
    if article.name == "b": raise MemoryError
    return real(article, nlp)
harvest.extract = noisy
from extractors.worker.__main__ import main
main()
"""
    for name in "bc":
        (tmp_path / f"{name}.txt").write_text(TEXT + name)
    command = [sys.executable, "-c", program]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as worker:
        told = ask(worker, Job(1, (str(tmp_path),)))
        worker.kill()
    assert [message.reason for message in told if isinstance(message, Failed)] == [
        "is nested too deeply to be read",
        "needs more memory than there is (split it into smaller articles)",
    ]
    assert told[-1] == Finished(1, read=1, failed=2)
