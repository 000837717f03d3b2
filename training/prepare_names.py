"""Step: the corpora of names as training data for the recogniser.

`python -m training.prepare_names CORPORA OUT`
"""

from __future__ import annotations

import random
import re
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import spacy
from spacy.tokens import Doc, DocBin, Span
from spacy.vocab import Vocab

from training import corpora
from training.entities import Named, names_of, spans, with_groups
from training.swaps import pools, swapped
from training.trees import Tree

SEED = 20190128
_CLOSING = re.compile(r"^(?:[.,;:!?)\]}%’”]|['’](?:s|re|ve|ll|d|m)|n['’]t)$")
_OPENING = frozenset("([{“$£€#")


def main(source: Path, out: Path) -> None:
    """Write `names-train.spacy` and `names-dev.spacy`; the test halves of UNER, PUD and GUM news stay out."""
    rng = random.Random(SEED)
    gold = _gold(source)
    names = pools([*gold, *gold])
    again = [swapped(row, names, rng) for row in [*gold, *gold, *gold[: len(gold) // 2]] if row[1]]
    rows = [_styled(row, rng) for row in [*gold, *gold, *gold, *again]]
    rng.shuffle(rows)
    _write(rows, out / "names-train.spacy")
    dev = [with_groups(spans(row)) for row in list(corpora.uner(source, "ewt-dev").values())[::4]]
    dev += [with_groups((_texts(tree), names_of(tree))) for tree in corpora.gum(source, ("dev",), _OTHER_GENRES)]
    _write(dev, out / "names-dev.spacy")


_OTHER_GENRES = frozenset({"bio", "interview", "court", "speech"})


def _gold(source: Path) -> list[Named]:
    labelled = [row for n, row in enumerate(corpora.uner(source, "ewt-dev").values()) if n % 4]
    labelled += corpora.wikigold(source) + corpora.crossner(source)
    labelled += [row for row in corpora.tweets(source) if not any(word[0] in "@#" or "://" in word for word in row[0])]
    trees = [(_texts(tree), names_of(tree)) for tree in corpora.gum(source, ("train",))]
    return [with_groups(row) for row in [*(spans(row) for row in labelled), *trees]]


def _texts(tree: Tree) -> list[str]:
    return [word.text for word in tree.words]


def _styled(row: Named, rng: random.Random) -> Named:
    """Some sentences without their full stop, some in upper or title case, half with curly quotes."""
    tokens, found = row
    chance = rng.random()
    if chance < 0.02:
        tokens = [token.upper() for token in tokens]
    elif chance < 0.04:
        tokens = [token[:1].upper() + token[1:] for token in tokens]
    if rng.random() < 0.5:
        tokens = [token.replace("'", "’") for token in tokens]
    return tokens, found


def to_doc(row: Named, vocab: Vocab) -> Doc:
    """A sentence of loose tokens as a doc, with spaces where a writer puts them."""
    tokens, found = row
    doc = Doc(vocab, words=tokens, spaces=spaces(tokens))
    doc.set_ents([Span(doc, start, end, label=kind) for start, end, kind in found])
    return doc


def spaces(tokens: Sequence[str]) -> list[bool]:
    """After which of these loose tokens a writer puts a space."""
    after = [True] * len(tokens)
    quoted = False
    for n, token in enumerate(tokens):
        if n and (
            _CLOSING.match(token) and not (token in ("’", "'") and n + 1 < len(tokens) and tokens[n + 1][:1].isupper())
        ):
            after[n - 1] = False
        if token in _OPENING or (token == '"' and not quoted):
            after[n] = False
        elif token == '"' and n:
            after[n - 1] = False
        quoted ^= token == '"'
        if token == "-" and n:
            after[n - 1] = after[n] = False
    return after


def _opens(tokens: Sequence[str], at: int) -> bool:
    """Whether an apostrophe is a quotation mark before a name: *’Music City’*."""
    return tokens[at] in ("’", "'") and at + 1 < len(tokens) and tokens[at + 1][:1].isupper()


def _write(rows: Sequence[Named], path: Path) -> None:
    vocab = spacy.blank("en").vocab
    path.parent.mkdir(parents=True, exist_ok=True)
    DocBin(attrs=["ENT_IOB", "ENT_TYPE", "SPACY"], docs=[to_doc(row, vocab) for row in rows]).to_disk(path)
    kinds = Counter(kind for _, found in rows for *_, kind in found)
    print(
        f"{path.name}: {len(rows)} sentences, {sum(len(row[0]) for row in rows)} words, {dict(sorted(kinds.items()))}"
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
