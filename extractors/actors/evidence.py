"""What speaks for one kind of name or another: the tables, the words inside it, the words beside it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from extractors.actors.gazetteer import AMBIGUOUS_WEIGHT, NameKind, look_up
from extractors.actors.names import Finder, Name
from extractors.actors.wording import Words, is_acronym
from extractors.lexicons import verbs
from extractors.lexicons.names import (
    doubtful_titles,
    landmark_words,
    name_words,
    organisation_words,
    small_titles,
    titles,
)
from extractors.lexicons.places import initials

Tally = Counter[NameKind]
"""What the mentions of one name add up to, by kind."""

_MOST_BY_MODEL = 4.0
"""A model that makes one mistake makes it again: its votes together count no more than this."""

# What else speaks for a kind, in votes of the model: a word inside the name and any other sign outweigh all it can say,
# a title with a word beside the name as well.
_BY_WORD_INSIDE = 4.0
_BY_GIVEN_NAME = 3.5
_BY_TITLE = 3.0
_BY_ACRONYM = 2.0
_BY_WORD_BESIDE = 2.0
_BY_WEAK_WORD = 1.5
_BY_DOUBTFUL_TITLE = 1.0
_BY_LIST = 1.0
_BY_NEIGHBOUR = 0.5

_SHORTEST_LIST = 3
"""Names: two beside each other may be of two kinds, as a person and their town are."""
_LISTING = ((",",), ("and",), (",", "and"), ("or",), (",", "or"))
_LONGEST_PERSON = 4
"""Words: two given names and two surnames."""
_SHORTEST_DATELINE = 4
"""Letters of a place in capitals that opens a paragraph: shorter ones are acronyms as often."""
_LONGEST_APPOSITION = 6
"""Words after the article in which what something is must come: *Foro, a small but loud human rights group*."""
_DETERMINED = frozenset("a an the former formerly previously then currently".split())
"""What a noun that says what somebody is stands behind."""
_BORN = (("was", "born"), ("died", "aged"), ("died", "at"))
_BE = frozenset("was were is has had been".split())
_PLACES = (NameKind.GPE, NameKind.LOC)
_FROM_FINDER = {Finder.ACRONYM: _BY_ACRONYM, Finder.CAPITALS: _BY_NEIGHBOUR}


def tally_names(words: Words, names: Iterable[tuple[str, Name]]) -> dict[str, Tally]:
    """What speaks for each kind, by key of the name: its form counted once, each mention for itself."""
    tallies: dict[str, Tally] = {}
    votes: dict[str, Counter[NameKind]] = {}
    for key, name in names:
        tally = tallies.get(key)
        if tally is None:
            tally, votes[key] = tallies.setdefault(key, Counter()), Counter()
            _add(tally, _by_form(words, name))
        _add(tally, _by_context(words, name))
        if name.kind is not None and name.finder is Finder.MODEL:
            votes[key][name.kind] += 1
    for key, vote in votes.items():
        share = min(1.0, _MOST_BY_MODEL / max(vote.total(), 1))
        _add(tallies[key], ((kind, share * count) for kind, count in vote.items()))
    return tallies


def share_in_lists(words: Words, names: Sequence[tuple[str, Name]], tallies: Mapping[str, Tally]) -> None:
    """Let what most of a list is speak for all of it: *Hanna, Alam and Sanchez*. Adds to the tallies."""
    run: list[str] = []
    for at, (key, name) in enumerate(names):
        run.append(key)
        after = names[at + 1][1] if at + 1 < len(names) else None
        if after is not None and words.texts[name.end : after.start] in _LISTING:
            continue
        if len(run) >= _SHORTEST_LIST:
            kinds = Counter(decide_kind(tallies[listed_key]) for listed_key in run)
            kind, count = kinds.most_common(1)[0]
            if kind is not None and 2 * count > len(run):
                for listed_key in run:
                    _add(tallies[listed_key], [(kind, _BY_LIST)])
        run = []


def decide_kind(tally: Tally, text: str = "") -> NameKind | None:
    """The kind that most speaks for; None where nothing does.

    The places speak as one, and a table that knows the name says which of them it is.
    """
    entry = look_up(text)
    place = entry.kind if entry and entry.kind in _PLACES else max(_PLACES, key=lambda kind: tally[kind])
    scores = {NameKind.PERSON: tally[NameKind.PERSON], NameKind.ORG: tally[NameKind.ORG]}
    scores |= {place: sum(tally[kind] for kind in _PLACES), NameKind.NORP: tally[NameKind.NORP]}
    best = max(scores, key=lambda kind: scores[kind])
    return best if scores[best] > 0 else None


def is_by_model_alone(tally: Tally, votes: int) -> bool:
    """Whether nothing but so many votes of a model speaks for a person."""
    return tally[NameKind.PERSON] <= min(votes, _MOST_BY_MODEL)


def _add(tally: Tally, weights: Iterable[tuple[NameKind, float]]) -> None:
    for kind, weight in weights:
        tally[kind] += weight  # type: ignore[assignment]  # Counter is typed for whole numbers, and adds any


def _by_form(words: Words, name: Name) -> Iterator[tuple[NameKind, float]]:
    parts = words.texts[name.start : name.end]
    text = words.text(name.start, name.end)
    entry = look_up(text) or (look_up(text.title()) if text.islower() else None)
    if entry is not None:
        yield entry.kind, entry.weight
    elif len(parts) == 1:
        yield from _by_letters(text)
    elif "-" in parts and all(is_acronym(part) for part in parts if part != "-"):
        yield NameKind.ORG, _BY_ACRONYM  # *RTV-SLO*
    else:
        yield from _by_parts(parts)


def _by_letters(text: str) -> Iterator[tuple[NameKind, float]]:
    if text in initials():
        yield NameKind.GPE, _BY_ACRONYM
    elif is_acronym(text):
        yield NameKind.ORG, _BY_ACRONYM if len(text) > 2 else _BY_NEIGHBOUR


def _by_parts(parts: tuple[str, ...]) -> Iterator[tuple[NameKind, float]]:
    last = parts[-1]
    person = parts[0] in name_words().given and len(parts) <= _LONGEST_PERSON and last not in name_words().works
    if is_organisation(parts):
        person = False
        yield NameKind.ORG, _BY_WEAK_WORD if last in name_words().organisations.weak else _BY_WORD_INSIDE
    elif shows_place(parts):
        governed = last in name_words().landmarks.governed
        yield NameKind.GPE if governed else NameKind.LOC, _BY_WEAK_WORD if person else _BY_WORD_INSIDE
    if person:
        yield NameKind.PERSON, _BY_GIVEN_NAME


def is_organisation(parts: tuple[str, ...]) -> bool:
    """Whether the words of a name are an organisation's: *Defense Ministry*, *Bank of China*, *Acme Inc*."""
    organisation = organisation_words()
    if len(parts) < 2:
        return False
    if parts[-1] in organisation or parts[-1] in name_words().companies:
        return True
    return any(part in organisation and parts[at + 1] in ("of", "for") for at, part in enumerate(parts[:-1]))


