import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc, Span

from extractors.actors.component import KEY, Actors, actors
from extractors.actors.settling import find_names
from extractors.actors.wording import name_key
from tests.effort import effort
from tests.extractors.actors.marked import entities, mark, read_marked
from timeline.model import ActorKind

BLANK = spacy.blank("en")


def kinds(text: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for name, kind in entities(text):
        found.setdefault(name, set()).add(kind)
    return found


def test_a_name_has_one_kind_throughout() -> None:
    found = kinds("[Oslund|ORG] grew. In [Oslund|GPE] it rained. They left [Oslund|GPE].")
    assert found == {"Oslund": {"GPE"}}


def test_a_surname_marked_as_a_place_is_the_person_named_in_full() -> None:
    doc = read_marked("President [Arvo Kesk|PERSON] fell. [Kesk|GPE] denied it. Troops left [Kesk|LOC] alone.")
    assert {(e.text, e.label_) for e in doc.ents} == {("Arvo Kesk", "PERSON"), ("Kesk", "PERSON")}
    assert {span.id_ for span in doc.spans[KEY]} == {"arvo-kesk"}


def test_a_full_name_is_a_person_where_its_surname_is() -> None:
    found = kinds("[Sunniva Brandt|ORG] won. Mr. [Brandt|PERSON] spoke. [Brandt|PERSON] left.")
    assert found == {"Sunniva Brandt": {"PERSON"}, "Brandt": {"PERSON"}}


def test_a_doubled_and_an_accented_surname_belong_to_the_full_name() -> None:
    doc = read_marked(
        "Col. [José Luis Silva Silva|PERSON] met [Juan Guaidó|PERSON]. [Silva|LOC] stood with [Guaido|LOC]."
    )
    assert {actor.id for actor in actors(doc)} == {"jose-luis-silva-silva", "juan-guaido"}
    assert [span.label_ for span in doc.spans[KEY]] == [ActorKind.PERSON] * 4


def test_a_shared_surname_means_the_person_last_named_in_full() -> None:
    doc = read_marked(
        "[Otto Rask|PERSON] spoke. [Rask|PERSON] left. Then [Mona Rask|PERSON] came. [Rask|PERSON] stayed."
    )
    assert [span.id_ for span in doc.spans[KEY]] == ["otto-rask", "otto-rask", "mona-rask", "mona-rask"]


@pytest.mark.parametrize(
    "kin",
    [
        "He named [Otto Rask’s|PERSON] daughter [Mona Rask|PERSON].",
        "Her late father, [Arvo Rask|PERSON], drowned.",
        "[Otto Rask|PERSON] and his wife [Mona Rask|PERSON] left.",
    ],
)
def test_a_surname_stays_with_whose_kin_another_one_is_said_to_be(kin: str) -> None:
    doc = read_marked(f"[Otto Rask|PERSON] spoke. {kin} [Rask|PERSON] stayed.")
    assert doc.spans[KEY][-1].id_ == "otto-rask"


def test_a_surname_stays_with_whoever_was_often_called_by_it() -> None:
    doc = read_marked(
        "[Otto Rask|PERSON] spoke. [Rask|PERSON] left. [Rask|PERSON] came. Then [Mona Rask|PERSON] came. "
        "[Rask|PERSON] stayed. [Mona Rask|PERSON] left. [Rask|PERSON] wept."
    )
    assert [span.id_ for span in doc.spans[KEY]][-3:] == ["otto-rask", "mona-rask", "mona-rask"]


def test_the_name_that_somebody_was_born_under_is_theirs() -> None:
    doc = read_marked("[Rosa Lind|PERSON] was born [Maren Anna Lind|PERSON] in Oslund. [Lind|PERSON] sang.")
    assert {span.id_ for span in doc.spans[KEY]} == {"rosa-lind"}


@pytest.mark.parametrize(
    "text",
    [
        "Yukela Rask, the prime minister of Velmark, died.",
        "Yukela Rask, former vice-president of Velmark, died.",
        "They met Yukela Rask, 45, there.",
        "They met Yukela Rask there. [Rask|PERSON] said so, and [Rask|PERSON] left.",
        "[Yukela Rask|ORG], who had left, died.",
        "[Yukela Rask|ORG] was born in Oslund.",
    ],
)
def test_somebody_is_a_person_by_what_is_told_of_them(text: str) -> None:
    assert ("Yukela Rask", "PERSON") in entities(text)


def test_the_first_word_of_a_sentence_is_no_given_name() -> None:
    text = "They saw it when it rained. When Rask left, it rained. [Rask|PERSON] said so, and [Rask|PERSON] left."
    assert {name for name, _ in entities(text)} == {"Rask"}


def test_an_acronym_in_brackets_belongs_to_the_name_before_it() -> None:
    doc = read_marked("The Korean Central [News Agency|ORG] (KCNA) said so. [KCNA|GPE] is the voice of the state.")
    (agency,) = actors(doc)
    assert (agency.name, agency.aliases, agency.kind) == ("Korean Central News Agency", ("KCNA",), "organisation")


def test_an_acronym_of_initials_belongs_to_the_organisation_spelled_out() -> None:
    doc = read_marked("The [National Election Council|ORG] counted. The NEC declared a winner. It is a NATO matter.")
    assert [(actor.id, actor.aliases) for actor in actors(doc)] == [("national-election-council", ("NEC",))]


@pytest.mark.parametrize(
    ("marked", "name", "kind"),
    [
        ("They met [President Arvo Kesk|GPE] there.", "Arvo Kesk", "PERSON"),
        ("They met [Col. Arvo Kesk|ORG] there.", "Arvo Kesk", "PERSON"),
        ("They met [General Otto Rask|ORG] there.", "Otto Rask", "PERSON"),
        ("They met [Otto Rask’s|PERSON] brother.", "Otto Rask", "PERSON"),
        ("[The Oslund Council|ORG] met.", "Oslund Council", "ORG"),
        ("They met at the [Defense|ORG] Ministry.", "Defense Ministry", "ORG"),
        ("They asked Otto [Rask|GPE] there.", "Otto Rask", "PERSON"),
        ("They asked [Kim Jong|PERSON]-un there.", "Kim Jong-un", "PERSON"),
        ("They bought [General Motors|ORG] there.", "General Motors", "ORG"),
        ("They eat at [McDonald’s|ORG] there.", "McDonald’s", "ORG"),
        ("The [Observatory|ORG] of Social Conflict counts.", "Observatory of Social Conflict", "ORG"),
        ("They asked Ole-[Erik Dahl|PERSON] there.", "Ole-Erik Dahl", "PERSON"),
        ("They asked Paul Soo-[Min Lee|PERSON] there.", "Paul Soo-Min Lee", "PERSON"),
        ("They asked Superintendent Yolanda Yu Mei-ling there.", "Yolanda Yu Mei-ling", "PERSON"),
        ("Its director Fumiro [Sato Kano|PERSON] left.", "Fumiro Sato Kano", "PERSON"),
        ("She met [Otto Rask Sunday|PERSON].", "Otto Rask", "PERSON"),
        ("The President of [Argentina Anna Rask|ORG] left.", "Anna Rask", "PERSON"),
        ("The High Court of [Velmark|GPE] and [Ilva|GPE] sat.", "High Court of Velmark and Ilva", "ORG"),
        ("They asked John Rhys-Davies there.", "John Rhys-Davies", "PERSON"),
        ("They asked the singer Tiziana Lugli there.", "Tiziana Lugli", "PERSON"),
        ("They told [NKCA Rosa Lind|PERSON] had left.", "Rosa Lind", "PERSON"),
        ("They called [Oslund Fire|LOC] and Rescue.", "Oslund Fire and Rescue", "ORG"),
    ],
)
def test_edges_are_mended(marked: str, name: str, kind: str) -> None:
    assert (name, kind) in entities(marked)


def test_what_is_called_after_somebody_is_nobody_and_takes_no_name_from_them() -> None:
    found = entities("[Anna Day|PERSON] left. The [Anna Day Show|PERSON] ended. [Day|PERSON] sang.")
    assert found == [("Anna Day", "PERSON"), ("Day", "PERSON")]


def test_titles_stay_with_the_actor() -> None:
    (actor,) = actors(read_marked("Secretary of [State|ORG] [Mona Pell|PERSON] left. Col. [Pell|GPE] stayed."))
    assert (actor.name, actor.titles) == ("Mona Pell", ("Col.", "Secretary of State"))


def test_names_joined_by_the_pipeline_come_apart() -> None:
    found = kinds("They saw [Spain, Germany and France|LOC]. They saw [Otto Rask of the Oslund Council|PERSON].")
    assert {name: kind for name, kind in found.items() if name != "Oslund Council"} == {
        "Spain": {"GPE"},
        "Germany": {"GPE"},
        "France": {"GPE"},
        "Otto Rask": {"PERSON"},
    }


def test_countries_peoples_and_capitals_are_found_by_table() -> None:
    found = kinds("[Nobody|PERSON] in Nairobi met Iraqis, Shiites and Danes in the United Arab Emirates.")
    assert found | {"Nobody": set()} == {
        "Nobody": set(),
        "Nairobi": {"GPE"},
        "Iraqis": {"NORP"},
        "Shiites": {"NORP"},
        "Danes": {"NORP"},
        "United Arab Emirates": {"GPE"},
    }


def test_a_country_within_a_longer_name_is_none() -> None:
    assert entities("They read it in the [China Daily|ORG] on Air France.") == [("China Daily", "ORG")]


def test_a_place_that_is_also_a_name_is_the_person_of_the_article() -> None:
    found = kinds("[Chelsea Paris|PERSON] left. [Paris|LOC] said so. [Paris|LOC] wept.")
    assert found == {"Chelsea Paris": {"PERSON"}, "Paris": {"PERSON"}}


def test_missed_mentions_are_added_but_not_inside_of_longer_names() -> None:
    found = entities("[Otto Rask|PERSON] spoke. Later Rask wept. The Rask Institute closed. They will rask.")
    assert found.count(("Rask", "PERSON")) == 1


def test_a_headline_makes_no_names_of_its_own() -> None:
    text = "[Rask Slams Council Over Budget|ORG]\n\n[Otto Rask|PERSON] slams the council over its budget."
    assert entities(text) == [("Rask", "PERSON"), ("Otto Rask", "PERSON")]


def test_a_common_noun_that_begins_a_sentence_is_no_name_though_an_acronym_is() -> None:
    doc = mark("[Bells|PERSON] rang. [KCNA|ORG] slept.")
    for token in doc:
        token.tag_ = "NN"
    assert [(entity.text, entity.label_) for entity in Actors()(doc).ents] == [("KCNA", "ORG")]


def test_a_dateline_names_places() -> None:
    assert entities("[OSLUND|PERSON], [Velmark|ORG] (AP) — It rained.")[:2] == [("OSLUND", "GPE"), ("Velmark", "GPE")]


def test_apposition_says_what_a_name_is() -> None:
    assert entities("According to [Foro Penal|PERSON], a human rights group, it rained.") == [("Foro Penal", "ORG")]


def test_most_of_a_list_speaks_for_all_of_it() -> None:
    listed = "[Hande Atay|ORG], [Jason Hanna|PERSON], [Ray Sanchez|PERSON] and [Flora Charner|PERSON] wrote this."
    assert {kind for _, kind in entities(listed)} == {"PERSON"}


def test_entities_of_other_kinds_stay() -> None:
    assert ("last week", "DATE") in entities("[Otto Rask|PERSON] left [last week|DATE].")


def test_places_that_are_no_countries_are_no_actors() -> None:
    assert [actor.id for actor in actors(read_marked("They left [Oslund|GPE] for [Spain|GPE]."))] == ["spain"]


def test_a_doc_that_no_recogniser_has_read_yields_what_tables_and_titles_show() -> None:
    doc = Actors()(BLANK.make_doc("President Kesk of Kenya told Oslund Harbour."))
    assert {(actor.id, actor.kind.value) for actor in actors(doc)} == {("kesk", "person"), ("kenya", "country")}


PIECES = (
    "Maduro Nicolas President Col. . , ’s 's the The of and - ( ) KCNA US U.S. Georgia United States Ministry Defense "
    "al von Kim Jong un said in South Korea Korean “ ” \n\n Inc. State Secretary McDonald’s 45 é ß İ × 北京 \u200b"
).split(" ")
LABELS = ("PERSON", "ORG", "GPE", "LOC", "NORP", "PER", "FAC", "DATE", "MISC")


@st.composite
def docs(draw: st.DrawFn) -> Doc:
    words = draw(st.lists(st.one_of(st.sampled_from(PIECES), st.text(min_size=1, max_size=6)), max_size=40))
    spaces = draw(st.lists(st.booleans(), min_size=len(words), max_size=len(words)))
    doc = Doc(BLANK.vocab, words=words, spaces=spaces)
    cuts = sorted(draw(st.lists(st.integers(0, len(words)), max_size=12, unique=True)))
    pairs = list(zip(cuts[::2], cuts[1::2], strict=False))
    if draw(st.booleans()):
        doc.set_ents([Span(doc, start, end, label=draw(st.sampled_from(LABELS))) for start, end in pairs])
    return doc


@given(docs())
@settings(max_examples=300, deadline=None)
def test_whatever_the_text_and_its_marks_a_name_lies_in_it_and_has_one_kind(doc: Doc) -> None:
    found: dict[str, str] = {}
    end = 0
    for naming in find_names(doc):
        assert end <= naming.name.start < naming.name.end <= len(doc)
        assert naming.name.titles <= naming.name.start
        end = naming.name.end
        assert found.setdefault(naming.key, naming.kind) == naming.kind
        assert naming.key == name_key(naming.text(doc))
    Actors()(doc)
    known = {actor.id: actor.kind for actor in actors(doc)}
    assert all(known[span.id_] == span.label_ for span in doc.spans[KEY])


@pytest.mark.parametrize("piece", ["Kesk ", "United ", "of The ", "General of ", "al-Sadr-", "(KCNA) ", "’s "])
@pytest.mark.parametrize("label", ["", "PERSON", "ORG"])
def test_work_grows_with_the_length_of_the_text_alone(piece: str, label: str) -> None:
    def work(times: int) -> int:
        doc = BLANK.make_doc(piece * times)
        doc.set_ents([Span(doc, 0, len(doc), label=label)] if label else [])
        return effort(lambda: Actors()(doc))

    work(10)
    assert work(1_600) < 5 * work(400)
