from collections.abc import Callable

from spacy.tokens import Doc

from extractors.actors import KEY, actors
from timeline.model import Actor, ActorKind

Read = Callable[[str], Doc]


def cast(doc: Doc) -> dict[str, Actor]:
    return {actor.id: actor for actor in actors(doc)}


def test_a_surname_belongs_to_the_person_named_in_full(read: Read) -> None:
    doc = read("President Arvo Kesk resigned. Kesk left the palace.")
    assert cast(doc)["arvo-kesk"] == Actor(
        id="arvo-kesk", name="Arvo Kesk", kind=ActorKind.PERSON, aliases=("Kesk",), titles=("President",)
    )
    assert [(span.text, span.id_) for span in doc.spans[KEY]] == [("Arvo Kesk", "arvo-kesk"), ("Kesk", "arvo-kesk")]


def test_an_acronym_belongs_to_the_organisation_named_in_full(read: Read) -> None:
    doc = read("The National Election Council counted. The NEC declared a winner.")
    assert cast(doc)["national-election-council"].aliases == ("NEC",)


def test_a_demonym_means_the_country(read: Read) -> None:
    assert cast(read("The Chilean envoy left Chile."))["chile"].aliases == ("Chilean",)


def test_countries_in_a_list_stay_apart(read: Read) -> None:
    found = cast(read("The United Kingdom, Spain, Germany and France agreed."))
    assert sorted(found) == ["france", "germany", "spain", "united-kingdom"]


def test_the_title_stays_out_of_the_name(read: Read) -> None:
    found = cast(read("US Secretary of State Mona Pell met Defense Minister Otto Rask."))
    assert {a.name: a.titles for a in found.values()} == {
        "Mona Pell": ("Secretary of State",),
        "Otto Rask": ("Defense Minister",),
        "United States": (),
    }


def test_the_first_word_of_a_sentence_is_no_name_for_its_capital(read: Read) -> None:
    assert cast(read("However it rained. Yesterday they left.")) == {}


def test_one_name_in_two_spellings_is_one_actor(read: Read) -> None:
    found = cast(read("President José Pérez met reporters. Later President Jose Perez left."))
    assert found["jose-perez"].name == "José Pérez"
    assert found["jose-perez"].aliases == ("Jose Perez",)


def test_an_acronym_that_is_a_country_stays_the_country(read: Read) -> None:
    doc = read("The University of Kent closed. The UK recalled its ambassador.")
    assert [span.id_ for span in doc.spans[KEY]] == ["university-of-kent", "united-kingdom"]


def test_a_name_that_nothing_shows_to_be_a_person_stays_of_unknown_kind(read: Read) -> None:
    found = cast(read("Nobody in Oslund had heard of Vurdik. Rosa Lind had. Lind left."))
    assert found["rosa-lind"].kind is ActorKind.PERSON
    assert "vurdik" not in found or found["vurdik"].kind is not ActorKind.PERSON


def test_what_a_firm_has_does_and_is_called_shows_that_it_is_one(read: Read) -> None:
    found = cast(read("Vurdik Inc. cut jobs. Vurdik sold a mill. A spokeswoman for Tarnel wept. Belkor’s shares fell."))
    assert found["vurdik-inc"].kind is ActorKind.ORGANISATION
    assert "Vurdik" in found["vurdik-inc"].aliases
    assert all(found[one].kind is not ActorKind.PERSON for one in ("tarnel", "belkor") if one in found)
