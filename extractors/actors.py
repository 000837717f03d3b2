"""Actors: a spaCy component that finds names in an article and says which mentions are one and the same.

`nlp.add_pipe("dateline_actors")` fills `doc.spans["actors"]`: mentions, labelled with the kind of actor, `span.id_` the
actor's id. Without a trained pipeline names are runs of capitalised words, told apart by the words in
`data/lexicons/names.toml`; a trained one will bring its own entities to the same seam.
"""

from collections.abc import Iterator, Sequence

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from extractors.lexicons import countries, words
from extractors.sentences import sentences
from timeline.model import Actor, ActorKind, slug

KEY = "actors"
"""Where the mentions are: `doc.spans[KEY]`."""

_INSIDE = frozenset(
    {"of", "the", "and", "for", "de", "del", "da", "di", "van", "von", "der", "bin", "al", "la", "el", "-", "’", "'"}
)
_LONGEST_NAME = 8
_ARTICLES = ("the", "a", "an")

if not Doc.has_extension("dateline_actors"):
    Doc.set_extension("dateline_actors", default=None)


class Name:
    """A run of capitalised tokens: titles, then the name proper."""

    def __init__(self, tokens: Sequence[Token], titles: int) -> None:
        self.tokens = tokens[titles:]
        self.titles = " ".join(token.text for token in tokens[:titles])

    @property
    def text(self) -> str:
        """The name as written, without titles."""
        return self.tokens[0].doc[self.tokens[0].i : self.tokens[-1].i + 1].text


class Actors:
    """Finds mentions, then settles for the whole article who is who."""

    def __call__(self, doc: Doc) -> Doc:
        """Set `doc.spans["actors"]`."""
        names = [name for sentence in sentences(doc) for name in _names(sentence)]
        cast = Cast(names)
        mentions = []
        for name in names:
            actor = cast.actor_of(name)
            if actor is not None:
                first, last = name.tokens[0].i, name.tokens[-1].i + 1
                mentions.append(Span(doc, first, last, label=actor.kind.value, span_id=actor.id))
        doc.spans[KEY] = mentions
        doc._.dateline_actors = [
            {"id": a.id, "name": a.name, "kind": a.kind.value, "aliases": list(a.aliases), "titles": list(a.titles)}
            for a in cast.actors()
        ]
        return doc


def actors(doc: Doc) -> tuple[Actor, ...]:
    """The actors of a processed doc as records, by id."""
    return tuple(
        Actor(
            id=row["id"],
            name=row["name"],
            kind=ActorKind(row["kind"]),
            aliases=tuple(row["aliases"]),
            titles=tuple(row["titles"]),
        )
        for row in doc._.dateline_actors or ()
    )


class Cast:
    """Who is who in one article: a bare surname or acronym belongs to the one named in full."""

    def __init__(self, names: Sequence[Name]) -> None:
        self._full: dict[str, ActorKind] = {}
        self._titles: dict[str, set[str]] = {}
        self._aliases: dict[str, set[str]] = {}
        spelled: dict[str, str] = {}
        for name in names:
            kind = _kind(name)
            if kind is not None:
                full = countries().get(name.text, name.text) if kind is ActorKind.COUNTRY else name.text
                full = spelled.setdefault(slug(full), full)
                self._full.setdefault(full, kind)
                self._aliases.setdefault(full, set()).update({name.text} - {full})
                self._titles.setdefault(full, set()).update({name.titles} - {""})
        self._owner = self._owners(names)

    def _owners(self, names: Sequence[Name]) -> dict[str, str]:
        owners = {alias: full for full, aliases in self._aliases.items() for alias in (full, *aliases)}
        for full, kind in self._full.items():
            if kind is ActorKind.PERSON and " " in full:
                owners.setdefault(full.split()[-1], full)
            elif kind is ActorKind.ORGANISATION and " " in full:
                acronym = "".join(word[0] for word in full.split() if word[0].isupper())
                if acronym not in countries():
                    owners[acronym] = full
        for name in names:
            owner = owners.get(name.text)
            if owner is not None and name.text != owner:
                self._aliases[owner].add(name.text)
            if owner is not None and name.titles:
                self._titles[owner].add(name.titles)
        for alias, owner in owners.items():
            if alias != owner:
                self._full.pop(alias, None)
        return owners

    def actor_of(self, name: Name) -> Actor | None:
        """The actor that a name means, or None when it is not known to be one."""
        full = self._owner.get(name.text)
        return None if full is None else self._actor(full)

    def actors(self) -> list[Actor]:
        """All, by id."""
        return sorted((self._actor(full) for full in self._full), key=lambda actor: actor.id)

    def _actor(self, full: str) -> Actor:
        return Actor(
            id=slug(full),
            name=full,
            kind=self._full[full],
            aliases=tuple(sorted(self._aliases[full])),
            titles=tuple(sorted(self._titles[full])),
        )


