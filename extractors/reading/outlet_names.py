"""Whether words that stand beside a date are the name of an outlet: a paper, a station, an agency, a site."""

import re

from extractors.lexicons.inflections import bases
from extractors.lexicons.names import name_words, titles
from extractors.lexicons.places import ambiguous_places, places
from extractors.lexicons.press import folded
from extractors.lexicons.verbs import verbs

_LONGEST = 60
"""Characters of a name."""
_MOST_WORDS = 6
_WORD = r"(?:[A-ZÀ-Þ][\w.'’&-]*|\d{1,3})"
_NAME = re.compile(rf"{_WORD}(?: (?:(?:of|the|and|for|de|del|della|di|du|des|la|le|el|&) ){{0,2}}{_WORD})*")
_SITE = re.compile(r"(?:[a-z0-9-]{2,}\.)+[a-z]{2,24}", re.IGNORECASE)
_FIRST_OF_A_TITLE = re.compile(r"(?:By|From|On|In|At|As|After) ")


def is_name(words: str) -> bool:
    """Whether words could be the name of an outlet: short, in capitals, with no end mark, and no place."""
    if len(words) > _LONGEST or len(words.split()) > _MOST_WORDS or _FIRST_OF_A_TITLE.match(words):
        return False
    if _SITE.fullmatch(words):
        return True
    return _NAME.fullmatch(words) is not None and not words.endswith(".") and words not in places()


def is_outlet(words: str) -> bool:
    """Whether words tell themselves that they name an outlet: *The Oslund Post*, *Radio Oslund*, *oslund.example*."""
    if not is_name(words):
        return False
    if _SITE.fullmatch(words) or words.casefold() in folded().outlets:
        return True
    parts = words.casefold().split()
    if any(parts[-1].endswith(ending) and words.casefold() != ending for ending in folded().endings):
        return True
    return len(parts) > 1 and _is_told_by_its_words(words, parts)


def _is_told_by_its_words(words: str, parts: list[str]) -> bool:
    press = folded()
    first, last = parts[0], parts[-1].rpartition("-")[2]
    if first in press.begins or (first in press.begins_of and parts[1] == "of"):
        return not any(map(_is_a_verb, parts[1:]))
    if last not in press.ends or any(map(_is_a_verb, parts[1:-1])):
        return False
    if last in press.surnames and _is_a_person(words.split()):
        return False
    of_a_section = last in press.general and all(part in press.sections for part in parts[:-1])
    return not of_a_section


def _is_a_person(words: list[str]) -> bool:
    return words[0] in titles() or words[0].title() in name_words().given - ambiguous_places()


def _is_a_verb(word: str) -> bool:
    return any(base in verbs() for base in bases(word))
