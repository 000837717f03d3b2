"""Step: the figures of a pipeline, raw text in, on parts of the corpora that it was not trained on.

`python -m training.evaluate PIPELINE CORPORA [--alone] [--json FILE]`; `--alone` leaves out our own components.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.scorer import Scorer
from spacy.tokens import Doc, Token
from spacy.training import Example

from training import corpora
from training.documents import to_doc
from training.entities import Spans, names_of, names_on
from training.trees import Tree

SENTENCES = Path(__file__).parent.parent / "tests" / "extractors" / "parses" / "news_sentences.jsonl"
_MERGED = {"GPE": "LOC", "FAC": "LOC"}
_KINDS = ("PERSON", "ORG", "LOC")


def main(path: str, source: Path, *, alone: bool) -> dict[str, dict[str, float]]:
    """Print and give all figures."""
    nlp = spacy.load(path)
    if not alone:
        from extractors.pipeline import with_components  # noqa: PLC0415 - a bare pipeline is scored without our code

        nlp = with_components(nlp)
    news = corpora.gum(source, ("dev", "test"), frozenset({"news"}))
    ewt, pud = corpora.ewt(source, "test"), corpora.pud(source)
    table = {
        "GUM news": syntax(nlp, news),
        "EWT test": syntax(nlp, ewt),
        "PUD": syntax(nlp, pud),
        "UNER-EWT test names": names(nlp, universal(source, ewt, "ewt-test")),
        "GUM news names": names(nlp, [(tree, names_of(tree)) for tree in news]),
        "PUD names": names(nlp, universal(source, pud, "pud-test")),
        "our hundred sentences": sentences(nlp),
        "speed": speed(nlp, [doc.text for doc in documents(ewt, nlp)]),
    }
    for name, row in table.items():
        print(f"{name:24}", "  ".join(f"{key} {value:.1f}" for key, value in row.items()))
    return table


def documents(trees: Sequence[Tree], nlp: Language) -> Iterator[Doc]:
    """The gold docs, an article each."""
    for _, group in groupby(trees, key=lambda tree: tree.document):
        yield to_doc(group, nlp.vocab)


def syntax(nlp: Language, trees: Sequence[Tree]) -> dict[str, float]:
    """Tags, lemmas, parse and sentences in per cent.

    UAS and LAS are F1 over words as in the CoNLL 2018 shared task: all words count, subtypes of relations do not. The
    figures in brackets there are spaCy's: without punctuation, with subtypes.
    """
    examples = [Example(nlp(gold.text), gold) for gold in documents(trees, nlp)]
    scores = {
        **Scorer.score_token_attr(examples, "tag"),
        **Scorer.score_token_attr(examples, "pos"),
        **Scorer.score_token_attr(examples, "lemma"),
        **Scorer.score_deps(examples, "dep", ignore_labels=("p", "punct")),
        **Scorer.score_spans(examples, "sents"),
    }
    unlabelled, labelled = attachment(examples)
    found = {"UAS": unlabelled, "LAS": labelled}
    kept = {
        "tag_acc": "tag",
        "pos_acc": "pos",
        "lemma_acc": "lemma",
        "sents_f": "sentences",
        "dep_uas": "(UAS",
        "dep_las": "LAS)",
    }
    found |= {label: 100 * (scores[key] or 0) for key, label in kept.items()}
    by_type = scores["dep_las_per_type"]
    return found | {dep: 100 * by_type[dep]["f"] for dep in ("nsubj", "ccomp", "obl:unmarked") if dep in by_type}


def attachment(examples: Iterable[Example]) -> tuple[float, float]:
    """UAS and LAS: F1 over words with the same characters, the same head and, for LAS, the same universal relation."""
    heads = relations = words = 0
    for example in examples:
        got, gold = _arcs(example.predicted), _arcs(example.reference)
        words += len(got) + len(gold)
        heads += sum(place in got and got[place][0] == head for place, (head, _) in gold.items())
        relations += sum(got.get(place) == arc for place, arc in gold.items())
    return 200 * heads / words, 200 * relations / words


def _arcs(doc: Doc) -> dict[tuple[int, int], tuple[int, str]]:
    """Each word's place, with the place of its head (-1 for a root) and its relation without subtype."""
    return {
        (token.idx, len(token)): (token.head.idx if token.head.i != token.i else -1, token.dep_.partition(":")[0])
        for token in doc
        if not token.is_space
    }


def universal(source: Path, trees: Sequence[Tree], part: str) -> list[tuple[Tree, Spans]]:
    """Trees with the names that Universal NER marks in them; a few whose text was changed since are left out."""
    labelled = corpora.uner(source, part)
    keyed = ((tree, labelled.get(corpora.key(tree.text()))) for tree in trees)
    return [(tree, names_on(tree, row)) for tree, row in keyed if row is not None]


