"""The command `explain`: an article with each time expression, what it means, and why."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import typer

from tui.cli.console import folded, printable, say, tell
from tui.cli.options import Model, Origins, PublicationDate, check_model, publication_day

if TYPE_CHECKING:
    from timeline.model import Article

_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*")


def explain(origins: Origins, date: PublicationDate = "", model: Model = None) -> None:
    """Print an article with its dates explained.

    Below each paragraph: its time expressions, the date of each, and how it was found.
    """
    published = publication_day(date)
    check_model(model)
    from extractors.harvest import harvest
    from extractors.reading import ReadError, expand

    failed = False
    for origin in expand(origins):
        for found in harvest(origin, published=published, model=model):
            if isinstance(found, ReadError):
                failed = True
                tell(f"not read: {printable(str(found))}")
                continue
            for line in _explained(found.article):
                say(line)
    if failed:
        raise typer.Exit(1)


def _explained(article: "Article") -> Iterator[str]:
    yield folded(printable(article.title or article.name))
    yield folded(_published(article))
    for paragraph in _PARAGRAPH.finditer(article.text):
        start, end = paragraph.span()
        here = [i for i, found in enumerate(article.time_expressions) if start <= found.start and found.end <= end]
        yield ""
        yield folded(printable(_marked(article, start, end, here)))
        for index in here:
            yield from _expression(article, index)


def _published(article: "Article") -> str:
    from timeline.edtf import describe_edtf

    if article.published is None:
        return "publication date unknown: what counts from it stays open (give it with --date)"
    evidence = f": {printable(article.published.evidence)}" if article.published.evidence else ""
    return f"published {describe_edtf(article.published.date.isoformat())} ({article.published.basis}{evidence})"


def _marked(article: "Article", start: int, end: int, expressions: list[int]) -> str:
    """The paragraph with ‹marks› around its time expressions."""
    parts, place = [], start
    for found in (article.time_expressions[index] for index in expressions):
        if found.start >= place:
            parts += [article.text[place : found.start], f"‹{article.text[found.start : found.end]}›"]
            place = found.end
    return "".join([*parts, article.text[place:end]])


def _expression(article: "Article", index: int) -> Iterator[str]:
    from timeline.edtf import describe
    from timeline.resolve import resolve_expression

    found, when = article.time_expressions[index], resolve_expression(article, index)
    value = ", ".join(filter(None, (when.edtf, f"{found.type} {when.timex}".strip())))
    yield folded(f"‹{printable(found.text)}› → {describe(when)}  ({value})", "    ")
    for step in when.derivation:
        yield folded(printable(step.says), "        ")
