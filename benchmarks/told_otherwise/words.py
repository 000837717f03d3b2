"""The same in other spelling: figures, contractions, American and British endings."""

import re

from benchmarks.told_otherwise.edits import Edit, replacing

_WORDS = "zero one two three four five six seven eight nine ten eleven twelve".split()
_UNITS = "people men women children others persons days weeks months years hours dead deaths cases members countries"
_FIGURE = re.compile(rf"(?<=[a-z]\ )(?P<n>[2-9]|1[0-2])(?=\ (?:{'|'.join(_UNITS.split())})\b)")
_WORD = re.compile(rf"(?<=[a-z]\ )(?:{'|'.join(_WORDS[2:])})(?=\ (?:{'|'.join(_UNITS.split())})\b)")
_OPEN = {"wo": "will not", "ca": "cannot", "sha": "shall not"}
_NOT = re.compile(r"\b(?P<verb>[A-Za-z]+?)n['’]t\b(?!\ (?:I|he|she|it|we|they|you)\b)")
_PRONOUN = re.compile(r"\b(?P<who>[Hh]e|[Ss]he|[Ii]t|I|[Ww]e|[Yy]ou|[Tt]hey)['’](?P<verb>ll|re|ve|m)\b")
_VERBS = {"ll": "will", "re": "are", "ve": "have", "m": "am"}
_CONTRACTED = re.compile(r"\b(?P<verb>did|does|do|was|were|is|are|has|have|had|could|would|should) not\b")
_AMERICAN = re.compile(
    r"\b(?P<stem>[a-z]{3,})(?P<end>i[sz]ation|i[sz]ations|i[sz]ed|i[sz]ing|i[sz]es)\b", re.IGNORECASE
)
_NOT_IZE = re.compile(
    r"(?i)(?:adv|rev|superv|telev|surpr|prom|ra|pra|no|exerc|compr|dev|desp|disgu|exc|merchand|prec|improv|comprom|ar|"
    r"brui|crui|cau|clo|cho|lo|po|prai|franch|adverti|prize|s|apprai|brows|prom|coll|dec|div|inc|inv|pro|tele|adm|comm)$"
)
_SPELLINGS = {
    "center": "centre", "defense": "defence", "color": "colour", "colors": "colours", "labor": "labour",
    "harbor": "harbour", "program": "programme", "programs": "programmes", "traveling": "travelling",
    "traveled": "travelled", "canceled": "cancelled", "neighbor": "neighbour", "neighbors": "neighbours",
    "neighboring": "neighbouring", "kilometers": "kilometres", "meters": "metres", "theater": "theatre",
    "favor": "favour", "honor": "honour", "license": "licence", "offense": "offence",
}  # fmt: skip
_BACK = {british: american for american, british in _SPELLINGS.items()}


def figures_in_words(text: str) -> list[Edit]:
    """“Twelve” for “12”, before what is counted."""
    return replacing(_FIGURE, lambda match: _WORDS[int(match["n"])], text)


def words_in_figures(text: str) -> list[Edit]:
    """“12” for “twelve”, before what is counted."""
    return replacing(_WORD, lambda match: str(_WORDS.index(match[0])), text)


def without_commas(text: str) -> list[Edit]:
    """“1200” for “1,200”."""
    return replacing(re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d,]|\.\d)"), lambda m: m[0].replace(",", ""), text)


def opened(text: str) -> list[Edit]:
    """“Did not” for “didn't”, “they will” for “they'll”."""
    found = replacing(_NOT, lambda match: _OPEN.get(match["verb"], f"{match['verb']} not"), text)
    return found + replacing(_PRONOUN, lambda match: f"{match['who']} {_VERBS[match['verb']]}", text)


def contracted(text: str) -> list[Edit]:
    """“Didn't” for “did not”."""
    return replacing(_CONTRACTED, lambda match: f"{match['verb']}n't", text)


def british(text: str) -> list[Edit]:
    """“Organised” and “centre” for “organized” and “center”."""
    return _spelt(text, "z", "s", _SPELLINGS)


def american(text: str) -> list[Edit]:
    """“Organized” and “center” for “organised” and “centre”."""
    return _spelt(text, "s", "z", _BACK)


def per_cent(text: str) -> list[Edit]:
    """“5 per cent” for “5%” and “5 percent”."""
    return replacing(re.compile(r"(?<=\d)(?:%|\ percent\b)"), lambda _: " per cent", text)


def percent_sign(text: str) -> list[Edit]:
    """“5%” for “5 percent” and “5 per cent”."""
    return replacing(re.compile(r"(?<=\d)\ per ?cent\b"), lambda _: "%", text)


def _spelt(text: str, old: str, new: str, listed: dict[str, str]) -> list[Edit]:
    def ending(match: re.Match[str]) -> str:
        if match["end"][1] != old or _NOT_IZE.search(match["stem"]):
            return match[0]
        return f"{match['stem']}i{new}{match['end'][2:]}"

    words = re.compile(rf"\b(?:{'|'.join(listed)})\b")
    return replacing(_AMERICAN, ending, text) + replacing(words, lambda match: listed[match[0]], text)
