"""Which events of an edited text are those of its earlier text, and which nobody can tell."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.mentions import Mention
from timeline.versions.alike_verbs import are_opposites, families_of, known_verbs, verbs_of
from timeline.versions.matching import Pair, matched


def mentions(text: str, article: str) -> dict[str, Mention]:
    """One for each sentence, whose trigger is in brackets; behind `|` its date and its actors."""
    found, at = {}, 0
    for line in text.strip().splitlines():
        told, _, rest = line.strip().partition(" | ")
        date, *actors = rest.split("; ") if rest else [""]
        trigger = told[told.index("[") + 1 : told.index("]")]
        sentence = told.replace("[", "").replace("]", "")
        start = at + told.index("[")
        found[f"{article} {trigger} {at}"] = Mention(
            event=f"{article}-{start}",
            article=article,
            title=sentence.rstrip("."),
            trigger=trigger,
            sentence=sentence,
            actors=tuple(actors),
            date=date,
            at=(start, start + len(trigger)),
        )
        at += len(sentence) + 1
    return found


def pairs(before: str, after: str) -> list[Pair]:
    return list(matched(mentions(before, "a"), mentions(after, "b")))


def sure(before: str, after: str) -> list[tuple[str, str]]:
    """The triggers of the pairs that are sure."""
    return [(pair.before.split()[1], pair.after.split()[1]) for pair in pairs(before, after) if pair.is_sure]


CONTEXT = "Anna Bril [wrote] a book about eels. | 2019; anna bril"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "Police [detained] the captain. | 2019-01-28; police",
            "The captain was [arrested] by police. | 2019-01-28; police",
        ),
        (
            "Leif Aske [resigned] on Monday. | 2019-01-28; leif aske",
            "On Monday Leif Aske [stepped] down. | 2019-01-28; leif aske",
        ),
        (
            "The mill on the river [burned] on Saturday. | 2019-01-26",
            "The mill on the lake [burned] on Saturday. | 2019-01-26",
        ),
        ("The army [sent] 300 soldiers. | ; the army", "The army [sent] 450 soldiers with sandbags. | ; the army"),
        ("The party [lost] 17 seats. | ; the party", "Seventeen seats were [lost] by the party. | ; the party"),
        (
            "The town [fined] Tolm on Monday. | 2019-01-28; tolm",
            "On Monday the town [imposed] a fine on Tolm. | 2019-01-28; tolm",
        ),
    ],
)
def test_what_is_told_in_other_words_is_the_same(before: str, after: str) -> None:
    assert len(sure(f"{CONTEXT}\n{before}", f"{CONTEXT}\n{after}")) == 2


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The union [sued] the owner. | 2019-01-28; the union", "The union [met] the owner. | 2019-01-28; the union"),
        ("Police [arrested] Aske. | 2019-01-28; aske; police", "Police [released] Aske. | 2019-01-28; aske; police"),
        (
            "The town [banned] cars on 1 May. | 2019-05-01; the town",
            "The town [banned] dogs on 1 May. | 2019-05-01; the town",
        ),
        ("Ada Holm [lost] 30 cows. | 2019; ada holm", "Ada Holm [bought] 30 cows. | 2019; ada holm"),
        (
            "Kesk [raised] its rates on 3 March. | 2019-03-03; kesk",
            "Kesk [raised] its rates on 10 March. | 2019-03-10; kesk",
        ),
    ],
)
def test_what_is_told_in_the_place_of_an_event_is_not_that_but_named_as_likeliest(before: str, after: str) -> None:
    found = pairs(f"{CONTEXT}\n{before}", f"{CONTEXT}\n{after}")
    assert [pair.is_sure for pair in found] == [True, False]


def test_of_two_that_are_alike_the_order_tells_which_is_which() -> None:
    before = "Two men [died] on Monday. | 2019-01-28\nThe road was [closed]. | \nTwo men [died] on Monday. | 2019-01-28"
    after = before.replace("[died]", "were [killed]", 1).replace("[closed]", "[shut]").replace("[died]", "[perished]")
    assert sure(before, after) == [("died", "killed"), ("closed", "shut"), ("died", "perished")]


def test_where_one_of_two_that_are_alike_went_nobody_can_tell_which() -> None:
    before = "Two men [died] on Monday. | 2019-01-28\nTwo men [drowned] on Monday. | 2019-01-28"
    assert sure(before, "Two men [perished] on Monday. | 2019-01-28") == []


def test_a_sentence_that_moved_is_found_where_it_stands() -> None:
    one = "The court [convicted] the banker Leo Kesk. | 2019-01-28; leo kesk"
    others = "\n".join(f"Witness {name} [spoke] of {name}. | " for name in ("Arp", "Bril", "Corr"))
    moved = "The banker Leo Kesk was [convicted] by the court. | 2019-01-28; leo kesk"
    assert ("convicted", "convicted") in sure(f"{one}\n{others}", f"{others}\n{moved}")


def test_what_stayed_word_for_word_is_the_same_even_where_it_says_little() -> None:
    text = "It [rained]. | \nThen it [snowed]. | "
    assert sure(text, f"It had been [cold]. | \n{text}") == [("rained", "rained"), ("snowed", "snowed")]


WORDS = st.sampled_from(["ferry", "sank", "police", "arrested", "owner", "captain", "spoke", "Oslund", "two", "three"])
TEXTS = st.lists(
    st.lists(WORDS, min_size=1, max_size=4).map(lambda words: f"[{words[0]}] {' '.join(words[1:])}"), max_size=6
)


@given(TEXTS, TEXTS)
def test_no_event_stands_in_two_pairs(before: list[str], after: list[str]) -> None:
    found = pairs("\n".join(before), "\n".join(after)) if before and after else []
    assert len({pair.before for pair in found}) == len({pair.after for pair in found}) == len(found)


@given(TEXTS)
def test_all_of_a_text_is_the_same_in_itself(text: list[str]) -> None:
    found = pairs("\n".join(text), "\n".join(text)) if text else []
    assert all(pair.is_sure and pair.before[1:] == pair.after[1:] for pair in found)
    assert len(found) == len(text)


@pytest.mark.parametrize(
    ("words", "verb"),
    [
        ("was shot", "shoot"),
        ("stopped", "stop"),
        ("denies", "deny"),
        ("turned it down", "turn_down"),
        ("apologized", "apologise"),
    ],
)
def test_forms_of_a_verb_are_known_with_its_particle(words: str, verb: str) -> None:
    first, *behind = words.removeprefix("was ").split()
    assert verb in verbs_of([first], behind)


def test_no_two_verbs_are_opposites_and_in_one_family() -> None:
    both = [
        pair for pair in known_verbs().opposites if families_of(frozenset(pair[:1])) & families_of(frozenset(pair[1:]))
    ]
    assert both == []
    assert are_opposites(frozenset({"sell"}), frozenset({"buy"}))


def test_each_family_of_verbs_says_something_of_its_own() -> None:
    rows: dict[int, set[str]] = {}
    for verb, numbers in known_verbs().families.items():
        for number in numbers:
            rows.setdefault(number, set()).add(verb)
    assert [(one, other) for one, other in combinations(rows.values(), 2) if one <= other or other <= one] == []
