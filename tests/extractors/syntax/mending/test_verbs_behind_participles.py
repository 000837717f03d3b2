"""A noun with a participle behind it has a verb of its own, whatever a parse takes for one."""

import pytest
from spacy.tokens import Doc

from extractors.syntax.clauses import read_syntax
from extractors.syntax.relations import Relation
from tests.effort import effort
from tests.extractors.parses.notation import parsed


def told(text: str) -> dict[str, tuple[str | None, Relation]]:
    """By verb its own subject, and what its clause is."""
    doc = parsed(text)
    clauses = read_syntax(doc).clauses.values()
    return {
        doc[one.verb].text: (doc[one.subject].text if one.subject is not None else None, one.relation)
        for one in clauses
    }


_CART = "A:DT:det:cart cart:NN:{cart} hauling:VBG:{hauling} hay:NN:obj:hauling "
_DITCH = "into:IN:case:ditch ditch:NN:obl:{verb} .:.:punct:{root}"


@pytest.mark.parametrize(
    ("cart", "hauling", "rolled", "root"),
    [
        ("root", "acl:cart", "xcomp:hauling", "cart"),
        ("root", "acl:cart", "acl:hay", "cart"),
        ("nsubj:hauling", "root", "advcl:hauling", "hauling"),
    ],
)
def test_the_verb_behind_the_words_of_a_participle_is_the_verb_of_the_sentence(
    cart: str, hauling: str, rolled: str, root: str
) -> None:
    text = _CART.format(cart=cart, hauling=hauling) + f"rolled:VBN:{rolled} " + _DITCH.format(verb="rolled", root=root)
    found = told(text)
    assert found["rolled"] == ("cart", Relation.ROOT)
    assert found["hauling"] == (None, Relation.ADNOMINAL)


def test_a_verb_with_a_subject_of_its_own_has_no_other_before_it() -> None:
    found = told(
        _CART.format(cart="nsubj:reported", hauling="acl:cart") + "tipped:VBN:xcomp:hauling ,:,:punct:reported "
        "farmers:NNS:nsubj:reported reported/report:VBD:root .:.:punct:reported"
    )
    assert found["tipped"] == ("cart", Relation.COMPLEMENT)
    assert found["reported"] == ("farmers", Relation.ROOT)


def test_a_time_before_the_noun_is_no_head_of_it() -> None:
    doc = parsed(
        "In:IN:case:May May:NNP:root ,:,:punct:May a:DT:det:cart cart:NN:appos:May hauling:VBG:acl:cart "
        "hay:NN:obj:hauling overturned:VBN:acl:hay .:.:punct:May"
    )
    syntax = read_syntax(doc)
    verb = next(one for one in syntax.clauses.values() if doc[one.verb].text == "overturned")
    assert (doc[verb.subject or 0].text, verb.relation) == ("cart", Relation.ROOT)
    assert doc[syntax.tree.heads[1]].text == "overturned"


@pytest.mark.parametrize(
    "verb", ["sank:VBD:xcomp:hauling", "vanished:VBN:acl:hay", "shot:VBN:xcomp:hauling a:DT:det:hen hen:NN:obj:shot"]
)
def test_below_another_verb_it_is_raised_where_it_can_be_no_participle(verb: str) -> None:
    found = told(
        "They:PRP:nsubj:left left:VBD:root after:IN:case:boat a:DT:det:boat boat:NN:obl:left hauling:VBG:acl:boat "
        f"hay:NN:obj:hauling {verb} .:.:punct:left"
    )
    assert found[verb.split(":", maxsplit=1)[0]] == ("boat", Relation.ADVERBIAL)


def test_below_another_verb_a_participle_that_may_be_one_stays() -> None:
    found = told(
        "They:PRP:nsubj:left left:VBD:root after:IN:case:boat a:DT:det:boat boat:NN:obl:left hauling:VBG:acl:boat "
        "hay:NN:obj:hauling stored:VBN:acl:hay there:RB:advmod:stored .:.:punct:left"
    )
    assert found["stored"] == (None, Relation.ADNOMINAL)


def test_a_participle_with_its_agent_is_not_raised() -> None:
    found = told(
        _CART.format(cart="root", hauling="acl:cart") + "grown:VBN:acl:hay cut:VBN:acl:hay by:IN:case:monks "
        "monks:NNS:obl:agent:cut .:.:punct:cart"
    )
    assert found["cut"][1] is Relation.ADNOMINAL


def test_a_noun_that_has_its_verb_keeps_it() -> None:
    found = told(
        _CART.format(cart="nsubj:stopped", hauling="acl:cart") + "grown:VBN:acl:hay nearby:RB:advmod:grown "
        "stopped:VBD:root .:.:punct:stopped"
    )
    assert found["stopped"] == ("cart", Relation.ROOT)
    assert found["grown"][1] is Relation.ADNOMINAL


def test_whoever_does_something_is_the_subject_and_not_the_doing() -> None:
    found = told(
        "A:DT:det:groom groom:NN:nsubj:brushing brushing:VBG:csubj:saw a:DT:det:mare mare:NN:obj:brushing "
        "saw/see:VBD:root it:PRP:obj:saw .:.:punct:saw"
    )
    assert found["saw"] == ("groom", Relation.ROOT)


def test_what_is_done_something_to_is_no_subject() -> None:
    found = told(
        "A:DT:det:reins groom:NN:compound:holding holding:VBG:compound:reins reins:NNS:nsubj:fell fell/fall:VBD:root "
        ".:.:punct:fell"
    )
    assert found["fell"] == ("groom", Relation.ROOT)
    found = told(
        "The:DT:det:sessions riding:VBG:compound:sessions sessions:NNS:nsubj:ended ended:VBD:root .:.:punct:ended"
    )
    assert found["ended"] == ("sessions", Relation.ROOT)


def test_what_has_a_subject_is_no_noun_of_many() -> None:
    found = told("Lind:NNP:nsubj:denies denies:NNS:root stealing:VBG:acl:denies it:PRP:obj:stealing .:.:punct:denies")
    assert found["denies"] == ("Lind", Relation.ROOT)
    assert found["stealing"][1] is Relation.OPEN_COMPLEMENT


def test_a_day_that_a_participle_is_beside_needs_no_word_of_its_own() -> None:
    found = told(
        "Monday:NNP:obl:stopped holding:VBG:advcl:stopped signs:NNS:obj:holding marchers:NNS:nsubj:stopped "
        "stopped:VBD:root .:.:punct:stopped"
    )
    assert found["stopped"] == ("marchers", Relation.ROOT)


def test_raising_takes_work_in_proportion_to_the_text() -> None:
    text = _CART.format(cart="root", hauling="acl:cart") + "rolled:VBN:xcomp:hauling "
    one = parsed(text + _DITCH.format(verb="rolled", root="cart"))

    def work(sentences: int) -> int:
        doc = Doc.from_docs([one] * sentences)
        assert doc is not None
        return effort(lambda: read_syntax(doc))

    work(10)
    assert work(400) < 5 * work(100)
