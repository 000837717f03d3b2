"""One reading process, watched from outside; what befalls it is real."""

import sys
from collections.abc import Callable, Iterator
from threading import Thread
from time import sleep

import psutil
import pytest

from extractors.reading import ReadError
from extractors.reading.inputs import FileInput, RowInput
from extractors.worker.child import ReaderError, UnusableModelError
from extractors.worker.command import command
from extractors.worker.limits import Limit
from extractors.worker.messages import AnswerForm, Task, Written
from extractors.worker.process import ReadingProcess
from tests.extractors.worker.trouble import COMMAND
from timeline.model import Extraction

TEXT = "A ferry sank off Corran on Saturday and twelve people were killed.\n"
Make = Callable[..., ReadingProcess]


@pytest.fixture
def make() -> Iterator[Make]:
    made: list[ReadingProcess] = []

    def start(limit: Limit | None = None) -> ReadingProcess:
        made.append(ReadingProcess(limit, COMMAND))
        return made[-1]

    yield start
    for process in made:
        process.end()


@pytest.fixture(scope="module")
def lasting() -> Iterator[ReadingProcess]:
    """One that goes from test to test, so that each need not load the language pipeline anew."""
    process = ReadingProcess(command=COMMAND)
    yield process
    process.end()


@pytest.fixture(scope="module")
def held() -> Iterator[ReadingProcess]:
    """The same, under a limit: what befalls it in one test, the next test finds it has got over."""
    process = ReadingProcess(Limit(seconds=1, memory=3e8), COMMAND)
    yield process
    process.end()


def file(text: str) -> FileInput:
    return FileInput("a.txt", text.encode())


def refusal(process: ReadingProcess, text: str) -> str:
    (found,) = process.read(file(text), Task())
    assert isinstance(found, ReadError)
    return str(found)


def reads(process: ReadingProcess) -> bool:
    (found,) = process.read(file(TEXT), Task())
    return isinstance(found, Extraction) and bool(found.assertions)


@pytest.mark.parametrize(
    ("word", "why"),
    [
        (
            "BURN",
            "a.txt: takes more than 1 s to read (split it into smaller articles, or give each more with --limit 2s)",
        ),
        (
            "HOARD",
            "a.txt: needs more than 300 MB of memory (split it into smaller articles,"
            " or give each more with --limit 600MB)",
        ),
        ("CRASH", "a.txt: ended the process that read it: SIGSEGV (please report it)"),
        (
            "KILL",
            "a.txt: the process that read it was killed, for want of memory perhaps (split it into smaller articles)",
        ),
        ("LEAVE", "a.txt: ended the process that read it: no more of this (please report it)"),
        ("NEST", "a.txt: is nested too deeply to be read"),
        ("STARVE", "a.txt: needs more memory than there is (split it into smaller articles)"),
    ],
)
def test_what_befalls_a_process_is_told_of_its_article_and_the_next_is_read(
    held: ReadingProcess, word: str, why: str
) -> None:
    assert refusal(held, f"{TEXT}{word}") == why
    assert reads(held)


def test_an_article_that_is_refused_is_refused_again(held: ReadingProcess) -> None:
    first, again = (refusal(held, f"{TEXT}LEAVE") for _ in range(2))
    assert first == again == "a.txt: ended the process that read it: no more of this (please report it)"


def test_what_libraries_print_does_not_fall_among_the_answers(lasting: ReadingProcess) -> None:
    (found,) = lasting.read(file(f"{TEXT}BABBLE"), Task())
    assert isinstance(found, Extraction)


def test_loading_the_pipeline_is_on_no_articles_account(make: Make) -> None:
    assert reads(make(Limit(seconds=0.8)))


def test_a_row_is_refused_by_its_own_name(held: ReadingProcess) -> None:
    (found,) = held.read(RowInput("news.jsonl", 7, b'{"text": "LEAVE"}'), Task())
    assert str(found).startswith("news.jsonl, line 7: ")


def test_findings_come_as_they_are_asked_for(lasting: ReadingProcess) -> None:
    (json,), (timeml,) = (lasting.read(file(TEXT), Task(form=form)) for form in (AnswerForm.JSON, AnswerForm.TIMEML))
    assert isinstance(json, Written)
    assert isinstance(timeml, Written)
    assert json.text.startswith('{"id":"a",')
    assert "<TIMEX3" in timeml.text


def test_a_pipeline_that_is_not_there_is_no_fault_of_an_article(lasting: ReadingProcess) -> None:
    with pytest.raises(UnusableModelError, match="no pipeline “en_nowhere” is installed"):
        lasting.load("en_nowhere")
    with pytest.raises(UnusableModelError, match="no pipeline “en_nowhere” is installed"):
        lasting.read(file(TEXT), Task(model="en_nowhere"))
    assert reads(lasting)


@pytest.mark.parametrize(
    ("start", "why"),
    [
        (("/nowhere/python",), "reading can't begin: No such file or directory"),
        ((sys.executable, "-c", "import sys; sys.exit('it is broken')"), "reading can't begin: it is broken"),
        ((sys.executable, "-c", "print('hello')"), "reading can't begin: its process ended with status"),
    ],
)
def test_a_process_that_cannot_start_is_no_fault_of_an_article(start: tuple[str, ...], why: str) -> None:
    with pytest.raises(ReaderError) as failed:
        ReadingProcess(command=start).read(file(TEXT), Task())
    assert str(failed.value).startswith(why)


def test_a_process_that_is_ended_while_it_reads_reads_no_more(make: Make) -> None:
    process = make()
    assert reads(process)
    assert process.pid is not None
    child = psutil.Process(process.pid)
    raised: list[Exception] = []

    def read() -> None:
        try:
            process.read(file("BURN"), Task())
        except ReaderError as ended:
            raised.append(ended)

    thread = Thread(target=read)
    thread.start()
    used = child.cpu_times().user
    while child.cpu_times().user < used + 0.2:
        sleep(0.02)
    process.end()
    thread.join()
    assert not child.is_running()
    assert [str(ended) for ended in raised] == ["reading was stopped"]
    with pytest.raises(ReaderError):
        process.read(file(TEXT), Task())


def test_a_process_reads_no_variables_of_python_and_no_folder_of_its_caller() -> None:
    flags = command()[1:]
    assert "-P" in flags
    assert "-E" in flags
