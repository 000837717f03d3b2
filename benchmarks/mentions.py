"""Which words mean the same: `python -m benchmarks.mentions [--shut]`.

Pronouns of GUM's news and interviews: how many of those that take up something told before are linked to a mention of
the same, beside plain recency with agreement in number and kind. Names and descriptions of GUM's news and of MEANTIME:
the CoNLL average over the mentions that the gold has, beside names that are written alike. Of GUM's documents every
second one of each genre, in the order of their names, was shut while rules were made, and is only scored with `--shut`;
those that lie among the shut articles of `lines.py` are never read. Prints a hint where the shared data is not there.
"""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Any

from spacy.tokens import Doc, Span

from benchmarks.coreference import Mention, conll
from benchmarks.lines import SHUT
from benchmarks.score_shared import EVAL, documents
from extractors.mentions import mentions
from extractors.mentions.entities import Entity, agrees
from extractors.mentions.pronoun_forms import PRONOUNS, THIRD, Person
from extractors.mentions.records import DocMention, MentionForm
from extractors.pipeline import load_pipeline, process
from extractors.syntax.clauses import read_syntax
from extractors.syntax.phrases import head

Row = dict[str, Any]
GENRES = ("news", "interview")


def main(*, shut: bool) -> None:
    """Print the figures."""
    if not EVAL.exists():
        print("the shared corpora are not beside this checkout")
        return
    nlp = load_pipeline()
    gum = [(row, process(nlp, row["text"])) for row in gum_rows(shut=shut)]
    counts: Counter[tuple[str, str]] = Counter()
    for row, doc in gum:
        counts.update(_pronouns(row, doc))
    print(
        f"{'pronouns':22} {'all':>6} {'linked':>7} {'right':>7} {'of linked':>9}",
        f"{'surely':>7} {'of these':>8} {'recency':>8}",
    )
    for kind in ("he, she", "it", "they", "third person", "i", "we", "you", "first, second", "all"):
        print(_pronoun_line(kind, counts))
    news = [(row, doc) for row, doc in gum if "_news_" in row["id"]]
    meantime = [(row, process(nlp, row["text"])) for row in meantime_rows(shut=shut)]
    for name, read in (("GUM news", news), ("MEANTIME", meantime)):
        for form in ("names", "descriptions", "both"):
            ours, alike = _conll(read, form)
            print(f"{name + ', ' + form:22} {ours:6.1f}  written alike {alike:.1f}")


def gum_rows(*, shut: bool) -> list[Row]:
    """The open half of GUM's news and interviews, or the other."""
    never = {f"GUM_news_{name}" for name in SHUT}
    rows = [row for row in documents(EVAL / "gum" / "dev.jsonl") if row["id"] not in never]
    genres = ([row for row in rows if f"_{genre}_" in row["id"]] for genre in GENRES)
    return list(chain.from_iterable(sorted(some, key=lambda row: row["id"])[shut::2] for some in genres))


def meantime_rows(*, shut: bool) -> list[Row]:
    """The open half of MEANTIME's development articles, or the other."""
    return sorted(documents(EVAL / "meantime" / "dev.jsonl"), key=lambda row: row["id"])[shut::2]


class Gold:
    """The gold mentions of one document, by the words of ours."""

    def __init__(self, row: Row, doc: Doc) -> None:
        self.spans: dict[tuple[int, int], str] = {}
        """The group of each."""
        self.worded: list[tuple[int, int, str, bool]] = []
        """Those that are no pronouns, with their groups and whether they are names."""
        self._heads: dict[int, tuple[int, str]] = {}
        tree = read_syntax(doc).tree
        for one in row["entities"]:
            group = one.get("group") or one.get("instance")
            placed = group is not None and one["start"] is not None
            span = doc.char_span(one["start"], one["end"], alignment_mode="expand") if placed else None
            if span is None or (span.start, span.end) in self.spans:
                continue
            self.spans[span.start, span.end] = group
            shortest = len(span), group
            at = head(tree, span.start, span.end)
            self._heads[at] = min(self._heads.get(at, shortest), shortest)
            if len(span) > 1 or span.text.lower() not in PRONOUNS:
                self.worded.append((span.start, span.end, group, _is_name(one, span)))

    def group_of(self, one: DocMention) -> str:
        """The group of the gold mention that one of ours is: the same words, or the shortest with the same head."""
        exact = self.spans.get((one.start, one.end), "")
        return exact or ("" if one.members else self._heads.get(one.head, (0, ""))[1])


