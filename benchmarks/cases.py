"""What the field reported, kind by kind: `python -m benchmarks.cases [--show]`.

Runs the sentences of `field_cases.tsv` among the tests and, where the shared data is beside this checkout, its
table of reported cases and the small files that `case_files.tsv` says the right values of.

A case is *right* when an expression that touches its words, or the end of a span that has just these words, spans the
days that the right value spans, and *wrong and certain* when one there spans other days, has no other date beside it,
and no mark of doubt. Right values are EDTF, or
NONE (there is no date there), OPEN (nothing certain there), REFUSED (a typed date that is refused), UNKNOWN (no
publication date); of a file PUBLISHED asks for its publication date and EVENTS for the number of its events.
"""

import csv
import datetime as dt
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from benchmarks.score_shared import EVAL
from extractors import extract
from extractors.reading import ReadError, read
from extractors.typed_dates.reading import read_typed_date
from timeline.dates.article_dates import resolve_expression
from timeline.dates.edtf import parse
from timeline.dates.resolve import Context, resolve
from timeline.model import Article, Basis, Published, article_id
from timeline.when import When

OURS = Path(__file__).parents[1] / "tests" / "extractors" / "time_expressions" / "field_cases.tsv"
SHARED = EVAL / "cases"
FILES = Path(__file__).with_name("case_files.tsv")

Days = tuple[dt.date | None, dt.date | None]


class Verdict(StrEnum):
    """What became of a case."""

    RIGHT = "right"
    CERTAIN = "wrong and certain"
    DOUBTED = "wrong, in doubt"
    BESIDE = "right beside another"
    OPEN = "open or missed"


class Case(NamedTuple):
    """A sentence, a typed date or a file, the words that are asked about, and what is right."""

    kind: str
    text: str
    reference: str
    right: str
    words: str


class Answer(NamedTuple):
    """The verdict on a case, and what was found instead."""

    case: Case
    verdict: Verdict
    found: str


def cases(path: Path) -> Iterator[Case]:
    """The rows of a table of cases."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield Case(row["kind"], row["text"], row["reference"], row["right"], row["words"])


def answer(case: Case) -> Answer:
    """The verdict on a sentence or a typed date."""
    if case.kind.startswith("typed"):
        return _typed(case)
    published = Published(dt.date.fromisoformat(case.reference), Basis.PERSON)
    text = case.text
    return _found(case, extract(Article(id=article_id(text), name="case", text=text, published=published)).article)


def _typed(case: Case) -> Answer:
    try:
        found = read_typed_date(case.text, anchor=dt.date.fromisoformat(case.reference)).edtf
    except ValueError as refused:
        return Answer(case, Verdict.RIGHT if case.right == "REFUSED" else Verdict.OPEN, f"refused: {refused}")
    return Answer(case, Verdict.RIGHT if _same(case.right, found) else Verdict.CERTAIN, found)


def _found(case: Case, article: Article) -> Answer:
    """The verdict on the time expressions that touch the words of the case, anywhere where it names none."""
    start = max(article.text.find(case.words), 0) if case.words else 0
    end = start + len(case.words) if case.words else len(article.text)
    there = [
        (each.text, resolve_expression(article, index))
        for index, each in enumerate(article.time_expressions)
        if each.start < end and start < each.end
    ]
    there += [
        (side.text, resolve(side.meaning, Context(article.published, side.direction)))
        for each in article.time_expressions
        for side in each.ends
        if (side.start, side.end) == (start, end)
    ]
    shown = "; ".join(f"{words} = {when.edtf or 'open'}" for words, when in there)
    return Answer(case, _verdict(case.right, [when for _, when in there]), shown or "nothing")


def _verdict(right: str, whens: list[When]) -> Verdict:
    dated = [when for when in whens if when.earliest or when.latest]
    certain = [when for when in dated if not when.candidates and not set(when.edtf) & set("?~[{%")]
    if right == "NONE":
        return Verdict.RIGHT if not dated else Verdict.CERTAIN if certain else Verdict.DOUBTED
    if right == "OPEN":
        return Verdict.CERTAIN if certain else Verdict.RIGHT
    if any(_same(right, when.edtf) for when in whens):
        return Verdict.RIGHT
    if any(_same(right, candidate.edtf) for when in whens for candidate in when.candidates):
        return Verdict.BESIDE
    return Verdict.CERTAIN if certain else Verdict.DOUBTED if dated else Verdict.OPEN


def _same(right: str, found: str) -> bool:
    """Whether two EDTF strings span the same days, marks of doubt aside."""
    if not found or right in {"NONE", "OPEN", "REFUSED", "UNKNOWN"}:
        return False
    if _plain(right) == _plain(found):
        return True
    try:
        return _days(right) == _days(found)
    except ValueError:
        return False


def _plain(edtf: str) -> str:
    return edtf.replace("~", "").replace("?", "")


def _days(edtf: str) -> Days:
    span = parse(edtf)
    return span.earliest, span.latest


def file_answers() -> Iterator[Answer]:
    """The verdicts on the small files, each read once for each of its rows."""
    with FILES.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            case = Case(f"file: {row['file']}", row["file"], row["date"], row["right"], row["words"])
            published = dt.date.fromisoformat(row["date"]) if row["date"] else None
            for found in read(str(SHARED / "files" / row["file"]), published=published):
                yield Answer(case, Verdict.OPEN, str(found)) if isinstance(found, ReadError) else _in_file(case, found)


def _in_file(case: Case, read_article: Article) -> Answer:
    if case.words == "PUBLISHED":
        date = read_article.published.date.isoformat() if read_article.published else "UNKNOWN"
        return Answer(case, Verdict.RIGHT if date == case.right else Verdict.CERTAIN, date)
    extraction = extract(read_article)
    if case.words == "EVENTS":
        number = str(len(extraction.events))
        return Answer(case, Verdict.RIGHT if number == case.right else Verdict.CERTAIN, f"{number} events")
    return _found(case, extraction.article)


def report(title: str, answers: list[Answer], *, show: bool) -> None:
    """Print the verdicts by kind, and each case that is not right if `show`."""
    kinds: dict[str, Counter[Verdict]] = defaultdict(Counter)
    for each in answers:
        kinds[each.case.kind.split(":")[0]][each.verdict] += 1
        if show and each.verdict is not Verdict.RIGHT:
            print(f"  {each.verdict}: {each.case.kind} | {each.case.text} | right {each.case.right} | {each.found}")
    total = Counter(each.verdict for each in answers)
    print(f"{title}: {len(answers)} cases, {100 * total[Verdict.RIGHT] / len(answers):.1f} % right", end="")
    print("".join(f", {total[verdict]} {verdict}" for verdict in Verdict if verdict is not Verdict.RIGHT))
    for kind, counted in kinds.items():
        print(f"  {kind:<12}" + ", ".join(f"{counted[verdict]} {verdict}" for verdict in Verdict if counted[verdict]))


def main(*, show: bool) -> None:
    """Print all figures."""
    report("our own sentences", [answer(case) for case in cases(OURS)], show=show)
    if not SHARED.exists():
        print("the shared cases are not beside this checkout")
        return
    report("reported cases", [answer(case) for case in cases(SHARED / "dates.tsv")], show=show)
    report("reported files", list(file_answers()), show=show)


if __name__ == "__main__":
    main(show="--show" in sys.argv)
