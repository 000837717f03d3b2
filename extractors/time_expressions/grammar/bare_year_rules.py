"""Rules for years by themselves: `in 1998`, `its 1815 defeat`; and not 1,998 people or flight 1998."""

from extractors.lexicons import places
from extractors.time_expressions.grammar.building import NO_NOUN, after, before, made, number
from extractors.time_expressions.grammar.composition import Built, Run, Words, rule
from extractors.time_expressions.grammar.pieces import WORD
from extractors.time_expressions.grammar.wording import listed
from timeline.meanings.named import CalendarDate

_BEFORE_A_YEAR = frozenset(
    "in since until till by of from to through during for before after early late mid between and ( - – — the around "
    "about circa fiscal back into as late/early over than summer , or earlier when".split()
)
_NO_COUNTED = NO_NOUN | frozenset(
    "the a an this that these those he she it they we i you his her its their there one two".split()
)


_FIRST_BY_ITSELF = 1500
"""Earlier ones count things as often as they name years, so that they need a word before them."""


_BEFORE_A_NOUN = frozenset("the of early late mid a its his her their our both this 's ’s".split())


_SURELY = frozenset("in since until till during before from by after circa c c. ca ca. fiscal year".split())


_PRICED = frozenset("$ £ € #".split())


_OUR_TIME = (1950, 2049)
"""First and last year of which news speaks without leading up to it."""


def _bare_year(run: Run, words: Words) -> Built:
    """A year, and not 2,000 people or flight 1984."""
    next_, previous = after(run, words), before(run, words)
    if previous == "/" or (next_ is not None and next_.lower == "/" and number(run[0]) < _OUR_TIME[0]):
        return None  # *Resolution No. 1430/2019*
    year = made(CalendarDate(number(run[0])))
    if (next_ is not None and next_.lower in listed("counted_thing")) or previous in _PRICED:
        return None
    if previous == "." and before(run, words, 2) in ("c", "ca"):
        return year
    if run[0].start > 1 and words[run[0].start - 1].text == "The":
        return None
    opens = run[0].start == 1 and previous == "in"  # *In 2014 ministers said …*
    if _counts(run, words, 1) and not (opens and _is_of_our_time(run, words, counts=False)):
        return year if previous in _BEFORE_A_NOUN and _is_of_our_time(run, words, counts=True) else None
    if previous in _SURELY or not run[0].start or _goes_with_a_year(run, words):
        return year
    if previous == "between" and next_ is not None and next_.kind == "and" and not _counts(run, words, 3):
        return year
    if number(run[0]) < _FIRST_BY_ITSELF and previous != "(":
        return None
    loose = next_ is not None and next_.text.isalpha() and next_.text.islower() and next_.lower not in _NO_COUNTED
    edged = previous == "-" and before(run, words, 2) in ("early", "mid", "late")
    of_a_noun = edged or previous in _BEFORE_A_NOUN or previous.endswith(("'s", "s'"))
    counts = loose and (_counts(run, words, 2) or (number(run[0]) < _OUR_TIME[0] and not of_a_noun))
    led = of_a_noun or previous in _BEFORE_A_YEAR
    return year if (led and not counts) or _is_of_our_time(run, words, counts=loose) else None


_OF_A_LIFE = frozenset("b. c. ca. d. m. r. fl. div. born died".split())


def _goes_with_a_year(run: Run, words: Words) -> bool:
    """`in 1687 and 1689`, `from 1790 to 1801`, `(m. 1949; div. 1964)`."""
    at, joined = run[0].start, before(run, words)
    if joined in _OF_A_LIFE:
        return True
    return joined in ("and", "or", "to", ",", "through") and at > 1 and words[at - 2].kind == "year"


_NO_PLURALS = frozenset("this does thus plus versus perhaps always across besides towards afterwards onwards".split())


def _counts(run: Run, words: Words, steps: int) -> bool:
    """Whether the word so many steps on is a plural, which a number may count: *in 1655 cases*."""
    word = after(run, words, steps)
    return (
        word is not None
        and word.text.isalpha()
        and word.text.islower()
        and len(word.text) > len("gas")
        and word.lower.endswith("s")
        and not word.lower.endswith("ss")
        and word.lower not in _NO_PLURALS
    )


def _is_of_our_time(run: Run, words: Words, *, counts: bool) -> bool:
    """A year of which news speaks without leading up to it: *compared with 1988*, *at Expo 2015*."""
    first, last = _OUR_TIME
    if not first <= number(run[0]) <= last:
        return False
    previous = words[run[0].start - 1]
    if previous.lower in _BEFORE_A_NOUN:
        return True
    many = counts and words[run[-1].end].lower.endswith("s")
    named = previous.is_of("number", "-", "–") or not previous.text[-1:].isalnum()
    return not (many or named or previous.lower in listed("numbered_thing") or _is_of_a_name(run, words))


def _is_of_a_name(run: Run, words: Words) -> bool:
    """`the Russell 2000`, `a Peugeot 2008`; not what comes each year or is somewhere: *Expo 2015*, *Rio 2016*."""
    at = run[0].start - 1
    name = words[at]
    if at == 0 or name.kind != WORD or words[at - 1].text in _STARTS:
        return False
    if not name.text.istitle():  # *a BMW 2002*
        return name.text.isupper() and words[at - 1].is_of("a", "an")
    comes_again = name.lower in listed("yearly") or name.text in places.country_codes()
    return not comes_again and f"{words[at - 1].text} {name.text}" not in places.country_codes()


_STARTS = frozenset('. : ; ! ? “ " ‘ ( -'.split())


def _named_year(run: Run, words: Words) -> Built:
    return made(CalendarDate(number(run[0])))


def _short_year(run: Run, words: Words) -> Built:
    """`in '98`; not the `'98 Ford`."""
    led = before(run, words) in ("in", "since", "of", "by", "until", "from", "to", "early", "late", "mid")
    return made(CalendarDate(number(run[-1]))) if led else None


BARE_YEARS = (
    rule("year", "year_named", _named_year, "in the year two thousand"),
    rule("year", "year", _bare_year, "in 1998"),
    rule("short-year", "year_short", _short_year, "in '98"),
)
"""For the layer of finished dates."""
