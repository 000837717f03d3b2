"""Quotations: a spaCy component that pairs quotation marks, over paragraphs where a quotation goes on.

`nlp.add_pipe("dateline_quotations")` fills `doc.spans["quotations"]` with runs of tokens, marks included, that don't
overlap; the runs of one quotation share `span.id`. `quotations(doc)` gives them as records. What is quoted inside a
quotation is no run of its own.
"""

from collections.abc import Iterator, Sequence

import msgspec
from spacy.language import Language
from spacy.tokens import Doc, Span

from extractors.component import Component
from extractors.quotations.marks import Mark, pair, quotation_marks
from extractors.sentences.paragraphs import paragraphs

KEY = "quotations"
"""Where the spans are: `doc.spans[KEY]`."""


class Quotation(msgspec.Struct, frozen=True):
    """What somebody is quoted with, by tokens of the doc, one run for each paragraph."""

    runs: tuple[tuple[int, int], ...]


class Quotations(Component[Quotation]):
    """Finds the quotations of a doc."""

    def match(self, doc: Doc) -> list[Quotation]:
        """The quotations of a doc, without changing it."""
        return list(_quotations(doc))

    def set_annotations(self, doc: Doc, records: Sequence[Quotation]) -> None:
        """Set `doc.spans["quotations"]`."""
        doc.spans[KEY] = [
            Span(doc, *run, label="quotation", span_id=str(number))
            for number, record in enumerate(records)
            for run in record.runs
        ]


def quotations(doc: Doc) -> tuple[Quotation, ...]:
    """The quotations of a processed doc as records, in the order of the text."""
    runs: dict[str, list[tuple[int, int]]] = {}
    for span in doc.spans.get(KEY, ()):
        runs.setdefault(span.id_, []).append((span.start, span.end))
    return tuple(Quotation(tuple(parts)) for parts in runs.values())


def _quotations(doc: Doc) -> Iterator[Quotation]:
    grouped: list[list[tuple[int, int]]] = []
    marks = [quotation_marks(doc, start, end) for start, end in paragraphs(doc)]
    ends = [_without_space(doc, start, end) for start, end in paragraphs(doc)]
    leads = [_leading(doc, start, items) for (start, _), items in zip(paragraphs(doc), marks, strict=True)]
    going_on: Mark | None = None
    for number, (items, end) in enumerate(zip(marks, ends, strict=True)):
        after = leads[number + 1] if number + 1 < len(leads) else None
        runs, left_open = pair(items, end, after)
        if going_on is not None and runs and runs[0][0] == going_on.at:
            grouped[-1].append(runs.pop(0))
        grouped += [[run] for run in runs]
        # By convention each paragraph of a long quotation opens it again, and only the last closes it.
        goes_on = left_open is not None and after is not None and after.double == left_open.double
        going_on = after if goes_on else None
    filled = ([run for run in runs if not _is_empty(doc, *run)] for runs in grouped)
    yield from (Quotation(tuple(runs)) for runs in filled if runs)


def _is_empty(doc: Doc, start: int, end: int) -> bool:
    return all(token.is_quote or token.is_space for token in doc[start:end])


def _without_space(doc: Doc, start: int, end: int) -> int:
    while end > start and doc[end - 1].is_space:
        end -= 1
    return end


def _leading(doc: Doc, start: int, marks: list[Mark]) -> Mark | None:
    """The mark that a paragraph begins with, if it opens a quotation."""
    if not marks or not marks[0].opens:
        return None
    return marks[0] if all(doc[at].is_space for at in range(start, marks[0].at)) else None


@Language.factory("dateline_quotations", assigns=["doc.spans"])
def make_quotations(nlp: Language, name: str) -> Quotations:  # noqa: ARG001 - the signature of a spaCy factory
    """The component, for `nlp.add_pipe("dateline_quotations")`."""
    return Quotations()
