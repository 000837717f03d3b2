"""The ways to tell an article otherwise, each by a name, with what it makes of a title."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from benchmarks.told_otherwise import names, paragraphs, places_of_times, sayings, times, typography, words
from benchmarks.told_otherwise.edits import Edit, retold
from benchmarks.told_otherwise.told import Told

OfText = Callable[[str], list[Edit]]
OfTold = Callable[[Told], list[Edit]]
Said = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Change:
    """One way to tell an article otherwise."""

    edits: OfTold
    says: Callable[[Told], Said]
    """What it makes of words of the article, such as a title."""
    in_order: bool = True
    """Whether the words of a title keep their order."""
    years_back: bool = False


def _by_text(edits: OfText) -> Change:
    return Change(lambda told: edits(told.text), lambda _: lambda text: retold(text, edits(text)).text)


def _by_sentence(edits: OfTold) -> Change:
    return Change(edits, lambda _: lambda text: text, in_order=False)


def _by_names(found: Callable[[Told], dict[str, str]]) -> Change:
    def says(told: Told) -> Said:
        other = found(told)
        return lambda text: retold(text, names.renamed(text, other)).text

    return Change(lambda told: names.renamed(told.text, found(told)), says)


def _weekdays(told: Told) -> list[Edit]:
    published = told.article.published
    return [] if published is None else times.weekdays_for_yesterday(told.text, published.date)


def _years(told: Told) -> list[Edit]:
    """The text's years moved, or, where it names none, nothing but the day of publication."""
    return times.years_ago(told.text) if told.article.published else []


CHANGES: Mapping[str, Change] = {
    "straight marks": _by_text(typography.straight),
    "curly marks": _by_text(typography.curly),
    "hyphens for dashes": _by_text(typography.hyphens),
    "en dashes": _by_text(typography.en_dashes),
    "hard spaces": _by_text(typography.hard_spaces),
    "two spaces": _by_text(typography.two_spaces),
    "lines of 72": _by_text(typography.wrapped),
    "ellipses": _by_text(typography.ellipses),
    "5 March": _by_text(times.british),
    "March 5": _by_text(times.american),
    "Mar. 5": _by_text(times.short_months),
    "March 5th": _by_text(times.ordinals),
    "Monday, not on": _by_text(times.bare_weekdays),
    "on Monday": _by_text(times.weekdays_with_on),
    "no yesterday": _by_sentence(_weekdays),
    "15:00": _by_text(times.hours_of_24),
    "28 years before": Change(_years, lambda _: lambda text: retold(text, times.years_ago(text)).text, years_back=True),
    "time to the end": _by_sentence(places_of_times.to_end),
    "time to the front": _by_sentence(places_of_times.to_front),
    "time before verb": _by_sentence(places_of_times.before_verb),
    "S, Y said": _by_sentence(sayings.said_behind),
    "Y said S": _by_sentence(sayings.said_before),
    "Y said that S": _by_sentence(sayings.said_that),
    "according to Y, S": _by_sentence(sayings.according_to),
    "other people": _by_names(names.other_people),
    "other organisations": _by_names(names.other_organisations),
    "other places": _by_names(names.other_places),
    "figures in words": _by_text(words.figures_in_words),
    "words in figures": _by_text(words.words_in_figures),
    "1200": _by_text(words.without_commas),
    "did not": _by_text(words.opened),
    "didn't": _by_text(words.contracted),
    "British": _by_text(words.british),
    "American": _by_text(words.american),
    "per cent": _by_text(words.per_cent),
    "percent sign": _by_text(words.percent_sign),
    "paragraphs split": _by_sentence(paragraphs.split),
    "paragraphs joined": _by_text(paragraphs.joined),
}
