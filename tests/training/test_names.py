import random

from training.entities import spans, with_groups
from training.prepare_names import spaces
from training.swaps import pools, swapped


def test_both_ways_of_writing_iob_give_the_same_names() -> None:
    words = ["Ana", "Lind", "left", "Oslund"]
    assert spans((words, ["B-PER", "I-PER", "O", "B-LOC"])) == spans((words, ["I-PER", "I-PER", "O", "I-LOC"]))
    assert spans((words, ["B-PER", "I-PER", "O", "B-LOC"]))[1] == [(0, 2, "PERSON"), (3, 4, "LOC")]


def test_a_nationality_is_a_group_by_itself_but_not_inside_a_name() -> None:
    assert with_groups((["French", "troops"], [])) == (["French", "troops"], [(0, 1, "NORP")])
    assert with_groups((["French", "Foreign", "Legion"], [(0, 3, "ORG")]))[1] == [(0, 3, "ORG")]


def test_a_swapped_name_keeps_its_kind_and_its_place_in_the_sentence() -> None:
    sentence = (["Ana", "Lind", "left", "Oslund", "."], [(0, 2, "PERSON"), (3, 4, "LOC")])
    names = pools([sentence, sentence, (["Jo", "Marr"], [(0, 2, "PERSON")]), (["Jo", "Marr"], [(0, 2, "PERSON")])])
    for seed in range(20):
        tokens, found = swapped(sentence, names, random.Random(seed))
        assert [kind for *_, kind in found] == ["PERSON", "LOC"]
        assert " ".join(tokens[slice(*found[0][:2])]) in {"Ana Lind", "Lind", "Jo Marr", "Marr"}
        assert tokens[slice(*found[1][:2])] == ["Oslund"]


def test_loose_tokens_are_joined_as_people_write_them() -> None:
    words = ["He", "did", "n't", "say", '"', "yes", '"', "(", "again", ")", "."]
    text = "".join(word + " " * space for word, space in zip(words, spaces(words), strict=True)).strip()
    assert text == 'He didn\'t say "yes" (again).'
