"""News style made from trees that lack it: bare weekdays, titles, speech before and after its verb, curly quotes.

The treebanks hold little of what wire copy is full of: forty-odd bare weekdays in all. A parser that has not seen
them makes *Friday* the subject of *said*. Each function gives a new tree, or None where the tree does not lend itself.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

from training.trees import ROOT, Tree, Word, rebuild

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_PARTS = ("morning", "afternoon", "evening", "night")
_TITLES = (
    "President", "Prime Minister", "Foreign Minister", "Defense Minister", "Vice President", "Secretary", "Senator",
    "Sen.", "Rep.", "Gov.", "Gen.", "Col.", "Lt. Col.", "Judge", "Justice", "Chancellor", "Mayor", "Professor",
    "Dr.", "Mr.", "Mrs.", "Ms.", "King", "Queen", "Pope", "Archbishop", "Sheriff", "Police Chief", "Opposition Leader",
    "Finance Minister", "Interior Minister", "National Security Adviser", "Chief Executive", "Attorney General",
    "Ambassador", "Spokeswoman", "Spokesman", "Captain", "Commander", "Deputy Mayor",
)  # fmt: skip
POSTS = (
    "president", "mayor", "prosecutor", "minister", "spokesman", "spokeswoman", "director", "chairman", "leader",
    "governor", "ambassador", "commander", "analyst", "lawyer", "head", "founder", "economist", "chief",
)  # fmt: skip
Placed = tuple[int | None, Word]


def bare(tree: Tree, rng: random.Random) -> Tree | None:  # noqa: ARG001 - one signature for all
    """*on Friday* as *Friday*."""
    for at, word in enumerate(tree.words):
        ons = [n for n in tree.children(at) if tree.words[n].lemma.lower() == "on" and tree.words[n].dep == "case"]
        if word.text in WEEKDAYS and word.dep == "obl" and ons and ons[0] > 0:
            made = rebuild(tree, [(n, w) for n, w in enumerate(tree.words) if n != ons[0]])
            made.words[at - 1].dep = "obl:unmarked"
            return made
    return None


def with_weekday(tree: Tree, rng: random.Random) -> Tree | None:
    """A bare weekday where wire copy puts one: after the verb, after what follows it, at the front."""
    places = [place for at in range(len(tree.words)) if _can_be_dated(tree, at) for place in _weekday_places(tree, at)]
    if not places:
        return None
    at, verb = rng.choice(places)
    words: list[Placed] = list(enumerate(tree.words))
    inserted = weekday(verb, rng)
    if at == 0:
        first = tree.words[0]
        lowered = first.text if first.pos == "PROPN" or first.text == "I" else first.text[:1].lower() + first.text[1:]
        words[0] = (0, changed(first, text=lowered))
        inserted = [*inserted, (None, mark(",", verb))]
        inserted[-2][1].space = False
    else:
        before = words[at - 1][1]
        inserted[-1][1].space = before.space
        words[at - 1] = (words[at - 1][0], changed(before, space=True))
    return settled(tree, [*words[:at], *inserted, *words[at:]])


def with_dated_noun(tree: Tree, rng: random.Random) -> Tree | None:
    """*At a rally in the capital, …* as *At a rally Sunday in the capital, …*."""
    places = []
    for at, word in enumerate(tree.words):
        cases = [tree.words[n].lemma.lower() for n in tree.children(at) if tree.words[n].dep == "case" and n < at]
        if word.dep == "obl" and word.lemma in HAPPENINGS and word.head > at and cases and cases[0] in _WITH_NOUNS:
            places.append(at)
    if not places:
        return None
    at = rng.choice(places)
    words: list[Placed] = list(enumerate(tree.words))
    inserted = weekday(at, rng)
    inserted[-1][1].dep = "nmod:unmarked"
    inserted[-1][1].space = tree.words[at].space
    words[at] = (at, changed(tree.words[at], space=True))
    return settled(tree, [*words[: at + 1], *inserted, *words[at + 1 :]])


_WITH_NOUNS = frozenset("in at after during before following".split())
HAPPENINGS = frozenset(
    "meeting rally speech interview conference hearing statement vote election protest attack ceremony debate game "
    "match summit trial session talk visit briefing incident accident crash raid event concert race festival".split()
)


def with_title(tree: Tree, rng: random.Random) -> Tree | None:
    """*Ana Kovac* as *Foreign Minister Ana Kovac*."""
    names = [at for at in range(len(tree.words)) if is_person(tree, at)]
    if not names:
        return None
    at = rng.choice(names)
    words: list[Placed] = list(enumerate(tree.words))
    return settled(tree, [*words[:at], *title(at, rng), *words[at:]])


def with_post(tree: Tree, rng: random.Random) -> Tree | None:
    """*Ana Kovac* as *Ana Kovac, the mayor,*."""
    names = [at for at in range(len(tree.words)) if is_person(tree, at) and tree.words[at].dep.startswith("nsubj")]
    if not names:
        return None
    at = rng.choice(names)
    end = max(tree.subtree(at)) + 1
    if end >= len(tree.words) or tree.words[end].pos not in ("VERB", "AUX"):
        return None
    words: list[Placed] = list(enumerate(tree.words))
    words[end - 1] = (end - 1, changed(tree.words[end - 1], space=False))
    new = post(at, rng)
    return settled(tree, [*words[:end], *new, (None, mark(",", at)), *words[end:]])


def curly(tree: Tree, rng: random.Random) -> Tree:  # noqa: ARG001 - one signature for all
    """Straight quotation marks and apostrophes as curly ones."""
    opened = False
    words: list[Placed] = []
    for at, word in enumerate(tree.words):
        text = word.text.replace("'", "’") if word.text != "'" else "’"
        if word.text in ('"', "``", "''"):
            text = "”" if opened else "“"
            opened = not opened
        words.append((at, changed(word, text=text)))
    return rebuild(tree, words)


def cased(tree: Tree, rng: random.Random) -> Tree:
    """A sentence as a headline: in title case, or all in upper case."""
    change: Callable[[str], str] = str.upper if rng.random() < 0.5 else _capitalised
    return rebuild(tree, [(n, changed(word, text=change(word.text))) for n, word in enumerate(tree.words)])


def settled(tree: Tree, words: Sequence[Placed]) -> Tree:
    """The new tree, beginning with a capital."""
    old, first = words[0]
    return rebuild(tree, [(old, changed(first, text=first.text[:1].upper() + first.text[1:])), *words[1:]])


def changed(word: Word, **changes: object) -> Word:
    """A word with some of its fields changed."""
    return Word(**{**word.__dict__, "misc": "", **changes})


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]


def mark(text: str, head: int) -> Word:
    """A punctuation mark."""
    tag = {"“": "``", "”": "''", '"': "''"}.get(text, text)
    return Word(text, text, "PUNCT", tag, "", head, "punct")


def determiner(text: str, head: int) -> Word:
    """An article."""
    definite = "Definite=Def|PronType=Art" if text == "the" else "Definite=Ind|PronType=Art"
    return Word(text, text, "DET", "DT", definite, head, "det")


def weekday(verb: int, rng: random.Random) -> list[Placed]:
    """A weekday that dates the word at `verb`, at times with a part of the day."""
    day = rng.choice(WEEKDAYS)
    if rng.random() < 0.85:
        return [(None, Word(day, day, "PROPN", "NNP", "Number=Sing", verb, "obl:unmarked"))]
    # The head of *Tuesday night* is *night*: heads are old places, so the part of day gets one of its own.
    part = rng.choice(_PARTS)
    place = -2
    return [
        (None, Word(day, day, "PROPN", "NNP", "Number=Sing", place, "compound")),
        (place, Word(part, part, "NOUN", "NN", "Number=Sing", verb, "obl:unmarked")),
    ]


def title(head: int, rng: random.Random) -> list[Placed]:
    """A title before the name that `head` heads."""
    parts = rng.choice(_TITLES).split()
    place = -3
    titles: list[Placed] = [
        (None, Word(part, part, "PROPN", "NNP", "Number=Sing", place, "compound")) for part in parts[:-1]
    ]
    return [*titles, (place, Word(parts[-1], parts[-1], "PROPN", "NNP", "Number=Sing", head, "nmod:desc"))]


def post(head: int, rng: random.Random) -> list[Placed]:
    """An apposition behind the name that `head` heads, without the comma that closes it."""
    post = rng.choice(POSTS)
    place = -4
    return [
        (None, mark(",", place)),
        (None, determiner("the", place)),
        (place, Word(post, post, "NOUN", "NN", "Number=Sing", head, "appos", space=False)),
    ]


def _can_be_dated(tree: Tree, at: int) -> bool:
    """Whether a word is a lexical verb of a finite clause that has its subject, or of an infinitive that is a plan."""
    word = tree.words[at]
    deps = {tree.words[n].dep for n in tree.children(at)}
    verbal = word.pos == "VERB" and (word.tag in ("VBD", "VBN", "VB") or "aux" in deps)
    finite = bool(deps & {"nsubj", "nsubj:pass"})
    planned = word.dep == "xcomp" and word.tag in ("VB", "VBN") and "mark" in deps
    return verbal and (finite or planned) and "obl:unmarked" not in deps


def _weekday_places(tree: Tree, verb: int) -> list[tuple[int, int]]:
    """Where a weekday of `verb` can stand, as insertion places."""
    words = tree.words
    places = []
    later = [n for n in tree.children(verb) if n > verb and words[n].dep != "punct"]
    if not later:
        places.append((verb + 1, verb))
    for n in later:
        inside = tree.subtree(n)
        whole = max(inside) - min(inside) + 1 == len(inside)
        if whole and words[n].dep in ("obj", "obl", "xcomp", "obl:agent") and words[max(inside)].pos != "PUNCT":
            places += [(max(inside) + 1, verb)] * 2
        if whole and words[n].dep in ("ccomp", "obl", "xcomp") and min(inside) == verb + 1:
            places += [(verb + 1, verb)] * (3 if words[n].dep == "ccomp" else 1)
    if words[verb].head == ROOT and not _has_mark_at_front(tree):
        places.append((0, verb))
    return places


def _has_mark_at_front(tree: Tree) -> bool:
    return tree.words[0].pos not in ("PRON", "DET", "PROPN", "NOUN")


def is_person(tree: Tree, at: int) -> bool:
    """Whether a word heads a name of two or three words that looks like a person's."""
    word = tree.words[at]
    children = tree.children(at)
    flats = [n for n in children if tree.words[n].dep == "flat"]
    plain = all(tree.words[n].text.isalpha() and tree.words[n].text.istitle() for n in (at, *flats))
    lead = [n for n in children if n < at and tree.words[n].dep not in ("case", "punct", "cc")]
    alike = all(tree.words[n].pos == "PROPN" for n in flats)
    return word.pos == "PROPN" and 1 <= len(flats) <= 2 and alike and plain and not lead and flats[0] == at + 1


def dated(tree: Tree) -> Tree:
    """The tree, whose bare weekdays date verbs where they can."""
    for at in range(len(tree.words)):
        _date_the_verb(tree.words, at)
    return tree


def _date_the_verb(words: Sequence[Word], at: int) -> None:
    """A bare weekday behind an object dates the verb, unless the noun itself is something that happens."""
    word, noun = words[at], words[words[at].head]
    bare = word.text in WEEKDAYS and word.dep in ("nmod:unmarked", "obl:unmarked", "compound", "flat", "appos")
    if (
        bare
        and word.head < at
        and noun.pos in ("NOUN", "PROPN")
        and noun.dep in ("obj", "obl", "obl:agent")
        and noun.text.lower() not in HAPPENINGS
    ):
        word.head, word.dep = noun.head, "obl:unmarked"
