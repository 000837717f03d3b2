"""Names in titles: whom a pronoun means, in square brackets, and who speaks, before what is in their own words."""

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass

from extractors.events.context.event_context import EventContext
from extractors.events.titles.actor_names import names_in_titles
from extractors.events.titles.antecedents import OWNING, PRONOUNS, SPOKEN, Antecedents
from extractors.events.titles.contractions import in_full
from extractors.events.titles.drafts import Draft
from extractors.events.titles.full_names import FullNames
from extractors.events.titles.fuller import Fuller, FullerWords
from extractors.events.titles.happenings import Happenings
from extractors.events.titles.headline import Headline
from extractors.events.titles.mentioned import GENDERED
from extractors.events.titles.own_words import told_by_name
from extractors.events.titles.speech import OWN, UNNAMED, Speech
from extractors.syntax.relations import Relation

_BARE = 2
"""Words of an article and a noun."""


@dataclass(frozen=True)
class Names:
    """What is put into a title."""

    before: str
    """Who speaks: *[Rosa Lind]: *; empty where nobody is named so."""
    replaced: Mapping[int, str]
    """By word what stands in its place."""
    doubtful: Set[int] = frozenset()
    """The words of which it is not sure: *[Rosa Lind?]*."""
    verbatim: bool = True
    """Whether words in quotation marks are still those that were said."""


