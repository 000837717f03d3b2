"""The commands, as a person or a script meets them."""

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from timeline.store import Store
from tui.cli import app

pytestmark = pytest.mark.usefixtures("lasting")

Run = Callable[..., Result]

TEXT = (
    "A ferry sank off Corran on Saturday and twelve people were killed. A UN official said on Friday that the ship had"
    " been overloaded.\n\nThe company will publish a report in 2020.\n"
)


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command on a timeline and in a folder of the test's own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATELINE_TIMELINE", str(tmp_path / "own" / "timeline.json"))

    def invoke(*words: object, stdin: str | bytes = "") -> Result:
        return CliRunner().invoke(app, [str(word) for word in words], input=stdin)

    return invoke


@pytest.fixture
def article(tmp_path: Path) -> Path:
    file = tmp_path / "ferry.txt"
    file.write_text(TEXT)
    return file


def test_adding_says_what_was_done_and_adding_again_changes_nothing(run: Run, article: Path, tmp_path: Path) -> None:
    first = run("add", article, "--date", "28 jan 2019", "--publisher", "Corran Post")
    assert first.exit_code == 0, first.output
    assert first.stdout.startswith("1 article read (1 new): ")
    assert "publication date: Mon 28 Jan 2019 (2019-01-28)" in first.stderr
    kept = (tmp_path / "own" / "timeline.json").read_bytes()
    second = run("add", article, "--date", "2019-01-28", "--publisher", "Corran Post")
    assert "1 article read (1 unchanged)" in second.stdout
    assert (tmp_path / "own" / "timeline.json").read_bytes() == kept


def test_an_undated_article_is_told_with_what_to_do_and_a_date_given_later_dates_it(run: Run, article: Path) -> None:
    told = run("add", article)
    assert told.exit_code == 0
    assert "1 article without a publication date (ferry)" in told.stderr
    assert "--date" in told.stderr
    assert "2019-01-26" not in run("list").stdout
    run("add", article, "--date", "2019-01-28")
    assert "2019-01-26" in run("list").stdout


GERMAN = "Die Fähre sank am Samstag vor der Insel, sagte der Minister am Montag. Niemand wurde verletzt."
TWO = "".join(
    f"<article><h2>{title}</h2><time datetime={day}>{day}</time><p>{title}: {TEXT}</p></article>"
    for title, day in (("Ferry", "2019-01-28"), ("Bridge", "2019-03-04"))
)


def test_what_a_person_should_know_of_an_article_is_told_and_kept(run: Run, tmp_path: Path) -> None:
    german, page = tmp_path / "insel.txt", tmp_path / "page.html"
    german.write_text(GERMAN)
    page.write_text(f"<html><body><main>{TWO}</main></body></html>")
    for command in ("add", "extract"):
        told = run(command, german, page)
        assert told.exit_code == 0, told.output
        notes = [line for line in told.stderr.splitlines() if line.startswith("note: ")]
        assert len(notes) == 3
        assert notes[0].startswith(f"note: {german}: is in German, and dateline reads English so far")
        assert notes[2] == f"note: {page}, article 2: is one of 2 articles on its page, each read by itself"
    assert "note    is in German" in run("show", "insel").stdout
    assert "Note: is in German" in run("explain", german).stdout
    assert {"2019-01-26", "2019-03-02"} <= {line.split("\t")[1] for line in run("list").stdout.splitlines()}


def test_a_person_may_say_that_it_is_english(run: Run, tmp_path: Path) -> None:
    german = tmp_path / "insel.txt"
    german.write_text(GERMAN)
    told = run("extract", german, "--language", "en-GB")
    assert "note:" not in told.stderr
    assert json.loads(told.stdout)["article"]["language"] == "en"
    assert json.loads(run("extract", german).stdout)["article"]["language"] == "de"
    wrong = run("extract", german, "--language", "english")
    assert (wrong.exit_code, wrong.stdout) == (2, "")
    assert "is no code of a language" in wrong.stderr


@pytest.mark.parametrize("command", ["add", "extract", "explain"])
def test_a_folder_names_what_it_holds_that_is_not_read(run: Run, article: Path, command: str) -> None:
    article.with_name("report.pdf").write_bytes(b"%PDF-1.7\n")
    article.with_name("notes").write_text("Notes.")
    told = run(command, article.parent)
    assert told.exit_code == 1
    assert f"not read: {article.with_name('report.pdf')}: is a PDF, not text" in told.stderr
    assert f"not read: {article.with_name('notes')}: has not the name of an article" in told.stderr
    assert told.stdout


