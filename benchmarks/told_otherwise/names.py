"""Other people, organisations and places in the same parts: names of as many words, of many peoples."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import cycle

from benchmarks.told_otherwise.edits import Edit
from benchmarks.told_otherwise.told import Told
from extractors.actors.component import actors
from extractors.lexicons.names import name_words, titles_of
from extractors.lexicons.places import cities, country_rows
from timeline.model import ActorKind

_MEN = "Peter Samuel Dmitri Rashid Kofi Hiroshi Mateo Lars Arjun Tomasz Emeka Giorgio Anwar Piotr Henrik".split()
_WOMEN = "Margaret Elena Aisha Ingrid Yuki Lucia Priya Katarzyna Amara Giulia Fatima Hanna Ngozi Beatriz Mei".split()
_SURNAMES = (
    "Lindqvist Okonkwo Tanaka Ferreira Kowalczyk Haddad Sorensen Mukherjee Petrov Castellano Nguyen Adeyemi Horvath "
    "Bergstrom Ramirez Yamamoto Dlamini Novak Fitzgerald Karimov Papadakis Osei Virtanen Delgado Rahman Thompson Weber "
    "Moreau Jansen Kaplan Suleiman Markovic Pereira Hakimi Lindgren Abdullahi Tran Botha Ivanova Chaudhry"
).split()
_COMPANIES = "Vattenfall Samsung Nestle Embraer Infosys Siemens Heineken Petrobras Toyota Maersk".split()
_INITIALS = "KLRF BVTU DMNP TQRA GHSF".split()
_CITIES = "Gothenburg Osaka Rosario Lyon Krakow Mombasa Chittagong Valparaiso Leipzig Adelaide Kumasi Turin".split()
_COUNTRIES = (
    ("Poland", "Polish", "Poles"), ("Portugal", "Portuguese", "Portuguese"), ("Kenya", "Kenyan", "Kenyans"),
    ("Chile", "Chilean", "Chileans"), ("Thailand", "Thai", "Thais"), ("Hungary", "Hungarian", "Hungarians"),
    ("Nigeria", "Nigerian", "Nigerians"), ("Vietnam", "Vietnamese", "Vietnamese"), ("Peru", "Peruvian", "Peruvians"),
)  # fmt: skip
_WORD = re.compile(r"[^\W\d_][\w-]*")


def other_people(told: Told) -> dict[str, str]:
    """Each word of a person's name that names nothing else here, with that of another."""
    people = [actor for actor in actors(told.doc) if actor.kind is ActorKind.PERSON]
    others = {word for actor in actors(told.doc) if actor not in people for word in _WORD.findall(actor.name)}
    men, women, surnames = cycle(_MEN), cycle(_WOMEN), cycle(name for name in _SURNAMES if name not in told.text)
    new: dict[str, str] = {}
    for person in people:
        words = [word for word in person.name.split() if _may_change(word, told.text, others)]
        for word in words:
            if word in new:
                continue
            first = len(person.name.split()) > 1 and word == person.name.split()[0]
            new[word] = next(women if _is_woman(told, person.name) else men) if first else next(surnames)
    return new


def other_organisations(told: Told) -> dict[str, str]:
    """Companies and initials that are one word, with others."""
    found = [actor.name for actor in actors(told.doc) if actor.kind is ActorKind.ORGANISATION]
    more = {word for actor in actors(told.doc) for word in actor.name.split() if actor.name != word}
    companies, initials = _unused(_COMPANIES, told.text), _unused(_INITIALS, told.text)
    singles = [name for name in found if _may_change(name, told.text, more) or (name.isupper() and name.isalpha())]
    pairs = ((name, next(initials if name.isupper() else companies, "")) for name in dict.fromkeys(singles))
    return {name: new for name, new in pairs if new}


def other_places(told: Told) -> dict[str, str]:
    """Cities and countries, with others; a country's people change with it."""
    listed = cities() | {capital for row in country_rows() for capital in row.capitals}
    fresh = iter([row for row in _COUNTRIES if not any(re.search(rf"\b{form}\b", told.text) for form in row)])
    towns = _unused(_CITIES, told.text)
    new: dict[str, str] = {}
    for row in country_rows():
        if " " in row.name or not re.search(rf"\b{row.name}\b", told.text) or len(row.demonyms) != 1:
            continue
        other = next(fresh, None)
        people = row.demonyms[0]
        if other is not None and not people.endswith(("ese", "sh", "ch")):
            new |= {row.name: other[0], people: other[1], f"{people}s": other[2]}
    for town in sorted(listed):
        if " " not in town and re.search(rf"\b{re.escape(town)}\b(?! [A-Z])", told.text):
            new[town] = next(towns, town)
    return new


def renamed(text: str, names: dict[str, str]) -> list[Edit]:
    """An edit for each place of a name."""
    if not names:
        return []
    pattern = re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, names), key=len, reverse=True))})\b(?!-)")
    return [Edit(*match.span(), names[match[0]]) for match in pattern.finditer(text)]


def _may_change(word: str, text: str, others: Iterable[str]) -> bool:
    """Whether a word is nothing but this name: not small anywhere, no part of another's name, no title."""
    known = name_words()
    plain = word.isalpha() and word.istitle() and len(word) > 2
    free = word not in others and word not in known.titles and word not in known.particles
    return plain and free and not re.search(rf"\b{word.lower()}\b", text)


def _is_woman(told: Told, name: str) -> bool:
    """Whether what follows the name nearest calls the person *she*, or a title does."""
    text = told.text
    at = text.find(name)
    before = text[max(0, at - 12) : at].split()
    if before and before[-1] in titles_of("she"):
        return True
    near = re.search(r"\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er)\b", text[at : at + 600]) if at >= 0 else None
    return near is not None and near[0].lower() in ("she", "her")


def _unused(names: Sequence[str], text: str) -> Iterator[str]:
    return iter([name for name in names if name not in text])
