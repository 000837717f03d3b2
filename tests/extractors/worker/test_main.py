"""A reading process by itself, as its supervisor starts it."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import msgspec
import psutil
import pytest

from extractors.reading.inputs import FileInput
from extractors.worker.command import command
from extractors.worker.messages import (
    Answer,
    Done,
    Extracted,
    Launched,
    Loaded,
    Loading,
    ReadInput,
    Task,
    frames,
    sender,
)
from tests.extractors.worker.trouble import COMMAND

TEXT = b"CARACAS \xe2\x80\x94 A colonel defected Saturday. The minister said on Friday that he would resign.\n"


@pytest.fixture(params=[command(gentle=True), COMMAND])
def child(request: pytest.FixtureRequest) -> Iterator["subprocess.Popen[bytes]"]:
    with subprocess.Popen(
        request.param, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        yield process
        process.kill()


def answers(child: "subprocess.Popen[bytes]") -> Iterator[Answer]:
    assert child.stdout
    for frame in frames(child.stdout):
        yield msgspec.msgpack.decode(frame, type=Answer)


def ask(child: "subprocess.Popen[bytes]", text: bytes) -> None:
    assert child.stdin
    sender(child.stdin)(ReadInput(FileInput("a.txt", text), Task(), 60))


def test_it_answers_step_by_step(child: "subprocess.Popen[bytes]") -> None:
    ask(child, TEXT)
    ask(child, TEXT)
    told = answers(child)
    assert next(told) == Launched(child.pid)
    assert [type(next(told)) for _ in range(6)] == [Loading, Loaded, Extracted, Done, Extracted, Done]


@pytest.mark.parametrize("child", [COMMAND], indirect=True)
def test_it_ends_when_its_standard_input_does_even_within_an_article(child: "subprocess.Popen[bytes]") -> None:
    ask(child, b"BURN")
    for answer in answers(child):
        if isinstance(answer, Loaded):
            break
    assert child.stdin
    child.stdin.close()
    assert child.wait() == 0


@pytest.mark.skipif(not Path("/proc/self/oom_score_adj").exists(), reason="Linux only")
def test_it_gives_way_leaves_no_image_and_is_the_first_to_go_when_memory_ends(
    child: "subprocess.Popen[bytes]",
) -> None:
    ask(child, TEXT)
    while not isinstance(next(answers(child)), Done):
        pass
    process = psutil.Process(child.pid)
    if "--gentle" in process.cmdline():
        assert process.nice() > os.nice(0)
    else:
        assert process.nice() == os.nice(0)
    assert process.rlimit(psutil.RLIMIT_CORE) == (0, 0)
    soft, _ = process.rlimit(psutil.RLIMIT_CPU)
    assert 120 < soft < 240
    assert Path(f"/proc/{child.pid}/oom_score_adj").read_text() == "1000\n"