def test_a_folder_with_bad_files_gives_its_good_ones_and_names_each_bad_one(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(50):
        (folder / f"good{number:02}.txt").write_text(f"Ferry {number} sank on Saturday. Nobody was killed.")
    (folder / "latin-1-is-read.txt").write_bytes("Minister José Muñoz resigned on Saturday.".encode("latin-1"))
    (folder / "empty.txt").write_bytes(b"")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 50)
    (folder / "huge.txt").write_bytes(b"Saturday. " * 1_100_000)
    (folder / "zeros.txt").write_bytes(bytes(1000))
    (folder / "unreadable.txt").symlink_to(folder / "gone.txt")
    told = run("add", folder)
    assert told.exit_code == 1
    assert told.stdout.startswith("51 articles read (51 new)")
    assert sorted(line for line in told.stderr.splitlines() if line.startswith("not read: ")) == [
        f"not read: {folder}/binary.txt: is binary, not text",
        f"not read: {folder}/empty.txt: is empty",
        f"not read: {folder}/huge.txt: is larger than the limit of 10 MB"
        " (split it into articles, or make it JSON lines)",
        f"not read: {folder}/unreadable.txt: is a link to a file that is not there",
        f"not read: {folder}/zeros.txt: holds nothing but zero bytes (the file is damaged: fetch it again)",
    ]
    assert "5 inputs not read" in told.stderr
    assert "José" in run("show", "latin-1-is-read", "--json").stdout


def test_rows_are_added_from_standard_input(run: Run) -> None:
    rows = json.dumps({"id": "row-1", "text": TEXT, "date": "2019-01-28"}) + "\nnonsense\n"
    told = run("add", "-", "--jsonl", stdin=rows)
    assert told.exit_code == 1
    assert "1 article read (1 new)" in told.stdout
    assert "not read: -, line 2: is no row of an article" in told.stderr
    assert "2019-01-26" in run("show", "row-1").stdout


def test_a_list_in_a_pipe_has_a_line_an_event_and_a_tab_between_columns(run: Run, article: Path) -> None:
    run("add", article, "--date", "2019-01-28")
    rows = [line.split("\t") for line in run("list").stdout.splitlines()]
    assert rows
    assert {len(row) for row in rows} == {5}
    assert any(row[1] == "2019-01-26" for row in rows)
    assert run("list", "date:2019-01-26").stdout.splitlines() == [
        "\t".join(row) for row in rows if row[1].removesuffix("?") == "2019-01-26"
    ]


def test_a_date_in_words_is_told_before_it_filters(run: Run, article: Path) -> None:
    run("add", article, "--date", "2019-01-28")
    told = run("list", 'date:"26 jan 2019"')
    assert told.stderr == "date: “26 jan 2019” is Sat 26 Jan 2019\n"
    assert told.stdout == run("list", "date:2019-01-26").stdout != ""
    assert run("list", 'date:"3 weeks ago"').stdout == ""


def test_a_removed_article_takes_its_events_along_until_that_is_undone(run: Run, article: Path) -> None:
    run("add", article, "--date", "2019-01-28")
    before = run("list").stdout
    told = run("remove", "ferry")
    assert told.exit_code == 0
    assert told.stdout == f"removed: ferry, {len(before.splitlines())} events (dateline undo brings it back)\n"
    assert run("list").stdout == ""
    assert run("remove", "ferry").exit_code == 1
    assert "removed the article “ferry”" in run("undo").stdout
    assert run("list").stdout == before
    nothing = run("undo")
    assert nothing.exit_code == 1
    assert "there is no correction to take back" in nothing.stderr


def test_a_removed_article_is_back_when_it_is_added_again(run: Run, article: Path) -> None:
    run("add", article, "--date", "2019-01-28")
    before = run("list").stdout
    run("remove", "ferry")
    assert "1 article read (1 new)" in run("add", article).stdout
    assert run("list").stdout == before


def test_only_articles_are_removed(run: Run, article: Path, tmp_path: Path) -> None:
    for command in (["remove", "ferry"], ["undo"]):
        told = run(*command)
        assert told.exit_code == 1
        assert "there is no timeline at" in told.stderr
    assert not (tmp_path / "own").exists()
    run("add", article)
    event = run("list").stdout.split("\t")[0]
    told = run("remove", event)
    assert told.exit_code == 2
    assert "hide it with H in the app, or remove its article" in told.stderr


