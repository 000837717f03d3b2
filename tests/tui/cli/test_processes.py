"""The installed command in processes of its own: imports, pipes, interrupts, completion, a terminal."""

import gzip
import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from timeline.store import Store
from tui.cli import browsing, commands, process

COMMAND = [sys.executable, "-c", "from tui.cli import main; main()"]
TEXT = "A ferry sank off Corran on Saturday and twelve people were killed.\n"


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    return {**os.environ, "DATELINE_TIMELINE": str(tmp_path / "timeline.json"), "HOME": str(tmp_path)}


def dateline(environment: dict[str, str], *words: str, **options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, *words],
        env={**environment, **options},
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
    )


def test_help_has_examples_and_imports_nothing_heavy() -> None:
    program = """
import sys
from tui.cli import app
try:
    app(["--help"])
except SystemExit:
    pass
heavy = {"spacy", "textual", "rich", "trafilatura", "lxml", "tinydb", "dateparser", "msgspec", "urllib3"}
print(heavy & set(sys.modules), file=sys.stderr)
"""
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert "dateline add article.txt --date 2019-01-28" in told.stdout
    assert told.stderr.strip() == "set()"


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What is opened in the app, or done by the table of commands, in a terminal."""
    done: list[object] = []
    for stream in (sys.stdin, sys.stdout):
        monkeypatch.setattr(stream, "isatty", lambda: True)

    def browse(path: Path) -> int:
        done.append(path)
        return 0

    monkeypatch.setattr(browsing, "browse", browse)
    monkeypatch.setattr(commands, "app", lambda **_: done.append("a command"))
    return done


@pytest.mark.parametrize("words", [["story.json"], []])
def test_a_timeline_alone_is_opened_without_the_table_of_commands(
    words: list[str], opened: list[object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATELINE_TIMELINE", "story.json")
    Path("story.json").touch()
    with pytest.raises(SystemExit) as ended:
        process._run(words)
    assert (ended.value.code, opened) == (0, [Path("story.json")])


@pytest.mark.parametrize(
    "words",
    [["list"], ["new.json"], ["-x.json"], ["story.json", "--fresh"], ["--version"], ["folder.json"], ["\0.json"]],
)
def test_all_else_is_for_the_table_of_commands(
    words: list[str], opened: list[object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("story.json").touch()
    Path("-x.json").touch()
    Path("folder.json").mkdir()
    process._run(words)
    assert opened == ["a command"]


def test_a_reader_that_leaves_early_is_no_error(environment: dict[str, str], tmp_path: Path) -> None:
    rows = "".join(json.dumps({"id": f"r{number}", "text": TEXT}) + "\n" for number in range(300))
    (tmp_path / "rows.jsonl").write_text(rows)
    with subprocess.Popen(
        [*COMMAND, "extract", str(tmp_path / "rows.jsonl")],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""


@pytest.mark.parametrize("words", ["list", "list --json", "show rows", "export"])
def test_a_reader_that_leaves_before_anything_comes_is_no_error(
    environment: dict[str, str], tmp_path: Path, words: str
) -> None:
    (tmp_path / "rows.txt").write_text(" ".join(f"{number}. {TEXT}" for number in range(500)))
    dateline(environment, "add", str(tmp_path / "rows.txt"))
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as gone:
        told = subprocess.run(
            [*COMMAND, *words.split()], env=environment, stdout=gone, stderr=subprocess.PIPE, check=False
        )
    assert told.stderr == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is full")
def test_a_result_that_finds_no_room_is_an_error_in_words(environment: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    dateline(environment, "add", str(tmp_path / "a.txt"))
    with Path("/dev/full").open("wb") as full:
        told = subprocess.run([*COMMAND, "list"], env=environment, stdout=full, stderr=subprocess.PIPE, check=False)
    assert told.returncode == 1
    says = b"standard output can't be written to: No space left on device. What this command changed is kept"
    assert told.stderr == b"dateline: " + says + b"\n"


def test_an_export_that_a_full_disk_cuts_short_leaves_the_file_that_was_there(
    environment: dict[str, str], tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(TEXT * 20)
    dateline(environment, "add", str(tmp_path / "a.txt"))
    output = tmp_path / "exports" / "chronology.json"
    output.parent.mkdir()
    output.write_text("the last one")
    full = "import resource, signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
    full += "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\nfrom tui.cli import main; main()"
    command = [sys.executable, "-c", full, "export", "--force", "-o", str(output)]
    told = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert told.returncode == 1
    assert told.stderr == f"dateline: {output} cannot be written: it is as it was: File too large\n"
    assert output.read_text() == "the last one"
    assert list(output.parent.iterdir()) == [output]


def test_an_export_replaces_only_when_forced_and_writes_to_devices_and_pipes(
    environment: dict[str, str], tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    dateline(environment, "add", str(tmp_path / "a.txt"))
    mine, link = tmp_path / "mine.md", tmp_path / "link.md"
    mine.write_text("mine")
    link.symlink_to(mine)
    for words, why in (
        (["-o", str(mine)], "it exists already; --force replaces it"),
        (["-o", str(link)], "symbolic link"),
        (["--force", "-o", str(link)], "symbolic link"),
        (["--force", "-f", "json", "-o", f"{tmp_path}/timeline.json"], "it is a timeline"),
        (["--force", "-f", "json", "-o", f"{tmp_path}/timeline.json.journal"], "the journal of a timeline"),
    ):
        told = dateline(environment, "export", *words)
        assert (told.returncode, told.stdout) == (1, "")
        assert why in told.stderr
        assert mine.read_text() == "mine"
    assert dateline(environment, "export", "--force", "-o", str(mine)).returncode == 0
    assert "ferry" in mine.read_text()
    assert link.is_symlink()
    assert "ferry" in dateline(environment, "export", "-o", "/dev/stdout").stdout
    packed = subprocess.run(
        ["bash", "-c", f'"$0" -c "$1" export -o >(gzip > {tmp_path}/a.gz); wait $!', *COMMAND[::2]],
        env=environment,
        check=True,
    )
    assert packed.returncode == 0
    assert "ferry" in gzip.decompress((tmp_path / "a.gz").read_bytes()).decode()


def test_output_is_utf_8_under_a_plain_locale(environment: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    told = dateline(
        environment, "explain", str(tmp_path / "a.txt"), LC_ALL="C", PYTHONCOERCECLOCALE="0", PYTHONUTF8="0"
    )
    assert "‹Saturday›" in told.stdout


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_commands_and_options_are_completed(environment: dict[str, str], shell: str) -> None:
    line = {"COMP_WORDS": "dateline ex", "COMP_CWORD": "1", "_TYPER_COMPLETE_ARGS": "dateline ex"}
    told = dateline(environment, _DATELINE_COMPLETE=f"complete_{shell}", _TYPER_COMPLETE_FISH_ACTION="get-args", **line)
    assert all(command in told.stdout for command in ("export", "explain", "extract"))
    assert "list" not in told.stdout.split()


def test_the_version_is_told(environment: dict[str, str]) -> None:
    assert dateline(environment, "--version").stdout.startswith("dateline ")


def test_a_terminal_gets_a_progress_bar_and_columns(environment: dict[str, str], tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(f"{number}. {TEXT}")
    added = in_terminal(environment, "add", str(tmp_path), "--date", "2019-01-28")
    assert "reading" in added
    assert "3 articles read (3 new): " in added
    listed = in_terminal(environment, "list").splitlines()
    assert all("Sat 26 Jan 2019" in line and "\t" not in line and len(line) <= 80 for line in listed)


def in_terminal(environment: dict[str, str], *words: str, status: int = 0) -> str:
    """What a command writes to a terminal of 80 columns."""
    ours, theirs = pty.openpty()
    environment = {**environment, "COLUMNS": "80", "LINES": "24", "TERM": "xterm"}
    with subprocess.Popen([*COMMAND, *words], env=environment, stdin=theirs, stdout=theirs, stderr=theirs) as process:
        os.close(theirs)
        written = bytearray()
        while True:
            try:
                chunk = os.read(ours, 65536)
            except OSError:
                break
            if not chunk:
                break
            written += chunk
        os.close(ours)
    assert process.returncode == status, written
    return written.decode().replace("\r\n", "\n")


@pytest.mark.parametrize("closed", ["0<&-", "1>&-", "2>&-", "0<&- 1>&- 2>&-"])
def test_closed_standard_streams_are_as_if_they_led_nowhere(
    environment: dict[str, str], tmp_path: Path, closed: str
) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    done = dateline(environment, "add", str(tmp_path / "a.txt"), "--date", "2019-01-28")
    assert done.returncode == 0
    timeline = (tmp_path / "timeline.json").read_bytes()
    for words in (["list"], ["log"]):
        line = " ".join(f"'{word}'" for word in [*COMMAND, *words])
        done = subprocess.run(
            ["/bin/sh", "-c", f"{line} {closed}"], env=environment, capture_output=True, text=True, check=False
        )
        assert (done.returncode, done.stderr) == (0, "")
    reading = subprocess.run(
        ["/bin/sh", "-c", f"'{COMMAND[0]}' -c '{COMMAND[2]}' edit - --note x {closed}"],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    assert (reading.returncode, "Traceback" in reading.stderr) == (2, False)
    assert (tmp_path / "timeline.json").read_bytes() == timeline


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is always full")
def test_a_full_output_is_told_to_be_that_and_what_was_changed_is_kept(
    environment: dict[str, str], tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [*COMMAND, "add", str(tmp_path / "a.txt"), "--date", "2019-01-28"],
            env=environment,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    assert "standard output can't be written to" in done.stderr
    assert "kept" in done.stderr
    with Store.open(tmp_path / "timeline.json", read_only=True) as store:
        assert store.timeline.read_articles == 1