def _is_name(one: dict[str, Any], span: Span) -> bool:
    """Whether a gold mention is a name: MEANTIME says so, in GUM it has a name for its head."""
    if "syn" in one:
        return bool(one["syn"] == "NAM")
    return span.root.pos_ == "PROPN" and one["type"] in ("person", "organization", "place")


def _pronouns(row: Row, doc: Doc) -> Iterator[tuple[str, str]]:
    """For each pronoun that takes something up the verdicts that hold of it, by kind."""
    gold, ours = Gold(row, doc), mentions(doc)
    firsts: dict[str, int] = {}
    for (start, _), group in sorted(gold.spans.items()):
        firsts.setdefault(group, start)
    by_head = {one.head: one for one in ours if not one.members}
    for (start, end), group in gold.spans.items():
        person = PRONOUNS.get(doc[start].lower_) if end - start == 1 else None
        if person is None or firsts[group] >= start:
            continue
        one = by_head.get(start)
        linked = one is not None and one.antecedent is not None
        right = one is not None and one.antecedent is not None and gold.group_of(ours[one.antecedent]) == group
        recent = _recent(ours, one, person) if one is not None else None
        sure = one is not None and linked and one.sure
        verdicts = {
            "asked": True,
            "linked": linked,
            "right": right,
            "sure": sure,
            "sure and right": sure and right,
            "recency": recent is not None and gold.group_of(recent) == group,
        }
        for kind in (_kind(person), "third person" if person in THIRD else "first, second", "all"):
            yield from ((kind, verdict) for verdict, holds in verdicts.items() if holds)


def _kind(person: Person) -> str:
    if person in (Person.HE, Person.SHE):
        return "he, she"
    return person.value


def _recent(ours: Sequence[DocMention], pronoun: DocMention, person: Person) -> DocMention | None:
    """Plain recency: the latest earlier mention that agrees in number and kind; of pronouns only the same."""
    before = (one for one in reversed(ours) if one.start < pronoun.start)
    return next((one for one in before if _agrees(one, pronoun, person)), None)


def _agrees(one: DocMention, pronoun: DocMention, person: Person) -> bool:
    if one.form is MentionForm.PRONOUN:
        return (one.being, one.count) == (pronoun.being, pronoun.count)
    return person in THIRD and agrees(Entity(0, one.being, one.count, one.actor), person)


def _pronoun_line(kind: str, counts: Counter[tuple[str, str]]) -> str:
    asked = counts[kind, "asked"]
    linked, right = counts[kind, "linked"], counts[kind, "right"]
    sure, sure_right = counts[kind, "sure"], counts[kind, "sure and right"]
    return (
        f"{kind:22} {asked:6} {_share(linked, asked):>7} {_share(right, asked):>7} {_share(right, linked):>9} "
        f"{_share(sure, asked):>7} {_share(sure_right, sure):>8} {_share(counts[kind, 'recency'], asked):>8}"
    )


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f}" if whole else "-"


def _conll(read: Iterable[tuple[Row, Doc]], form: str) -> tuple[float, float]:
    """The CoNLL average over gold mentions of one form: ours, and that of those written alike."""
    sides: tuple[dict[object, set[Mention]], ...] = ({}, {}, {})
    for row, doc in read:
        found, tree = mentions(doc), read_syntax(doc).tree
        by_head = {one.head: one.cluster for one in found if not one.members}
        by_span = {(one.start, one.end): one.cluster for one in found}
        for start, end, group, is_name in Gold(row, doc).worded:
            if form != "both" and is_name != (form == "names"):
                continue
            mention = row["id"], start, end
            cluster: object = by_span.get((start, end), by_head.get(head(tree, start, end), mention))
            for side, key in zip(sides, (group, cluster, doc[start:end].text), strict=True):
                side.setdefault((row["id"], key), set()).add(mention)
    gold, ours, alike = ([frozenset(cluster) for cluster in side.values()] for side in sides)
    return conll(gold, ours), conll(gold, alike)


if __name__ == "__main__":
    main(shut="--shut" in sys.argv)
