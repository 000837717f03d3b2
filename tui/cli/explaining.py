"""The command `explain`: an article with each time expression, what it means, and why."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Annotated

import typer

from timeline.inert import one_line
from tui.cli.console import folded, say, tell
from tui.cli.explained_lines import explained_lines, went
from tui.cli.options import LanguageCode, Model, Origins, PublicationDate, language_code, publication_day
from tui.cli.reading import MostOfEach, inputs_of, readers
from tui.cli.tracing import traced

if TYPE_CHECKING:
    from spacy.language import Language

    from timeline.model import Article, Extraction
    from timeline.when import When


Trace = Annotated[
    bool,
    typer.Option(
        "--trace",
        help="Then each sentence after each layer of the date grammar, and why other readings lost.",
        show_default=False,
    ),
]


def explain(
    origins: Origins,
    *,
    date: PublicationDate = "",
    language: LanguageCode = "",
    model: Model = None,
    limit: MostOfEach = "",
    trace: Trace = False,
) -> None:
    """Print an article with its dates and lines explained.

    Below each paragraph: its time expressions, the date of each, and how it was found; then the lines that it tells,
    and why each has its status and its source.
    """
    published = publication_day(date)
    from extractors.reading import ReadError
    from extractors.worker.messages import Task
    from timeline.model import Extraction

    failed = False
    task = Task(published=published, language=language_code(language), model=model)
    with readers(model=model, limit=limit) as reading:
        for outcome in reading.read(inputs_of(origins), task):
            if isinstance(outcome, ReadError):
                failed = True
                tell(f"not read: {one_line(str(outcome))}")
            elif isinstance(outcome, Extraction):
                article = outcome.article
                for line in (*_explained(outcome), *(_traced(article, model) if trace else ())):
                    say(line)
    if failed:
        raise typer.Exit(1)


def _explained(extraction: "Extraction") -> Iterator[str]:
    from timeline.paragraphs import paragraphs

    article = extraction.article
    title = article.title or article.name
    if not article.text.lstrip().startswith(title):
        yield folded(one_line(title))
    yield folded(_published(article))
    for notice in article.notices:
        yield folded(f"Note: {one_line(notice)}")
    starts = [one.start for one in article.time_expressions]
    for start, end in paragraphs(article.text):
        here = range(bisect_left(starts, start), bisect_left(starts, end))
        yield ""
        yield folded(one_line(_marked(article, start, end, here)))
        for index in here:
            yield from _expression(article, index)
            yield folded(one_line(went(extraction, index)), "        ")
        yield from explained_lines(extraction, start, end)


def _traced(article: "Article", model: str | None) -> Iterator[str]:
    """How the date grammar reads it. That is done in this process: the article has been within its limits before."""
    from extractors.pipeline import process

    yield from traced(process(_pipeline(model), article.text, article.name))


@cache
def _pipeline(model: str | None) -> "Language":
    from extractors.pipeline import load_pipeline

    return load_pipeline(model)


def _published(article: "Article") -> str:
    from timeline.dates.edtf import describe_edtf
    from timeline.model import BASES

    if article.published is None:
        return "publication date unknown: what counts from it stays open (give it with --date)"
    evidence = f" ({one_line(article.published.evidence)})" if article.published.evidence else ""
    basis = BASES[article.published.basis]
    return f"published {describe_edtf(article.published.date.isoformat())}, {basis}{evidence}"


def _marked(article: "Article", start: int, end: int, expressions: Sequence[int]) -> str:
    """The paragraph with ‹marks› around its time expressions."""
    parts, place = [], start
    for one in (article.time_expressions[index] for index in expressions):
        if one.start >= place:
            parts += [article.text[place : one.start], f"‹{article.text[one.start : one.end]}›"]
            place = one.end
    return "".join([*parts, article.text[place:end]])


def _expression(article: "Article", index: int) -> Iterator[str]:
    from timeline.dates.article_dates import resolve_expression
    from timeline.dates.confidence import confidence
    from timeline.when import chain

    when = resolve_expression(article, index)
    yield folded(one_line(f"{chain(when.derivation)}{_date(when)}"), "    ", "    ")
    if (rated := confidence(article.time_expressions[index], when)) is not None:
        yield folded(rated.says(when), "        ")


def _date(when: "When") -> str:
    """The end of the chain: the date as a person writes it, and as EDTF has it."""
    from timeline.dates.edtf import describe, describe_edtf

    if when.is_open:
        return "; --date gives one" if when.derivation[-1].rule == "unanchored" else ""
    candidates = [describe_edtf(candidate.edtf) for candidate in when.candidates]
    return f" → {', or less likely '.join(candidates) or describe(when)} ({when.edtf})"
