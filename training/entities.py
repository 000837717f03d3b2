"""Names of four kinds, PERSON, ORG, LOC and NORP, out of corpora that each label them in their own way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from extractors.lexicons.names import titles
from extractors.lexicons.places import ambiguous_groups, capitals, cities, countries, demonyms, groups, places
from training.corpora import Labelled
from training.trees import Tree

Spans = list[tuple[int, int, str]]
"""Names as token ranges with their kinds."""

Named = tuple[list[str], Spans]
"""A sentence and its names."""

KINDS: Mapping[str, str] = {
    "PER": "PERSON", "per": "PERSON", "person": "PERSON", "politician": "PERSON", "writer": "PERSON",
    "scientist": "PERSON", "researcher": "PERSON", "musicalartist": "PERSON",
    "ORG": "ORG", "org": "ORG", "organisation": "ORG", "organization": "ORG", "politicalparty": "ORG",
    "university": "ORG", "band": "ORG",
    "LOC": "LOC", "geo": "LOC", "gpe": "LOC", "location": "LOC", "country": "LOC", "place": "LOC",
}  # fmt: skip
"""The labels of the corpora, as ours; what is not here is no name that we look for."""

_CALENDAR = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August "
    "September October November December".split()
)


def spans(sentence: Labelled) -> Named:
    """The names of a sentence in the IOB scheme, of either kind."""
    tokens, labels = sentence
    found: Spans = []
    open_kind = ""
    for at, label in enumerate([*labels, "O"]):
        mark, _, kind = label.partition("-")
        if found and open_kind and (mark != "I" or kind != open_kind):
            found[-1] = (found[-1][0], at, found[-1][2])
            open_kind = ""
        if mark != "O" and not open_kind:
            open_kind = kind
            found.append((at, at + 1, KINDS.get(kind, "")))
    return tokens, [span for span in found if span[2]]


def with_groups(sentence: Named) -> Named:
    """With nationalities and the like marked as NORP, wherever they stand by themselves."""
    tokens, found = sentence
    taken = {at for a, b, _ in found for at in range(a, b)}
    kept = [(a, b, "NORP" if b == a + 1 and is_group(tokens[a]) else kind) for a, b, kind in found]
    more = [(at, at + 1, "NORP") for at, token in enumerate(tokens) if at not in taken and is_group(token)]
    return tokens, sorted([*kept, *more])


def is_group(token: str) -> bool:
    """Whether a word is a demonym, a faith or a party by the lexicons."""
    return token[:1].isupper() and (token in demonyms() or token in groups()) and token not in _unsure()


def _unsure() -> frozenset[str]:
    return ambiguous_groups()


def _is_title(token: str) -> bool:
    return token in titles() or token in _TITLE_WORDS


_TITLE_WORDS = frozenset(
    "Prime Vice Foreign Defense Defence Interior Finance General Deputy Chief Justice Major Supreme Special Lieutenant "
    "Brigadier Crown Assistant Spokesperson Spokesman Spokeswoman Home National Security Adviser Advisor Envoy "
    "Secretary-General Leader Commander".split()
)


def _is_place(text: str) -> bool:
    return any(text in table for table in (countries(), capitals(), cities(), places()))


def names_on(tree: Tree, labelled: Labelled) -> Spans:
    """Names of another annotation of the same sentence, which may cut its words otherwise, on the tree's own words."""
    text = tree.text()
    tokens, found = spans(labelled)
    starts, at = [], 0
    for token in tokens:
        at = text.index(token, at)
        starts.append((at, at := at + len(token)))
    places, at = [], 0
    for word in tree.words:
        places.append((at, at + len(word.text)))
        at += len(word.text) + word.space
    placed = []
    for start, end, kind in found:
        first, last = starts[start][0], starts[end - 1][1]
        inside = [n for n, (a, b) in enumerate(places) if first < b and a < last]
        placed.append((inside[0], inside[-1] + 1, kind))
    return placed


def names_of(tree: Tree) -> Spans:
    """The names of a GUM tree, out of its annotation of all entities: those whose head is a proper noun."""
    found: dict[tuple[int, int], str] = {}
    for start, end, kind in _mentions(tree):
        head = next((n for n in range(start, end) if not start <= tree.words[n].head < end), start)
        is_plural = tree.words[head].tag == "NNPS" and (kind == "person" or is_group(tree.words[head].text))
        if kind in KINDS and tree.words[head].pos == "PROPN" and not is_plural:
            first, last = _name_around(tree, head, start, end, is_person=kind == "person")
            text = "".join(word.text + " " * word.space for word in tree.words[first:last]).strip()
            is_post = kind == "person" and _is_title(tree.words[last - 1].text)
            if not is_post and text not in _CALENDAR:
                # In sport a country is an organisation to GUM; its name is still that of a place.
                found.setdefault((first, last), "LOC" if kind != "person" and _is_place(text) else KINDS[kind])
    flat: Spans = []
    for (start, end), kind in sorted(found.items(), key=lambda item: (item[0][0] - item[0][1], item[0])):
        if all(end <= a or b <= start for a, b, _ in flat):
            flat.append((start, end, kind))
    return sorted(flat)


def _name_around(tree: Tree, head: int, start: int, end: int, *, is_person: bool) -> tuple[int, int]:
    """The name itself: the head with the parts of the mention that belong to it, and no title or article."""
    inside = {head}
    for n in [*range(head - 1, start - 1, -1), *range(head + 1, end)]:
        word = tree.words[n]
        proper = word.text[:1].isupper() or word.dep == "flat" or word.text == "-"
        if proper and word.head in inside and word.dep in ("compound", "flat", "amod", "nummod", "punct"):
            inside.add(n)
    first, last = min(inside), max(inside) + 1
    last = next((n for n in range(head, last) if tree.words[n].text == ","), last)
    # *University of Oslo*: a capitalised noun tied on by “of” goes with the name of an institution.
    if not is_person and last + 1 < end and tree.words[last].text == "of" and _is_capitalised(tree, last + 1):
        last += 2
        while last < end and _is_capitalised(tree, last):
            last += 1
    if is_person:
        while first < head and _is_title(tree.words[first].text):
            first += 1
    return first, last


def _is_capitalised(tree: Tree, at: int) -> bool:
    return tree.words[at].text[:1].isupper()


def _mentions(tree: Tree) -> Iterator[tuple[int, int, str]]:
    """The bracketed entities of GUM's MISC column: `(1-person-…`, `1)`, `(2-place-…)`."""
    opened: list[tuple[str, int, str]] = []
    for at, word in enumerate(tree.words):
        cell = next((pair[7:] for pair in word.misc.split("|") if pair.startswith("Entity=")), "")
        for part in cell.replace("(", " (").replace(")", ") ").split():
            if part.startswith("("):
                number, kind = part[1:].rstrip(")").split("-")[:2]
                opened.append((number, at, kind))
            if part.endswith(")"):
                number = part.strip("()").split("-")[0]
                match = next((n for n in range(len(opened) - 1, -1, -1) if opened[n][0] == number), None)
                if match is not None:
                    _, start, kind = opened.pop(match)
                    yield start, at + 1, kind
