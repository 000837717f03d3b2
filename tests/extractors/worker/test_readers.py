"""Several reading processes at work on one pile."""

import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest

from extractors.reading import Input, ReadError
from extractors.reading.inputs import AddressInput, FileInput, RowInput
from extractors.worker.limits import Limit
from extractors.worker.messages import Task
from extractors.worker.process import Outcome
from extractors.worker.readers import Readers
from tests.extractors.worker.trouble import COMMAND
from timeline.model import Extraction

TEXT = "A ferry sank off Corran on Saturday and twelve people were killed."


def pile(number: int, *troubles: str) -> Iterator[Input | ReadError]:
    for at in range(number):
        word = troubles[at % len(troubles)] if troubles else ""
        yield RowInput("rows", at, json.dumps({"id": f"r{at}", "text": f"{TEXT} {word}" * (1 + 7 * (at % 5))}).encode())


def names(outcomes: Iterator[Outcome]) -> list[str]:
    return [
        found.article.name if isinstance(found, Extraction) else str(found).partition(" (")[0].removesuffix(": SIGSEGV")
        for found in outcomes
    ]


@pytest.mark.parametrize("jobs", [1, 3])
def test_outcomes_come_in_the_order_of_the_pile_also_around_those_that_are_refused(jobs: int) -> None:
    with Readers(jobs=jobs, limit=Limit(seconds=1), command=COMMAND) as readers:
        told = names(readers.read(pile(7, "", "", "CRASH", "", "BURN", ""), Task()))
    wrong = {2: "rows, line {}: ended the process that read it", 4: "rows, line {}: takes more than 1 s to read"}
    assert told == [wrong.get(at, "r{}").format(at) for at in range(7)]


def test_what_could_not_be_taken_in_keeps_its_place() -> None:
    first, second = pile(2)
    with Readers(jobs=2) as readers:
        assert names(readers.read([first, ReadError("b", "is gone"), second], Task())) == ["r0", "b: is gone", "r1"]


def test_one_process_answers_each_row_before_it_asks_for_the_next() -> None:
    asked = []

    def slowly() -> Iterator[Input | ReadError]:
        for row in pile(3):
            asked.append(row)
            yield row

    with Readers() as readers:
        for at, _ in enumerate(readers.read(slowly(), Task())):
            assert len(asked) == at + 1


class Rows(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        body = b"".join(row.data + b"\n" for row in pile(3, "", "LEAVE") if isinstance(row, RowInput))
        self.send_response(200)
        self.send_header("Content-Type", "application/x-ndjson")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.mark.parametrize("jobs", [1, 2])
def test_rows_at_an_address_come_in_its_place_and_after_a_refused_one_the_others_are_read(jobs: int) -> None:
    server = HTTPServer(("127.0.0.1", 0), Rows)
    Thread(target=server.serve_forever, daemon=True).start()
    address = AddressInput(f"http://127.0.0.1:{server.server_port}/rows")
    try:
        with Readers(jobs=jobs, command=COMMAND) as readers:
            told = names(readers.read([address, FileInput("last.txt", TEXT.encode())], Task()))
    finally:
        server.shutdown()
        server.server_close()
    assert [each if each.startswith(("r", "last")) else "refused" for each in told] == ["r0", "refused", "r2", "last"]


def test_processes_that_are_not_needed_are_not_started() -> None:
    with Readers(jobs=4) as readers:
        assert names(readers.read(pile(1), Task())) == ["r0"]
        assert sum(process.pid is not None for process in readers._processes) == 1