def _kind(name: Name) -> ActorKind | None:
    """What a name shows itself to be; None for a lone word that shows nothing."""
    parts = [token.text for token in name.tokens]
    if name.text in countries():
        return ActorKind.COUNTRY
    if len(parts) > 1 and any(part in words("names", "organisation") for part in parts):
        return ActorKind.ORGANISATION
    if name.titles:
        return ActorKind.PERSON
    if len(parts) == 1:
        acronym = name.text.isupper() and 2 <= len(name.text.replace(".", "")) <= 6
        return ActorKind.ORGANISATION if acronym and name.text.isalpha() else None
    if parts[-1] in countries():
        return None
    organised = any(part in ("of", "and", "for") or (part.isupper() and len(part) > len("J.")) for part in parts)
    return ActorKind.ORGANISATION if organised else ActorKind.PERSON


def _names(sentence: Span) -> Iterator[Name]:
    """Maximal runs of capitalised words; countries in a list stay apart."""
    tokens = [token for token in sentence if not token.is_space]
    at = 0
    while at < len(tokens):
        end = _run_end(tokens, at)
        if end == at:
            at += 1
            continue
        first = at + _openers(tokens[at:end], at)
        yield from _split(tokens[first:end])
        at = end


def _is_name_word(token: Token) -> bool:
    return (
        token.text[0].isupper()
        and not token.is_digit
        and (token.is_alpha or "." in token.text or "-" in token.text or "’" in token.text)
    )


def _run_end(tokens: Sequence[Token], at: int) -> int:
    end = at
    while end < len(tokens) and end - at < _LONGEST_NAME:
        token = tokens[end]
        if _is_name_word(token):
            end += 1
        elif (
            end > at
            and token.lower_ in _INSIDE
            and end + 1 < len(tokens)
            and _is_name_word(tokens[end + 1])
            and _binds(tokens, at, end)
        ):
            end += 2
        else:
            break
    return end


def _binds(tokens: Sequence[Token], start: int, at: int) -> bool:
    """Whether the small word at `at` holds a name together: *Observatory of Social …*, not *Spain and France*."""
    word = tokens[at].lower_
    if word in ("and", "for", "of", "the"):
        of_title = word == "of" and tokens[at - 1].text in words("names", "title", "head")
        return of_title or any(token.text in words("names", "organisation") for token in tokens[start:at])
    return word not in ("'", "’") or not tokens[at].whitespace_


def _openers(run: Sequence[Token], at: int) -> int:
    """How many words at the start of a run are there only because a sentence begins."""
    skipped = 0
    while skipped < len(run) and at == 0 and run[skipped].text in words("names", "opener"):
        skipped += 1
    while skipped < len(run) and run[skipped].lower_ in _ARTICLES:
        skipped += 1
    return skipped


def _split(run: Sequence[Token]) -> Iterator[Name]:
    """A run as names: a country before a title or a person is one of its own (*US Secretary of State Mike Pompeo*)."""
    if not run:
        return
    head = next((n for n in (3, 2, 1) if n < len(run) and " ".join(t.text for t in run[:n]) in countries()), 0)
    rest = run[head:]
    if head and not any(token.text in words("names", "organisation") for token in rest):
        yield Name(run[:head], 0)
        run = rest
    titles = _title_length(run)
    if titles < len(run) and not (titles and any(t.text in words("names", "organisation") for t in run)):
        yield Name(run, titles)
    else:
        yield Name(run, 0)


def _title_length(run: Sequence[Token]) -> int:
    """How many words at the start of a run are titles: up to the last one that a name must follow."""
    heads = words("names", "title", "head") | {"State"}
    return max((n for n in range(1, len(run)) if run[n - 1].text in heads), default=0)


@Language.factory("dateline_actors", assigns=["doc.spans"])
def make_actors(nlp: Language, name: str) -> Actors:  # noqa: ARG001 - the signature of a spaCy factory
    """The component, for `nlp.add_pipe("dateline_actors")`."""
    return Actors()
