from spacy.language import Language
from spacy.tokens import Doc

from extractors.mentions.cast import read_cast
from extractors.mentions.records import keep, mentions
from extractors.once import once_per_rows
from extractors.verb_groups import verb_groups


def test_what_components_keep_is_read_once(nlp: Language) -> None:
    doc = nlp("Rosa Lind left on Monday. She came back on Friday.")
    assert mentions(doc) is mentions(doc)
    assert read_cast(doc) is read_cast(doc)
    assert verb_groups(doc) is verb_groups(doc)


def test_what_a_component_keeps_anew_is_read_anew(nlp: Language) -> None:
    doc = nlp("Rosa Lind left on Monday. She came back on Friday.")
    before = mentions(doc)
    assert len(before) > 1
    keep(doc, before[:1])
    assert mentions(doc) == before[:1]
    assert read_cast(doc).mentions == before[:1]


def test_each_doc_has_its_own(nlp: Language) -> None:
    one, other = nlp("Rosa Lind left."), nlp("Otto Rask came.")
    assert mentions(one) != mentions(other)


def test_a_doc_in_which_nothing_is_kept_is_read_as_such(nlp: Language) -> None:
    read = []

    @once_per_rows("dateline_mentions", "dateline_actors")
    def reading(doc: Doc) -> int:
        read.append(doc)
        return len(doc)

    doc = nlp.make_doc("Rosa Lind left.")
    assert [reading(doc), reading(doc)] == [len(doc)] * 2
    assert len(read) == 1
    doc._.dateline_actors = []
    assert reading(doc) == len(doc)
    assert len(read) == 2
