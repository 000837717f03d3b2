"""Speech made from plain sentences: quoted or not, before or after its verb, with all sorts of speakers."""

from __future__ import annotations

import random
from collections.abc import Sequence

from training.news_style import POSTS, Placed, changed, determiner, is_person, mark, post, settled, title, weekday
from training.trees import ROOT, Tree, Word, rebuild

_CUES = {
    "said": ("say", "VBD"), "says": ("say", "VBZ"), "added": ("add", "VBD"), "wrote": ("write", "VBD"),
    "tweeted": ("tweet", "VBD"), "announced": ("announce", "VBD"), "warned": ("warn", "VBD"),
    "argued": ("argue", "VBD"), "told": ("tell", "VBD"), "insisted": ("insist", "VBD"), "claimed": ("claim", "VBD"),
    "explained": ("explain", "VBD"), "confirmed": ("confirm", "VBD"), "reported": ("report", "VBD"),
}  # fmt: skip
_COMMONEST = ("said", "said", "said", "said", "said", "says", "told")
_PAST = "Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin"
_PRESENT = "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"


def as_speech(tree: Tree, rng: random.Random, speakers: Sequence[Tree]) -> Tree | None:
    """A sentence as what somebody says: quoted or not, before its verb or after it, with or without a weekday."""
    if not _can_be_said(tree):
        return None
    quoted = rng.random() < 0.6
    order = rng.choice(("QVS", "QSV", "QSV", "SVQ", "SVQ", "SV that Q"))
    said = _said(tree, quoted=quoted and order != "SV that Q", before=order.startswith("Q"))
    size = len(tree.words)
    speech = _Clause(size, rng, rng.choice(speakers), pronoun=order != "QVS")
    cue = speech.cue(order)
    said = [(old, changed(word, head=size, dep="ccomp") if word.head == ROOT else word) for old, word in said]
    tail = speech.weekday() if rng.random() < 0.5 else []
    if order == "QVS":
        body = [*said, *cue, *speech.subject(), *tail]
    elif order == "QSV":
        body = [*said, *speech.subject(), *cue, *tail]
    else:
        that = Word("that", "that", "SCONJ", "IN", "", tree.root(), "mark")
        quoting = quoted and order == "SVQ"
        link = [(None, mark(",", size))] if quoting else [(None, that)] if order == "SV that Q" else []
        head = [*speech.subject(), *cue, *tail]
        if quoting:
            head[-1] = (head[-1][0], changed(head[-1][1], space=False))
        elif said[0][1].pos != "PROPN" and said[0][1].text != "I":
            said[0] = (said[0][0], changed(said[0][1], text=said[0][1].text[:1].lower() + said[0][1].text[1:]))
        body = [*head, *link, *said]
    if body[-1][1].text not in (".", "!", "?", "”", '"'):
        body[-1] = (body[-1][0], changed(body[-1][1], space=False))
        body.append((None, mark(".", size)))
    return settled(tree, body)


def people(trees: Sequence[Tree]) -> list[Tree]:
    """The names of people in the trees, each as a tree of its own."""
    found: dict[str, Tree] = {}
    for tree in trees:
        for at in range(len(tree.words)):
            if is_person(tree, at):
                parts = [n for n in sorted({at, *tree.children(at)}) if n == at or tree.words[n].dep == "flat"]
                words = [(n, changed(tree.words[n], space=True)) for n in parts]
                name = rebuild(tree, [(n, changed(w, head=ROOT, dep="root") if n == at else w) for n, w in words])
                found.setdefault(name.text(), name)
    return [found[text] for text in sorted(found)]


class _Clause:
    """A speaker and the verb of saying, placed after the words of a tree: the verb is number `size`."""

    def __init__(self, size: int, rng: random.Random, speaker: Tree, *, pronoun: bool) -> None:
        self.size, self.rng, self.speaker = size, rng, speaker
        self.kind = rng.choice(("name", "surname", "titled", "post", "common", "pronoun"[: 7 * pronoun] or "name"))

    def cue(self, order: str) -> list[Placed]:
        text = self.rng.choice((*_COMMONEST, *_CUES))
        if order == "QVS" and text == "told":
            text = "said"
        lemma, tag = _CUES[text]
        cue = Word(text, lemma, "VERB", tag, _PRESENT if tag == "VBZ" else _PAST, ROOT, "root")
        if text != "told":
            return [(self.size, cue)]
        hearer = self.rng.choice(("reporters", "lawmakers", "journalists", "AFP", "Reuters"))
        plural = hearer.islower()
        pos, listener = ("NOUN", "NNS") if plural else ("PROPN", "NNP")
        number = f"Number={'Plur' if plural else 'Sing'}"
        return [(self.size, cue), (None, Word(hearer, hearer.rstrip("s"), pos, listener, number, self.size, "iobj"))]

    def weekday(self) -> list[Placed]:
        return weekday(self.size, self.rng)

    def subject(self) -> list[Placed]:
        """The noun phrase; its head is number `size + 1`."""
        head = self.size + 1
        if self.kind == "pronoun":
            text = self.rng.choice(("he", "she", "they"))
            number = "Plur" if text == "they" else "Sing"
            features = f"Case=Nom|Number={number}|Person=3|PronType=Prs"
            return [(head, Word(text, text, "PRON", "PRP", features, self.size, "nsubj"))]
        if self.kind == "common":
            article = self.rng.choice(("the", "a"))
            return [
                (None, determiner(article, head)),
                (head, Word(noun := self.rng.choice(POSTS), noun, "NOUN", "NN", "Number=Sing", self.size, "nsubj")),
            ]
        words = self.speaker.words[-1:] if self.kind == "surname" else self.speaker.words
        name: list[Placed] = []
        for n, word in enumerate(words):
            above, dep = (self.size, "nsubj") if n == 0 else (head, "flat")
            name.append((head if n == 0 else None, changed(word, head=above, dep=dep, space=True)))
        if self.kind == "titled":
            return [*title(head, self.rng), *name]
        if self.kind == "post":
            name[-1] = (name[-1][0], changed(name[-1][1], space=False))
            return [*name, *post(head, self.rng), (None, mark(",", head))]
        return name


def _can_be_said(tree: Tree) -> bool:
    words = tree.words
    quoted = any(word.text in ('"', "“", "”", "``", "''", ":", "(", "\n") for word in words)
    root = words[tree.root()]
    finite = root.pos in ("VERB", "AUX", "ADJ", "NOUN") and any(
        word.head == tree.root() and word.dep.startswith("nsubj") for word in words
    )
    ended = words[-1].text in (".", "!", "?") and words[0].text != "-"
    return finite and not quoted and ended and 4 <= len(words) <= 30


def _said(tree: Tree, *, quoted: bool, before: bool) -> list[Placed]:
    """The words of what is said, with marks around them and a comma in place of the full stop."""
    root = tree.root()
    words: list[Placed] = [(n, changed(word)) for n, word in enumerate(tree.words)]
    if before and words[-1][1].text == ".":
        words[-1] = (None, mark(",", root))
    elif not quoted and not before:
        words = words[:-1]
    if quoted:
        words[-1][1].space = False
        words = [(None, Word('"', '"', "PUNCT", "``", "", root, "punct", space=False)), *words]
        words.append((None, mark('"', root)))
    return words