class Naming:
    """The names of the titles of one doc."""

    def __init__(self, context: EventContext, speech: Speech) -> None:
        self.context, self.speech = context, speech
        names = names_in_titles(context)
        self.antecedents = Antecedents(context, names)
        self.fuller_words = FullerWords(context)
        self.headline = Headline(context)
        self.happenings = Happenings(context, self.antecedents)
        self.full_names = FullNames(context, names)

    def names(self, draft: Draft, *, inside: bool = True) -> Names:
        """What stands for the pronouns of a draft; only for the first word of it, if not `inside` too."""
        if not draft.words:
            return Names("", {})
        lowers, first = self.context.tree.lowers, draft.words[0]
        leaning = lowers[first] in UNNAMED or any(lowers[at] in OWN for at in draft.words)
        speaker = self.speech.speaker(draft.top) if leaning else ""
        if speaker and self._tells_who(draft):
            speaker = ""
        own = told_by_name(self.context, draft, speaker[1:-3]) if speaker else {}
        speaker = "" if own else speaker
        replaced, doubtful = {**draft.replaced, **own}, set[int]()
        for at in draft.words if inside else (first,):
            if lowers[at] not in PRONOUNS or (speaker and lowers[at] in SPOKEN):
                continue
            if at != first and (self.antecedents.is_told(at, draft.words) or self._may_be_other(at, draft)):
                continue
            name, sure = self._name(at, draft, begins=at == first)
            if not sure and (at != first or speaker or self.context.quoted[at]):
                continue
            told = at != first and any(name.endswith((f"{word}]", f"{word}]’s")) for word in self._texts(draft, at))
            if name and not told and not self._is_said(name, draft) and not speaker.startswith(name.removesuffix("’s")):
                replaced[at] = name
                if name.endswith("]") and at + 1 in draft.kept and (full := in_full(self.context, at + 1)):
                    replaced[at + 1] = f" {full}"
                doubtful |= set() if sure else {at}
                speaker = "" if at == first else speaker
        if not speaker and inside:
            replaced |= self._described(draft)
        return Names(speaker, replaced, doubtful, verbatim=not own)

    def _tells_who(self, draft: Draft) -> bool:
        """*Rosa Lind called it “our ferry”*: who says so is told, and only a part is in her own words."""
        lowers, quoted = self.context.tree.lowers, self.context.quoted
        own = [at for at in draft.words if lowers[at] in OWN]
        if not own or quoted[draft.words[0]] or not all(quoted[at] for at in own):
            return False
        first = next(at for at in draft.words if quoted[at])
        return not {",", ":"} & set(lowers[max(0, first - 3) : first])  # not *Rosa Lind said, “our ferry sank”*

    def _described(self, draft: Draft) -> dict[int, str]:
        """*The court* as *the [Supreme Court]*, *the country* as *[Zembla]*, where the title does not name it."""
        found: dict[int, str] = {}
        behind = {at + 1 for at in draft.words} - {at + 1 for at in draft.replaced}
        for at in draft.words:
            named = self.antecedents.described(at) if at in behind else None
            if named is None or self._says_which(at):
                continue
            if not any(word in named.name for word in self._texts(draft, at)):
                found |= {at - 1: "the" if named.article else "", at: f"[{named.name}]"}
        return found

    def _says_which(self, at: int) -> bool:
        """*The candidate* of *was not the candidate whom Lind backed*: what is said of it says which, or who it is."""
        relations = self.context.tree.relations
        more = any(relations[one] is Relation.RELATIVE and one > at for one in self.context.tree.children[at])
        return more or relations[at] is Relation.PREDICATE

    def fuller(self, draft: Draft) -> Iterator[dict[int, str]]:
        """*The building* as *the [1973 apartment building]*, each noun of a title by itself, the first ones first."""
        taken = self.names(draft)
        if taken.before:
            return
        lowers = self.context.tree.lowers
        told = {lowers[at] for at in draft.words}
        for name, named in self.full_names.of(draft.words):
            if not named.keys() & taken.replaced.keys() and not any(name in text for text in taken.replaced.values()):
                yield named
        for at in draft.words:
            free = at - 1 in draft.words and not {at, at - 1} & taken.replaced.keys()
            found = self._fuller(at) if free else None
            words = set() if found is None else {_bare(word) for word in found.name.split()} - {lowers[at]}
            if found is not None and found.name and not words & told:
                begins = not found.article and at - 1 == draft.words[0]
                name = found.name[:1].upper() + found.name[1:] if begins else found.name
                yield {at - 1: "the" if found.article else "", at: f"[{name}]"}
            elif free and (befell := self.happenings.of(at)):
                yield {at: befell}

    def _fuller(self, at: int) -> Fuller | None:
        """What the text calls a thing, or its headline."""
        found = self.fuller_words.of(at)
        if found is not None and found.name:
            return found
        name = self.headline.calls(at)
        return Fuller(name, article=not _is_owned(name, self.context.tree.lowers[at])) if name else None

    def leans(self, draft: Draft) -> bool:
        """Whether a draft begins with a pronoun that nobody is named for."""
        if not draft.words:
            return False
        first, names = draft.words[0], self.names(draft)
        named = first in names.replaced and first not in names.doubtful
        return self.context.tree.lowers[first] in UNNAMED and not named and not names.before

    def _name(self, at: int, draft: Draft, *, begins: bool) -> tuple[str, bool]:
        """What stands for a pronoun, and whether that is surely meant."""
        owns = self._owns(at)
        called = None if owns and at == draft.subject else self.antecedents.named(at)
        if called is None or not (begins or self.antecedents.has_name(at)):
            return "", False
        role = self.context.tree.lowers[at] in GENDERED and not self.antecedents.has_name(at)
        if owns and role and called.name.lower().startswith("the ") and len(called.name.split()) <= _BARE:
            return "", False  # *[the head]’s father*: a role alone has no father
        name = called.name[:1].upper() + called.name[1:] if begins else called.name
        name = f"[{name}]" if called.sure else f"[{name}?]"
        several = self.context.tree.lowers[at] == "their" and called.name.endswith("s")
        owner = "’" if several else "’s"
        return f"{name}{owner}" if owns else name, called.sure

    def _texts(self, draft: Draft, pronoun: int) -> Iterator[str]:
        """The names in a draft but for a pronoun."""
        return (
            self.context.doc[at].text for at in draft.words if at != pronoun and self.context.tree.pos[at] == "PROPN"
        )

    def _is_said(self, name: str, draft: Draft) -> bool:
        """Whether the title says it anyway: *the boat it hit*, where a parse takes the boat for what hit."""
        first, _, rest = name[1 : name.index("]")].rstrip("?").lower().partition(" ")
        bare = rest if first in ("a", "an", "the") else f"{first} {rest}"
        return f" {bare.strip()} " in f" {' '.join(self.context.tree.lowers[at] for at in draft.words)} "

    def _may_be_other(self, at: int, draft: Draft) -> bool:
        """*Otto Rask lost his boat*: whoever is told of before can be meant, unless both are parties of one verb."""
        heads, words = self.context.tree.heads, draft.words
        others = [one for one in words[: words.index(at)] if self._owns(at) or heads[one] != heads[at]]
        return any(self.antecedents.may_be(one, at) for one in others)

    def _owns(self, at: int) -> bool:
        """Whether a pronoun says whose: *her* of *her boat*, not of *met her*."""
        tree = self.context.tree
        if tree.lowers[at] == "her":
            return tree.relations[at] is Relation.POSSESSOR or tree.tags[at] == "PRP$"
        return tree.lowers[at] in OWNING


def _is_owned(name: str, noun: str) -> bool:
    """Whether somebody owns a thing called so: *Zembla’s governor*."""
    before = name.lower().partition(noun)[0].split()
    return any(word.endswith(("’s", "'s")) for word in before)


def _bare(word: str) -> str:
    """A word without the mark of an owner."""
    return word.lower().removesuffix("’s").removesuffix("'s")
