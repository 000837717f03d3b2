"""Which short names belong to which long ones in an article: surnames to people, acronyms to organisations."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from extractors.actors.evidence import Tally, decide_kind, is_organisation, shows_place
from extractors.actors.gazetteer import COUNTRY_WEIGHT, SURE_WEIGHT, NameKind, look_up
from extractors.actors.names import POSSESSIVES, Name
from extractors.actors.wording import Words, name_key
from extractors.lexicons.beings import beings
from extractors.lexicons.names import name_words

_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv", "phd", "md"))
_SHORTEST_SURNAME = 2
"""Letters that a word between given name and surname must exceed to be a surname too: no initial is one."""
_LONGEST_PERSON = 4
"""Words: two given names and two surnames."""
_OFTEN = 2
"""How often somebody is called by a name alone who keeps it when another one of that name comes."""
_OWNING = frozenset("his her their my our whose".split())
_MOST_BESIDE_KIN = 2
"""Words between whose kin somebody is and what kin: *her late older brother*."""
_BORN = frozenset(("born", "née", "nee"))
_MOST_BEFORE_BIRTH = 3
"""Words between two names of somebody: *(*, *was*, *, who was*, with the one for the birth."""
_MOST_SUPPORT = 5.0
"""What one member of a family can lend another, so that many mentions of one do not settle all that are like it."""
_PLAIN_SUPPORT = 2.0
"""What speaks for a person named in full beyond a single vote of a model."""


def short_forms(words: Words, name: Name, kind: NameKind) -> Iterator[str]:
    """What a name of several words may be called for short, as keys, the likeliest first."""
    parts = [name_key(words.texts[at]) for at in range(name.start, name.end)]
    if kind is NameKind.PERSON:
        yield from _forms_of_person(parts)
    elif kind is NameKind.ORG:
        yield from _forms_of_organisation(words, name, parts)


def _forms_of_person(parts: Sequence[str]) -> Iterator[str]:
    proper = [part for part in parts if part not in _SUFFIXES and part.strip(",.")]
    if len(proper) < 2:
        return
    particles = name_words().particles
    at = len(proper) - 1
    yield proper[at]
    while at > 1 and proper[at - 1] in particles:
        at -= 1
        yield " ".join(proper[at:])
    if len(proper) > 2:
        yield f"{proper[0]} {proper[-1]}"
        yield f"{proper[0]} {proper[1]}"
        yield from (part for part in reversed(proper[1:-1]) if len(part) > _SHORTEST_SURNAME and part not in particles)
    yield proper[0]


def _forms_of_organisation(words: Words, name: Name, parts: Sequence[str]) -> Iterator[str]:
    acronym = "".join(text[0] for text in words.texts[name.start : name.end] if text[0].isupper())
    if len(acronym) > 1 and look_up(acronym) is None:
        yield acronym.lower()
    yield from _heads(words, name, parts)
    company = name_words().companies | name_words().left_out
    bare = [part for at, part in enumerate(parts) if not at or words.texts[name.start + at] not in company]
    while bare and not bare[-1][0].isalnum():
        bare.pop()
    if bare and len(bare) < len(parts):
        yield " ".join(bare)


def _heads(words: Words, name: Name, parts: Sequence[str]) -> Iterator[str]:
    """*The Court* for the Supreme Court of Velmark, *the Council* for the Oslund Council."""
    heads = name_words().organisations.strong | name_words().heads
    bound = next((at for at in range(name.start, name.end) if words.texts[at] in ("of", "for")), name.end)
    if bound - name.start > 0 and words.texts[bound - 1] in heads and name.end - name.start > 1:
        yield parts[bound - 1 - name.start]


def may_be_short(words: Words, name: Name) -> bool:
    """Whether a mention may stand for a longer name; what the tables are sure of stands for itself."""
    entry = look_up(words.text(name.start, name.end))
    return entry is None or entry.weight < COUNTRY_WEIGHT


def owners(words: Words, keyed: Sequence[tuple[str, Name]], kinds: Mapping[str, NameKind]) -> list[str]:
    """For each mention the key of the name that it stands for, its own where it stands for itself.

    Where two people share a surname it means the one last named in full; before either is, the first. Whose kin
    somebody is said to be keeps it, and so does who has been called by it again and again. Who was born under another
    name is one person.
    """
    forms = _forms_by_key(words, keyed, kinds)
    born = dict(_born_as(words, keyed, kinds))
    told: Counter[str] = Counter()
    called: Counter[tuple[str, str]] = Counter()
    first: dict[str, tuple[int, str]] = {}
    for key, short in forms.items():
        for rank, form in enumerate(short):
            if form != key and (form not in first or rank < first[form][0]):
                first[form] = rank, key
    current = dict(first)
    settled = []
    for key, name in keyed:
        told[key] += 1
        kin = is_kin(words, name)
        for rank, form in enumerate(forms.get(key, ())):
            _, holder = current[form]
            used = told[key] == 1 and called[form, holder] >= _OFTEN
            if form != key and rank <= current[form][0] and not (holder != key and (kin or used or key in born)):
                current[form] = rank, key
        owner = current[key][1] if key in current and may_be_short(words, name) else born.get(key, key)
        called[key, owner] += owner != key
        # One name, one kind: what counts as something else stands for itself.
        settled.append(owner if kinds.get(owner) is kinds.get(key) else key)
    return _followed(keyed, settled)


def is_kin(words: Words, name: Name) -> bool:
    """Whether somebody is named as somebody's kin: *his daughter Mona Rask*, *Rask’s late father, Otto Rask*."""
    at = name.start - 1 - (words.at(name.start - 1) == ",")
    if words.at(at) not in beings().kin:
        return False
    before = [words.at(one) for one in range(at - 1, at - 2 - _MOST_BESIDE_KIN, -1)]
    return any(word.lower() in _OWNING or word in POSSESSIVES for word in before)


def _born_as(
    words: Words, keyed: Sequence[tuple[str, Name]], kinds: Mapping[str, NameKind]
) -> Iterator[tuple[str, str]]:
    """By key of a name under which somebody was born that of the person: *Kesk was born Arvo Lind*."""
    for (one, before), (other, name) in pairwise(keyed):
        people = kinds.get(one) is NameKind.PERSON and kinds.get(other) is NameKind.PERSON
        between = words.texts[before.end : name.start]
        if people and one != other and between and between[-1] in _BORN and len(between) <= _MOST_BEFORE_BIRTH:
            yield other, one


def _forms_by_key(
    words: Words, keyed: Iterable[tuple[str, Name]], kinds: Mapping[str, NameKind]
) -> dict[str, tuple[str, ...]]:
    forms: dict[str, tuple[str, ...]] = {}
    for key, name in keyed:
        kind = kinds.get(key)
        if key not in forms and kind is not None and name.end - name.start > 1:
            forms[key] = tuple(short_forms(words, name, kind))
    return forms


def _followed(keyed: Sequence[tuple[str, Name]], owners: list[str]) -> list[str]:
    """Owners of owners: *Silva*, *José Silva*, *José Luis Silva*."""
    chain = {key: owner for (key, _), owner in zip(keyed, owners, strict=True) if key != owner}
    for at, owner in enumerate(owners):
        seen = {keyed[at][0]}
        while owner in chain and owner not in seen:
            seen.add(owner)
            owner = chain[owner]  # noqa: PLW2901 - walking up
        owners[at] = owner
    return owners


def share_evidence(words: Words, keyed: Sequence[tuple[str, Name]], tallies: Mapping[str, Tally]) -> None:
    """Let a short name count as what the long ones say it is: adds to the tallies of short names.

    A surname is its person's against whatever a model took it for, but not against a table that is sure of it.
    """
    _share_upwards(words, keyed, tallies)
    listed_as = ((key, look_up(words.text(name.start, name.end))) for key, name in keyed)
    in_tables = {key for key, entry in listed_as if entry is not None and entry.weight >= SURE_WEIGHT}
    kinds = {key: kind for key, tally in tallies.items() if (kind := decide_kind(tally))}
    for key, short in _forms_by_key(words, keyed, kinds).items():
        kind = kinds[key]
        support = min(tallies[key][kind], _MOST_SUPPORT)
        for rank, form in enumerate(short):
            tally = tallies.get(form)
            if tally is None or form == key:
                continue
            if rank == 0 and kind is NameKind.PERSON and support >= _PLAIN_SUPPORT and form not in in_tables:
                tally[kind] += support + max(tally.values(), default=0)  # type: ignore[assignment]
            else:
                tally[kind] += support if rank == 0 else support / 2  # type: ignore[assignment]


def _share_upwards(words: Words, keyed: Sequence[tuple[str, Name]], tallies: Mapping[str, Tally]) -> None:
    """Let a full name be a person's where its surname, by itself, is."""
    seen: set[str] = set()
    for key, name in keyed:
        if key not in seen and _may_be_full_name(words, name):
            surname = tallies.get(name_key(words.texts[name.end - 1]))
            if surname is not None and decide_kind(surname) is NameKind.PERSON:
                support = min(surname[NameKind.PERSON], _MOST_SUPPORT)
                tallies[key][NameKind.PERSON] += support  # type: ignore[assignment]
        seen.add(key)


def _may_be_full_name(words: Words, name: Name) -> bool:
    parts = words.texts[name.start : name.end]
    apart = is_organisation(parts) or shows_place(parts) or look_up(parts[0]) is not None
    return 1 < len(parts) <= _LONGEST_PERSON and not apart
