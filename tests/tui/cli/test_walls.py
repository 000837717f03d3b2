"""Nothing that a command writes commands a terminal, wherever the text came from."""

import base64
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from tests.hostile import ATTACKS, hostile, spoilt, unsafe
from tests.tui.cli.test_processes import COMMAND, in_terminal
from timeline.edits import EditKind
from timeline.export.findings import write_findings
from timeline.store import Store
from tui.cli import app

Run = Callable[..., Result]
EVERY_ATTACK = "".join(ATTACKS)

COMMANDS = (
    "list",
    "list --json",
    "list ferries",
    'list date:"last\x1b[2J week"',
    "list date:\x1b[2Jnever",
    "show EVENT",
    "show EVENT --json",
    "show ARTICLE",
    "show ARTICLE --json",
    "show nothing\x1b]0;evil\x07",
    "show ''",
    "remove EVENT",
    "export",
    "export -f json",
    "export -f csv",
    "export -f jsonl",
    "merge nothing\x1b[2J.json",
    "import nothing\x1b[2J.jsonl",
    "export -f \x1b[2J",
    "export -o sent.\x9b2J",
    "export -o nowhere\x1b[2J/a.md",
    "explain nothing\x1b[2J.txt",
    "extract nothing\u202e.txt",
    "add nothing\x9b2J.txt",
    "add http://[\x1b[2J/",
    "add a.txt --date \x1b[2J2019",
    "add a.txt --model \x1b[2J",
    "lst\x1b]0;evil\x07",
    "--nonsense\x1b[2J",
    "export --nonsense\x9b2J",
    "extract a.txt --jobs \x1b[2J",
    "undo",
    "undo",
    "remove ARTICLE",
    "undo",
)


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command on a timeline of the test's own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATELINE_TIMELINE", str(tmp_path / "sent.json"))
    return lambda *words: CliRunner().invoke(app, [str(word) for word in words])


@pytest.fixture
def sent(tmp_path: Path) -> Path:
    """A timeline with attacks in every text of it, and in a note."""
    path = tmp_path / "sent.json"
    with Store.open(path) as store:
        store.add(hostile())
        store.add(hostile(None))
        store.edit(EditKind.NOTE, store.timeline.entries[0].id, spoilt("a note of mine"))
        store.edit(EditKind.STAR, store.timeline.entries[1].id, "yes")
    return path


@pytest.mark.parametrize("command", COMMANDS)
def test_no_command_writes_what_a_timeline_or_an_argument_smuggles(run: Run, sent: Path, command: str) -> None:
    with Store.open(sent, read_only=True) as store:
        names = {"EVENT": store.timeline.entries[0].id, "ARTICLE": next(iter(store.timeline.articles)), "''": ""}
    told = run(*(names.get(word, word) for word in command.replace('"last\x1b[2J week"', "last\x1b[2J").split(" ")))
    assert told.output
    assert not unsafe(told.output)


def test_json_has_the_very_values_of_the_timeline(run: Run, sent: Path) -> None:
    with Store.open(sent, read_only=True) as store:
        titles = [entry.title for entry in store.timeline.entries]
    for command in ("list --json", "export -f json"):
        assert [event["title"] for event in json.loads(run(*command.split()).stdout)["events"]] == titles
    assert any(set(title) & {"\x85", "\x7f", "\u202e", "\u2029"} for title in titles)


def test_findings_are_escaped_and_of_the_same_value() -> None:
    read = hostile()
    line = write_findings(read)
    assert not unsafe(line)
    assert line.count("\n") == 1
    assert json.loads(line)["article"]["text"] == read.article.text


def test_exported_files_can_be_looked_at_in_a_terminal(run: Run, sent: Path) -> None:
    for name in ("a.md", "a.csv", "a.json"):
        assert run("export", "-o", sent.with_name(name)).exit_code == 0
        text = sent.with_name(name).read_bytes().decode()
        assert "resigns" in text
        assert not unsafe(text)