def test_list_as_json_is_the_export_of_the_same_events(run: Run, article: Path) -> None:
    run("add", article, "--date", "2019-01-28")
    assert run("list", "--json").stdout == run("export", "--format", "json").stdout
    assert json.loads(run("list", "--json", "date:2019-01-26").stdout)["events"]


def test_an_event_is_shown_with_its_evidence_and_the_derivation_of_its_date(run: Run, article: Path) -> None:
    run("add", article, "--date", "2019-01-28")
    identifier = next(line.split("\t")[0] for line in run("list").stdout.splitlines() if "\t2019-01-26\t" in line)
    shown = run("show", identifier[:10]).stdout
    assert "when    Sat 26 Jan 2019  (2019-01-26)" in shown
    assert "“Saturday” → the Saturday before publication (Mon 28 Jan 2019), because “sank” is past" in shown
    assert "“A ferry sank off Corran on Saturday and twelve people were killed.”" in shown
    assert json.loads(run("show", identifier, "--json").stdout)["events"][0]["id"] == identifier


def test_an_article_is_shown_by_its_name_with_its_events(run: Run, article: Path) -> None:
    run("add", article, "--date", "2019-01-28")
    shown = run("show", "ferry").stdout
    assert "dated   2019-01-28 (person)" in shown
    assert all(line in shown for line in run("list").stdout.splitlines())


def test_what_is_shown_must_be_one_thing(run: Run, article: Path) -> None:
    run("add", article)
    assert "there is no event or article" in run("show", "nothing").stderr
    several = run("show", "")
    assert several.exit_code == 1
    assert "could be" in several.stderr


@pytest.mark.parametrize(
    ("name", "start"), [("a.md", "# "), ("a.json", "{"), ("a.csv", "date,"), ("a", "# "), ("a.TXT", "# ")]
)
def test_an_export_takes_its_form_from_the_name_of_the_file(run: Run, article: Path, name: str, start: str) -> None:
    run("add", article, "--date", "2019-01-28")
    told = run("export", "-o", name)
    assert told.exit_code == 0
    assert told.stdout == ""
    assert Path(name).read_text(encoding="utf-8-sig").startswith(start)


@pytest.mark.parametrize(("name", "start"), [("md", "# "), ("Markdown", "# "), ("txt", "# "), ("ndjson", '{"table":')])
def test_an_export_is_known_by_what_people_call_it(run: Run, article: Path, name: str, start: str) -> None:
    run("add", article, "--date", "2019-01-28")
    assert run("export", "-f", name).stdout.startswith(start)


@pytest.mark.parametrize(("name", "way"), [("ics", "csv"), ("pdf", "pandoc"), ("xlsx", "csv"), ("timeml", "extract")])
def test_a_form_that_there_is_not_is_refused_with_what_comes_next_to_it(
    run: Run, article: Path, name: str, way: str
) -> None:
    run("add", article)
    for words in (["-f", name], ["-o", f"a.{name}"]):
        told = run("export", *words)
        assert told.exit_code == 2
        assert way in told.stderr


def test_json_has_the_articles_too_in_which_nothing_was_found(run: Run, article: Path, tmp_path: Path) -> None:
    bare = tmp_path / "bare.txt"
    bare.write_text("A list of harbours: Oslund, Corran, Skerra.\n")
    run("add", article, bare, "--date", "2019-01-28")
    names = [one["name"] for one in json.loads(run("export", "-f", "json").stdout)["articles"]]
    assert "bare" in names
    assert len(names) == 2
    assert "bare" not in run("export", "-f", "json", "date:2019").stdout


def test_an_export_that_cannot_be_written_says_so(run: Run, article: Path) -> None:
    run("add", article)
    told = run("export", "-o", "no/such/folder.md")
    assert told.exit_code == 1
    assert "cannot be written: No such file or directory" in told.stderr


def test_an_explanation_marks_each_expression_and_says_why(run: Run, article: Path) -> None:
    explained = run("explain", article, "--date", "2019-01-28").stdout
    assert "A ferry sank off Corran on ‹Saturday› and twelve" in explained
    assert (
        "“Saturday” → the Saturday before publication (Mon 28 Jan 2019), because “sank” is past"
        " → Sat 26 Jan 2019 (2019-01-26)"
    ) in explained
    undated = run("explain", article).stdout
    assert "publication date unknown" in undated
    assert "“Saturday” → stays open: the article has no publication date to count from; --date gives one" in undated
    assert "2019" not in undated.replace("in 2020", "")