def names(nlp: Language, gold: Iterable[tuple[Tree, Spans]]) -> dict[str, float]:
    """F1 of names in per cent, exact in span and kind; places of all sorts count as one, groups do not count."""
    counts = {kind: [0, 0, 0] for kind in (*_KINDS, "all")}
    for _, group in groupby(gold, key=lambda row: row[0].document):
        rows = list(group)
        for tree, found in rows:
            tree.entities = found
        doc = to_doc((tree for tree, _ in rows), nlp.vocab)
        right = {(span.start_char, span.end_char, span.label_) for span in doc.ents}
        got = {(s.start_char, s.end_char, _MERGED.get(s.label_, s.label_)) for s in nlp(doc.text).ents}
        for kind, numbers in counts.items():
            gold_kind = {item for item in right if item[2] == kind or (kind == "all" and item[2] in _KINDS)}
            got_kind = {item for item in got if item[2] == kind or (kind == "all" and item[2] in _KINDS)}
            for n, number in enumerate((len(gold_kind & got_kind), len(got_kind), len(gold_kind))):
                numbers[n] += number
    return {kind: 200 * right / max(got + gold, 1) for kind, (right, got, gold) in counts.items()}


def sentences(nlp: Language) -> dict[str, float]:
    """Weekdays on the right word and subjects of reporting verbs, in per cent: in the parse itself and as read."""
    kinds = ["weekdays", "subjects"]
    if "dateline_events" in nlp.pipe_names:
        kinds += ["weekdays as read", "subjects as read"]
    hits = {kind: [0, 0] for kind in kinds}
    for line in SENTENCES.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        doc = nlp(row["text"])
        for kind, count in hits.items():
            for first, second in row["weekdays" if kind.startswith("weekdays") else "reporting"]:
                right = _CHECKS[kind](doc, first, second)
                count[0] += right
                count[1] += 1
                if not right and "--errors" in sys.argv:
                    print(f"{kind}: {first} / {second}: {row['text']}")
    return {kind: 100 * right / total for kind, (right, total) in hits.items()}


def hangs_on(doc: Doc, weekday: str, head: str) -> bool:
    """Whether a weekday, or the phrase that it is in, hangs on the given word."""
    token = _only(doc, weekday)
    while token.head.i != token.i and token.head.text != head and token.head.pos_ in ("NOUN", "PROPN", "ADP", "NUM"):
        token = token.head
    return token.head.text == head and not token.dep_.startswith(("nsubj", "obj"))


def says(doc: Doc, verb: str, subject: str) -> bool:
    """Whether the subject of a verb is the phrase whose last name or head is the given word."""
    said, noun = _only(doc, verb), _only(doc, subject)
    found = [child for child in said.children if child.dep_.startswith("nsubj")]
    return any(_heads(child, noun) for child in found)


def dates(doc: Doc, weekday: str, head: str) -> bool:
    """Whether a weekday dates the given word as our components read the parse: through nouns that don't happen."""
    from extractors.syntax.clauses import read_syntax  # noqa: PLC0415
    from extractors.syntax.eventive import happens  # noqa: PLC0415
    from extractors.syntax.phrases import dated, governor  # noqa: PLC0415

    syntax = read_syntax(doc)
    at = dated(syntax, _only(doc, weekday).i)
    while at is not None and syntax.tree.is_nominal(at) and not happens(syntax.tree, at) and doc[at].text != head:
        at = governor(syntax, at)
    return at is not None and doc[at].text == head


def speaks(doc: Doc, verb: str, subject: str) -> bool:
    """Whether the given word is in the subject phrase of a verb as our components read the parse."""
    from extractors.syntax.clauses import read_syntax  # noqa: PLC0415
    from extractors.syntax.phrases import phrase  # noqa: PLC0415

    syntax = read_syntax(doc)
    clause = syntax.clauses.get(_only(doc, verb).i)
    if clause is None or clause.understood_subject is None:
        return False
    start, end = phrase(syntax, clause.understood_subject)
    return start <= _only(doc, subject).i < end


def _heads(head: Token, token: Token) -> bool:
    while token.i != head.i and token.dep_ in ("flat", "compound", "nmod:desc", "flat:name"):
        token = token.head
    return token.i == head.i


def _only(doc: Doc, text: str) -> Token:
    return next(token for token in doc if token.text == text)


_CHECKS = {"weekdays": hangs_on, "subjects": says, "weekdays as read": dates, "subjects as read": speaks}


def speed(nlp: Language, texts: Sequence[str]) -> dict[str, float]:
    """Thousands of words a second on one core."""
    began = time.perf_counter()
    words = sum(len(doc) for doc in nlp.pipe(texts))
    return {"thousand words/s": words / (time.perf_counter() - began) / 1000}


if __name__ == "__main__":
    figures = main(sys.argv[1], Path(sys.argv[2]), alone="--alone" in sys.argv)
    if "--json" in sys.argv:
        Path(sys.argv[sys.argv.index("--json") + 1]).write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