def shows_place(parts: tuple[str, ...]) -> bool:
    """Whether the words of a name are a place's: *Marrow Point*, *Lake Chad*."""
    return parts[-1] in landmark_words() or parts[0] in ("Lake", "Mount", "Cape", "Gulf", "Fort")


def _by_context(words: Words, name: Name) -> Iterator[tuple[NameKind, float]]:
    if name.kind is not None:
        yield name.kind, _FROM_FINDER.get(name.finder, 0.0)
    before, after = words.at(name.start - 1), words.at(name.end)
    if name.titles < name.start:
        doubtful = before in doubtful_titles()
        yield NameKind.PERSON, _BY_DOUBTFUL_TITLE if doubtful else _BY_TITLE
    elif before in small_titles():
        yield NameKind.PERSON, _BY_TITLE / 2
    if after in name_words().doing:
        yield NameKind.PERSON, _BY_NEIGHBOUR
    if not is_acronym(words.texts[name.end - 1]) and _lives(words, name.end + (after == ",")):
        yield NameKind.PERSON, _BY_DOUBTFUL_TITLE
    if _has_age(words, name.end):
        yield NameKind.PERSON, _BY_TITLE
    if 1 < name.end - name.start <= _LONGEST_PERSON and befell(words, name.start, name.end):
        yield NameKind.PERSON, _BY_WEAK_WORD
    yield from _as_a_firm(words, name)
    if _is_in_dateline(words, name.start, name.end):
        yield NameKind.GPE, _BY_TITLE
    if after == ",":
        yield from _by_apposition(words, name.end + 1)
    if before in name_words().locating:
        possessive = after in ("'s", "’s")
        yield NameKind.GPE, AMBIGUOUS_WEIGHT if possessive else 2 * _BY_NEIGHBOUR


