"""Runs of capitalised words: candidates for names that a recogniser passed over."""

from collections import Counter
from collections.abc import Iterator, Sequence

from extractors.actors.evidence import befell, is_organisation, is_told_of_as_a_person
from extractors.actors.gazetteer import NameKind, gazetteer_phrases
from extractors.actors.names import DETERMINERS, Finder, Name, find_edges
from extractors.actors.wording import Words, name_key
from extractors.lexicons.names import name_words, organisation_words, titles

_LONGEST = 8
"""Tokens of a run of capitals: a longer one is a headline rather than a name."""
_LONGEST_PERSON = 3
"""Words of a person whom nothing but a given name shows."""
_APOSTROPHES = ("'", "’")


def repeated_names(words: Words, names: Sequence[Name], covered: Sequence[int]) -> Iterator[Name]:
    """Runs that a recogniser passed over and that show what they are, or stand more than once in the article.

    So does one that ends in a name that is marked alone elsewhere: *Arvo Kesk* of *Kesk*.
    """
    alone = {words.texts[name.start] for name in names if name.end - name.start == 1 and name.kind is NameKind.PERSON}
    runs = [(start, end) for start, end in _runs(words, covered) if end - start > 1 and not words.headline[start]]
    counts = Counter(name_key(words.text(*run)) for run in runs)
    for start, end in runs:
        parts = words.texts[start:end]
        if parts[0] in name_words().companies:
            continue
        organised = is_organisation(parts) and parts[-1] not in name_words().organisations.weak
        length = end - start - 2 * parts.count("-")
        does = words.at(end) in name_words().doing
        told = does or is_told_of_as_a_person(words, end) or befell(words, start, end)
        told = told and length <= _LONGEST_PERSON and not organised
        person = told or (parts[0] in name_words().given and length <= _LONGEST_PERSON)
        repeated = not words.opens[start] and counts[name_key(words.text(start, end))] > 1
        known = parts[0].lower() in words.lowered or not parts[0][0].isupper()
        inside = not known and words.at(start - 1) != "of" and not words.opens[start]
        surname = parts[-1] in alone and inside and length <= _LONGEST_PERSON and not organised
        if person or repeated or surname or (organised and not words.opens[start]):
            yield Name(start, end, None, Finder.CAPITALS, start)


def _runs(words: Words, covered: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Maximal runs of capitalised words outside of other names, without openers and titles; a leading country apart."""
    at = 0
    while at < len(words.texts):
        end = _run_end(words, at, covered)
        if end == at:
            at += 1
            continue
        start = at
        while start < end and _is_opener(words, start, at):
            start += 1
        yield from _without_country(words, start, end)
        at = end


def _is_opener(words: Words, at: int, first: int) -> bool:
    text = words.texts[at]
    return text.lower() in DETERMINERS or (words.opens[first] and text in name_words().openers)


def _without_country(words: Words, start: int, end: int) -> Iterator[tuple[int, int]]:
    country = gazetteer_phrases().match(words, start) if start < end else None
    organisation = organisation_words()
    if (
        country is not None
        and country[0] <= end
        and not any(words.texts[at] in organisation for at in range(start, end))
    ):
        start = country[0]
    if start < end:
        kind = NameKind.ORG if is_organisation(words.texts[start:end]) else None
        yield from ((first, last) for first, last, _ in find_edges(words, start, end, kind))


def _run_end(words: Words, at: int, covered: Sequence[int]) -> int:
    end = at
    while end < len(words.texts) and end - at < _LONGEST and not covered[end]:
        if _is_name_word(words, end):
            end += 1
        elif end > at and words.is_capital(end + 1) and _binds(words, at, end) and not covered[end + 1]:
            end += 2
        else:
            break
    return end


def _is_name_word(words: Words, at: int) -> bool:
    text = words.texts[at]
    proper = text.isalpha() or any(sign in text for sign in ".-’")
    return words.capital[at] and proper and text not in name_words().nobody


def _binds(words: Words, start: int, at: int) -> bool:
    """Whether the small word at `at` holds a name together: *Observatory of Social …*, not *Spain and France*."""
    word = words.texts[at].lower()
    if word in ("and", "for", "of", "the"):
        of_title = word == "of" and words.texts[at - 1] in titles()
        return of_title or any(words.texts[back] in organisation_words() for back in range(start, at))
    if word in _APOSTROPHES or word == "-":
        return not words.doc[at].whitespace_
    return words.texts[at] in name_words().particles
