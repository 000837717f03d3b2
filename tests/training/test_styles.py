"""What is made from a tree stays a tree, and says what it was made to say."""

import random

import pytest

from training import news_style, speech_style
from training.trees import ROOT, Tree, read_conllu

CONLLU = """# newdoc id = one
# sent_id = 1
# text = Ana Lind opened the port on Friday.
1	Ana	Ana	PROPN	NNP	Number=Sing	3	nsubj	_	_
2	Lind	Lind	PROPN	NNP	Number=Sing	1	flat	_	_
3	opened	open	VERB	VBD	Tense=Past|Typo=Yes	0	root	_	_
4	the	the	DET	DT	_	5	det	_	_
5	port	port	NOUN	NN	Number=Sing	3	obj	_	_
6	on	on	ADP	IN	_	7	case	_	_
7	Friday	Friday	PROPN	NNP	Number=Sing	3	obl	_	SpaceAfter=No
8	.	.	PUNCT	.	_	3	punct	_	_

# newpar
# sent_id = 2
# text = It can't move.
1	It	it	PRON	PRP	_	4	nsubj	_	_
2-3	can't	_	_	_	_	_	_	_	_
2	ca	can	AUX	MD	_	4	aux	_	_
3	n't	not	PART	RB	_	4	advmod	_	_
4	move	move	VERB	VB	_	0	root	_	SpaceAfter=No
5	.	.	PUNCT	.	_	4	punct	_	_
"""


@pytest.fixture
def trees() -> list[Tree]:
    return list(read_conllu(CONLLU.splitlines()))


def test_text_paragraphs_and_features_are_read_as_marked(trees: list[Tree]) -> None:
    assert [tree.text() for tree in trees] == ["Ana Lind opened the port on Friday.", "It can't move."]
    assert [(tree.document, tree.opens) for tree in trees] == [("one", True), ("one", True)]
    assert trees[0].words[2].features == "Tense=Past"


def relation(tree: Tree, word: str) -> tuple[str, str]:
    found = next(item for item in tree.words if item.text == word)
    return found.dep, "" if found.head == ROOT else tree.words[found.head].text


def test_on_friday_becomes_a_bare_friday_that_still_dates_the_verb(trees: list[Tree]) -> None:
    made = news_style.bare(trees[0], random.Random(1))
    assert made is not None
    assert made.text() == "Ana Lind opened the port Friday."
    assert relation(made, "Friday") == ("obl:unmarked", "opened")


@pytest.mark.parametrize("seed", range(12))
def test_an_inserted_weekday_dates_the_verb_wherever_it_stands(trees: list[Tree], seed: int) -> None:
    made = news_style.with_weekday(trees[0], random.Random(seed))
    assert made is not None
    added = [word for word in made.words if word.dep == "obl:unmarked"]
    assert [made.words[word.head].text for word in added] == ["opened"]


def test_a_title_hangs_on_the_name_and_leaves_the_subject_as_it_was(trees: list[Tree]) -> None:
    made = news_style.with_title(trees[0], random.Random(1))
    assert made is not None
    assert relation(made, "Ana") == ("nsubj", "opened")
    assert "nmod:desc" in {word.dep for word in made.words}


@pytest.mark.parametrize("seed", range(40))
def test_speech_is_one_tree_whose_verb_of_saying_has_what_is_said_below_it(trees: list[Tree], seed: int) -> None:
    made = speech_style.as_speech(trees[0], random.Random(seed), speech_style.people(trees))
    assert made is not None
    cue = made.root()
    assert relation(made, "opened") == ("ccomp", made.words[cue].text)
    assert made.subtree(cue) == set(range(len(made.words)))
    assert "nsubj" in {made.words[child].dep for child in made.children(cue)}
    assert made.text()[0].isupper() or made.text()[0] == '"'


def test_straight_marks_become_curly_ones_in_pairs(trees: list[Tree]) -> None:
    speech = next(
        made
        for seed in range(40)
        if (made := speech_style.as_speech(trees[0], random.Random(seed), speech_style.people(trees))) is not None
        and '"' in made.text()
    )
    text = news_style.curly(speech, random.Random(1)).text()
    assert (text.count("“"), text.count("”"), text.count('"')) == (1, 1, 0)