def befell(words: Words, start: int, end: int) -> bool:
    """Whether what happens to a name happens to people: *arrested Otto Rask*, *the body of Otto Rask*, *was jailed*."""
    parts = words.texts[start:end]
    if is_organisation(parts) or shows_place(parts) or parts[-1] in name_words().organisations.weak:
        return False
    people = verbs.of_people() | verbs.to_people()
    verb = end + 1 + (words.at(end + 1) == "been")
    if words.at(end) in _BE and verb < len(words.texts) and words.doc[verb].lemma_.lower() in people:
        return True
    if words.at(start - 1) == "of":
        return words.at(start - 2).lower() in name_words().of_somebody
    return start > 0 and words.doc[start - 1].tag_.startswith("VB") and words.doc[start - 1].lemma_.lower() in people


def is_told_of_as_a_person(words: Words, end: int) -> bool:
    """Whether what stands behind a name in commas shows somebody: *Otto Rask, 45, left*, *Otto Rask, a judge*."""
    told = words.at(end) == "," and any(kind is NameKind.PERSON for kind, _ in _by_apposition(words, end + 1))
    return told or _has_age(words, end)


def _has_age(words: Words, end: int) -> bool:
    return words.at(end) == "," and words.at(end + 1).isdigit() and words.at(end + 2) == ","


def _lives(words: Words, at: int) -> bool:
    """Whether what stands behind a name is said of people alone: *who left*, *was born in Oslund*, *died aged 80*."""
    return words.at(at) in ("who", "whose") or words.texts[at : at + 2] in _BORN


def _as_a_firm(words: Words, name: Name) -> Iterator[tuple[NameKind, float]]:
    """*Kesk Inc.*, *Kesk’s shares*, *Kesk CEO Ana Idan*, *a spokeswoman for Kesk*, *the Kesk*, *Kesk, which*."""
    before, after, beyond = words.at(name.start - 1), words.at(name.end), words.at(name.end + 1)
    if after in name_words().companies:
        yield NameKind.ORG, _BY_WORD_INSIDE
    if (after in ("'s", "’s") and beyond.lower() in name_words().owned) or after.lower() in name_words().owned:
        yield NameKind.ORG, _BY_WORD_BESIDE
    led = after in name_words().leading and (words.is_capital(name.end + 1) or after.islower())
    speaks_for = before in ("of", "for") and words.at(name.start - 2).lower() in name_words().leading_small
    if led or (speaks_for and before == "for"):
        yield NameKind.ORG, _BY_WORD_BESIDE
    elif speaks_for:
        yield NameKind.ORG, _BY_NEIGHBOUR
    if after in name_words().trading:
        yield NameKind.ORG, 2 * _BY_NEIGHBOUR
    if after == "," and beyond == "which":
        yield NameKind.ORG, _BY_NEIGHBOUR


def _is_in_dateline(words: Words, start: int, end: int) -> bool:
    """Whether a name says where the article was written: *OSLUND, Velmark (AP) —*."""
    if words.at(start - 1) == "," and start > 1:
        start, end = start - 2, start - 1
    written = words.opens[start] and words.texts[start].isupper() and words.at(end) in (",", "(", "—", "–", "-")
    return written and len(words.texts[start]) >= _SHORTEST_DATELINE and not words.headline[start]


def _by_apposition(words: Words, at: int) -> Iterator[tuple[NameKind, float]]:
    """What a noun after a comma says of the name before it: *Foro, a human rights group*; *Rask, a retired judge*."""
    determined = words.at(at) in _DETERMINED
    for text in words.texts[at : at + _LONGEST_APPOSITION] if determined else words.texts[at : at + 1]:
        if not text.isalpha() and text != "-":
            return
        if text in small_titles() or text in titles() - doubtful_titles():
            yield NameKind.PERSON, _BY_WORD_BESIDE
            return
        if determined and text in name_words().bodies:
            yield NameKind.ORG, _BY_WORD_BESIDE
            return