def strings(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Where in a JSON value there are strings."""
    match value:
        case str():
            yield path
        case list():
            for index, each in enumerate(value):
                yield from strings(each, (*path, index))
        case dict():
            for key, each in value.items():
                yield from strings(each, (*path, key))


def test_a_timeline_with_an_attack_in_any_one_string_of_the_file_opens_or_is_refused_in_words(
    run: Run, sent: Path
) -> None:
    """Every field there is once: dates, ids and rules too, which no honest program fills so."""
    whole = sent.read_bytes()
    fields: dict[object, tuple[str | int, ...]] = {}
    for path in strings(json.loads(whole)):
        kind = (path[0], *(step for step in path[2:] if isinstance(step, str)))
        fields.setdefault(kind, path)
    assert len(fields) > 40
    for path in fields.values():
        tampered: Any = json.loads(whole)
        place = tampered
        for step in path[:-1]:
            place = place[step]
        place[path[-1]] += EVERY_ATTACK
        sent.write_text(json.dumps(tampered), encoding="utf-8")
        for command in ("list", "export"):
            assert not unsafe(run(*command.split()).output), path


def test_a_line_of_a_list_is_one_event_whatever_its_id_is(run: Run, sent: Path) -> None:
    with Store.open(sent, read_only=True) as store:
        event = store.timeline.entries[0].id
        number = len(store.timeline.entries)
    sent.write_text(sent.read_text(encoding="utf-8").replace(event, r"a\nfalse\t2019\tline"), encoding="utf-8")
    lines = run("list").stdout.splitlines()
    assert len(lines) in {0, number}
    assert all(line.count("\t") == 4 for line in lines)


def test_a_damaged_timeline_whose_error_quotes_it_is_told_inertly(run: Run, sent: Path) -> None:
    sent.write_text(json.dumps({"meta": {"meta": {"schema": EVERY_ATTACK}}, EVERY_ATTACK: {EVERY_ATTACK: []}}))
    for command in ("list", "export", "undo"):
        told = run(command)
        assert told.exit_code == 1
        assert not unsafe(told.output)


def test_the_articles_of_the_issue(run: Run, tmp_path: Path) -> None:
    attack = "&#27;]52;c;Y3VybCBldmlsfHNoCg==&#7;"
    (tmp_path / "a.md").write_text(f"# V\n\n<div>Fenwick {attack}resigned on 3 March 2019.</div>\n")
    for command in ("add a.md", "list", "list --json", "show a", "export", "explain a.md", "extract a.md", "remove a"):
        told = run(*command.split())
        assert told.exit_code == 0, told.output
        assert not unsafe(told.output)
        assert "]52;c" not in told.output


@pytest.mark.skipif(sys.platform == "darwin", reason="its file systems take no such names")
def test_names_of_files_that_are_no_text_are_shown_inertly(run: Run, tmp_path: Path) -> None:
    names = [b"caf\xe9.txt", b"clear\x1b[2J.txt", "turn\u202etxt.exe".encode(), "next\x85line\u2028.txt".encode()]
    for name in names:
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_text("Fenwick resigned on 3 March 2019.")
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/empty\xff\x9b.txt")).write_text("")
    for command in ("add", "explain", "extract"):
        told = run(command, tmp_path)
        assert told.exit_code == 1
        assert "empty" in told.output
        assert not unsafe(told.output)
    assert "caf?" in run("list", "--json").output


def environment(tmp_path: Path) -> dict[str, str]:
    return {**os.environ, "DATELINE_TIMELINE": str(tmp_path / "sent.json"), "HOME": str(tmp_path)}


def test_a_terminal_gets_only_what_the_progress_bar_means(tmp_path: Path) -> None:
    (tmp_path / "bad\x1b]0;evil\x07\x9b2J.txt").write_bytes(b"")
    (tmp_path / "caf\udce9.txt").write_text("Fenwick resigned on 3 March 2019.")
    written = in_terminal(environment(tmp_path), "add", str(tmp_path), status=1)
    assert "\x1b[" in written
    assert "reading" in written
    assert "not read: " in written
    for mark in ("\x9b", "\x1b]", "\x07", "evil\x1b"):
        assert mark not in written


@pytest.mark.parametrize("locale", ["C", "C.UTF-8"])
def test_wrong_use_told_by_the_library_and_tracebacks_are_inert_too(tmp_path: Path, locale: str) -> None:
    plain = {**environment(tmp_path), "LC_ALL": locale, "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    for words in (
        ["export", "--nonsense\x1b[2J\u202e"],
        ["open", "a\x1b[2J.json"],
        ["extract", "x", "--jobs", "\x1b[2J"],
    ):
        told = subprocess.run([*COMMAND, *words], env=plain, capture_output=True, check=False)
        assert told.returncode == 2
        assert not unsafe(told.stderr.decode())
    fault = "from tui.cli import commands as cli; cli.opening.demo.__doc__; cli.app.main = None\n"
    fault += f"def app(**_): raise RuntimeError({EVERY_ATTACK!r})\n"
    fault += "from tui.cli import main; cli.app = app; main()"
    told = subprocess.run([sys.executable, "-c", fault], env=plain, capture_output=True, check=False)
    assert b"RuntimeError" in told.stderr
    assert not unsafe(told.stderr.decode())


def test_there_is_no_way_to_write_bytes_past_the_wall() -> None:
    program = "from tui.cli import commands as cli\nimport sys\n"
    program += "cli.app = lambda **_: print(hasattr(sys.stdout, 'buffer'))\nfrom tui.cli import main; main()"
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert told.stdout == "False\n"


def test_the_attack_is_one() -> None:
    assert base64.b64decode("ZXZpbA==") == b"evil"
    assert unsafe(EVERY_ATTACK) >= {"\x1b", "\x07", "\x9b", "\u202e", "\u2028", "\x85"}