def test_a_trace_shows_what_each_layer_of_the_grammar_joined_and_why_a_reading_lost(run: Run, tmp_path: Path) -> None:
    article = tmp_path / "wait.txt"
    article.write_text("Two days after he left they met on Friday.\n\nNobody knows why.", encoding="utf-8")
    assert "layer" not in run("explain", article).stdout
    traced = run("explain", "--trace", article).stdout
    assert "‹number: Two› ‹units: days› after he left they met on ‹weekday: Friday› ." in traced
    assert '“Friday” is time {"means":"weekday","day":4}, by the rule weekday (weekday)' in traced
    assert "lost: “Two days” by duration (amount): a longer one goes first" in traced
    assert "Nobody knows" not in traced.partition("layer")[2]


def test_extract_gives_an_object_an_article_with_offsets_into_its_text(run: Run, article: Path) -> None:
    (row,) = map(json.loads, run("extract", article, "--date", "2019-01-28").stdout.splitlines())
    assert (row["id"], row["publication_date"]) == ("ferry", "2019-01-28")
    assert row["article"]["text"] == TEXT
    saturday = TEXT.index("Saturday")
    assert [saturday, saturday + 8, "DATE", "2019-01-26"] in row["time_expressions"]
    event = next(event for event in row["events"] if TEXT[event["start"] : event["end"]] == "sank")
    assert (event["date"], event["kind"], event["polarity"], event["source"]) == (
        "2019-01-26",
        "occurred",
        "pos",
        "article",
    )
    assert isinstance(event["actors"], list)
    (attribution,) = row["attributions"]
    words = {role: [TEXT[start:end] for start, end in attribution[role]] for role in ("source", "cue", "content")}
    assert words["source"] == ["A UN official"]
    assert words["cue"] == ["said"]


def test_extract_without_a_date_leaves_relative_dates_open(run: Run, article: Path) -> None:
    row = json.loads(run("extract", article).stdout)
    assert row["publication_date"] is None
    assert {event["date"] for event in row["events"]} <= {None, "2020"}


def test_extract_in_several_processes_gives_the_same_in_the_same_order(run: Run) -> None:
    rows = [
        {"id": f"r{number}", "text": f"Ferry {number} sank on Saturday.", "date": "2019-01-28"} for number in range(12)
    ]
    rows.insert(5, {"id": "bad"})
    stdin = "\n".join(map(json.dumps, rows))
    one, two = (run("extract", "-", "--jsonl", "--jobs", jobs, stdin=stdin) for jobs in (1, 2))
    assert one.exit_code == two.exit_code == 1
    assert one.stdout == two.stdout
    assert [json.loads(line)["id"] for line in one.stdout.splitlines()] == [f"r{number}" for number in range(12)]
    assert "line 6" in two.stderr


def test_hostile_text_reaches_no_terminal(run: Run, tmp_path: Path) -> None:
    hostile = (
        "The \x1b]0;evil\x07[red]minister[/red] \x1b[2Jresigned \u202eSaturday\u202c, [bold]officials[/bold] said."
    )
    (tmp_path / "evil\x1b[2J[red].txt").write_text(hostile)
    (tmp_path / "empty\x1b[2J.txt").write_text("")
    outputs = [run("add", tmp_path), run("list"), run("explain", tmp_path), run("extract", tmp_path)]
    outputs += [run("show", run("list").stdout.split("\t")[0]), run("export")]
    for result in outputs:
        assert not any(character in result.output for character in "\x1b\x07\u202e\u202c")
    assert "[red]minister[/red]" in outputs[2].stdout


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["nonsense"], "neither a command"),
        (["lst"], "list"),
        (["a" * 300], "neither a command"),
        (["add"], "Missing argument"),
        (["add", "a.txt", "--date", "soon"], "--date"),
        (["add", "a.txt", "--date", "jan 2019"], "missing"),
        (["list", "--nonsense"], "No such option"),
        (["extract", "a.txt", "--jobs", "0"], "--jobs"),
        (["open"], "needs a terminal"),
        (["my.json"], "needs a terminal"),
        ([], "needs a terminal"),
    ],
)
def test_wrong_use_has_status_2_and_says_what_is_wrong(run: Run, words: list[str], says: str) -> None:
    told = run(*words)
    assert told.exit_code == 2
    assert says in told.stderr


@pytest.mark.parametrize("command", ["add", "explain", "extract"])
def test_a_language_pipeline_that_is_not_there_is_wrong_use_told_once(
    run: Run, article: Path, tmp_path: Path, command: str
) -> None:
    told = run(command, article, article, "--model", "nope")
    assert told.exit_code == 2
    assert told.stderr.count("no pipeline “nope” is installed") == 1
    assert "report" not in told.stderr
    assert not (tmp_path / "own").exists()


