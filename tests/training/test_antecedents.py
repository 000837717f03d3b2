"""Weights are learned from what is right, and gold mentions are read where they stand in the text."""

import pytest

from training.antecedents import Example, Model, surest
from training.coreference import row_of
from training.trees import read_conllu

CONLLU = """# newdoc id = GUM_news_port
# newpar
# text = The port of Oslund, it said, can't open.
1	The	the	DET	DT	_	2	det	_	Entity=(1-place-new-cf1-2-sgl
2	port	port	NOUN	NN	_	9	nsubj	_	_
3	of	of	ADP	IN	_	4	case	_	_
4	Oslund	Oslund	PROPN	NNP	_	2	nmod	_	Entity=(2-place-new-cf2-1-coref)1)|SpaceAfter=No
5	,	,	PUNCT	,	_	7	punct	_	_
6	it	it	PRON	PRP	_	7	nsubj	_	Entity=(2-place-giv-cf2-1-ana)
7	said	say	VERB	VBD	_	9	parataxis	_	SpaceAfter=No
8	.	.	PUNCT	.	_	7	punct	_	_

# newpar
# text = It is open.
1	It	it	PRON	PRP	_	3	nsubj	_	Entity=(1-place-giv-cf1-1-ana)
2	is	be	AUX	VBZ	_	3	cop	_	_
3	open	open	ADJ	JJ	_	0	root	_	SpaceAfter=No
4	.	.	PUNCT	.	_	3	punct	_	_
""".splitlines()


def test_gold_mentions_stand_where_their_words_stand_in_the_text() -> None:
    row = row_of("GUM_news_port", list(read_conllu(CONLLU)))
    assert row["text"] == "The port of Oslund, it said.\n\nIt is open."
    found = [(row["text"][one["start"] : one["end"]], one["group"]) for one in row["entities"]]
    assert found == [("The port of Oslund", "1"), ("Oslund", "2"), ("it", "2"), ("It", "1")]


def test_what_is_right_gets_weight_and_what_is_wrong_loses_it() -> None:
    choices = [["subject"], ["object"], ["none"]]
    examples = [Example({"id": "GUM_news_port"}, "it", choices, [True, False, False])] * 40
    weights = Model(examples).fit(range(40))["it"]
    assert weights["subject"] > 0 > weights["object"]


@pytest.mark.parametrize(
    ("judged", "sure"),
    [
        ([(0.9, True)] * 9 + [(0.9, False)], 0.66),
        ([(0.9, True)] * 50 + [(0.69, False)] * 5, 0.7),
        ([(0.9, False)] * 10, 0.92),
    ],
)
def test_links_are_sure_from_the_chance_on_from_which_nine_in_ten_are_right(
    judged: list[tuple[float, bool]], sure: float
) -> None:
    assert surest(judged) == sure