@pytest.mark.usefixtures("troubled")
@pytest.mark.parametrize("command", ["add", "explain", "extract"])
def test_a_path_too_long_and_a_fault_of_the_reading_do_not_end_the_others(
    run: Run, article: Path, command: str
) -> None:
    article.with_name("faulty.txt").write_text("NEST")
    told = run(command, "a" * 300, "faulty.txt", article)
    assert told.exit_code == 1
    assert "cannot be opened: File name too long" in told.stderr
    assert "faulty.txt: is nested too deeply to be read" in told.stderr
    assert "1 article read" in told.stdout or "Corran" in told.stdout


@pytest.mark.usefixtures("troubled")
def test_findings_that_cannot_be_kept_are_named_and_the_next_article_is_added(
    run: Run, article: Path, tmp_path: Path
) -> None:
    faulty = tmp_path / "faulty.txt"
    faulty.write_text(f"TWICE. {TEXT}")
    told = run("add", faulty, article)
    assert told.exit_code == 1
    assert f"not read: {faulty}: cannot be kept: two records of article “faulty” have the id" in told.stderr
    assert told.stdout.startswith("1 article read (1 new)")


def test_a_day_of_which_no_article_can_be_is_told_where_an_article_says_so_of_itself(run: Run, tmp_path: Path) -> None:
    rows = tmp_path / "rows.jsonl"
    rows.write_text('{"text": "A ferry sank on Friday.", "date": "9999-12-31"}\n')
    told = run("add", rows)
    assert told.exit_code == 0
    assert "the day of publication that it tells can't be: Fri 31 Dec 9999 (9999-12-31) is yet to come" in told.stderr
    refused = run("add", rows, "--date", "9999-12-31")
    assert (refused.exit_code, "is yet to come" in refused.stderr) == (2, True)


def test_wrong_use_of_a_timeline_has_status_2(run: Run, article: Path) -> None:
    run("add", article)
    for words in (["list", "colour:red"], ["export", "--format", "pdf"]):
        assert run(*words).exit_code == 2


def test_a_timeline_that_is_not_there_is_not_made_by_looking(run: Run, tmp_path: Path) -> None:
    for command in ("list", "export"):
        told = run(command)
        assert told.exit_code == 1
        assert "there is no timeline at" in told.stderr
    assert not (tmp_path / "own").exists()


@pytest.mark.parametrize("words", [["list"], ["show", "ferry"], ["export"]])
def test_a_timeline_that_cannot_be_opened_is_named_with_the_reason(run: Run, tmp_path: Path, words: list[str]) -> None:
    damaged = tmp_path / "damaged.json"
    damaged.write_text('{"meta": {"timeline": {"revision": 1, "sche')
    for name, reason in (
        ("missing.json", "there is no timeline at missing.json yet"),
        ("damaged.json", "damaged.json is no timeline, or is damaged"),
        (str(tmp_path), f"{tmp_path} is a folder, and a timeline is kept in a file"),
        ("a" * 300, f"{'a' * 300} cannot be opened: File name too long"),
    ):
        told = run(*words, "-t", name)
        assert told.exit_code == 1
        assert told.stderr.startswith("dateline: ")
        assert reason in told.stderr


def test_a_file_that_is_no_timeline_is_refused_and_left_alone(run: Run, article: Path) -> None:
    told = run("add", article, "-t", article)
    assert told.exit_code == 1
    assert str(article) in told.stderr
    assert article.read_text() == TEXT


def test_an_option_names_another_timeline(run: Run, article: Path, tmp_path: Path) -> None:
    assert run("add", article, "-t", "other/case.json", "--date", "2019-01-28").exit_code == 0
    assert not (tmp_path / "own").exists()
    assert "2019-01-26" in run("list", "-t", "other/case.json").stdout
    with Store.open(tmp_path / "other" / "case.json", read_only=True) as store:
        (kept,) = store.timeline.articles.values()
    assert kept.published is not None
    assert kept.published.date == dt.date(2019, 1, 28)


def test_the_demo_prints_markdown_without_a_terminal(run: Run, tmp_path: Path) -> None:
    told = run("demo")
    assert told.exit_code == 0
    assert told.stdout.startswith("# ")
    assert told.stdout == run("demo").stdout
    assert not (tmp_path / "own").exists()
