import pytest

from extractors.actors.gazetteer import AMBIGUOUS_WEIGHT, gazetteer, look_up
from extractors.lexicons.places import (
    ambiguous_groups,
    ambiguous_places,
    capitals,
    countries,
    country_rows,
    demonyms,
    groups,
)


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("U.S.", "United States"),
        ("DRC", "Democratic Republic of the Congo"),
        ("Britons", "United Kingdom"),
        ("Spaniard", "Spain"),
        ("Danes", "Denmark"),
        ("Iraqis", "Iraq"),
        ("Frenchmen", "France"),
        ("Scots", "Scotland"),
        ("Palestinian", "Palestine"),
        ("Greenland", "Greenland"),
        ("Côte d’Ivoire", "Ivory Coast"),
    ],
)
def test_names_and_demonyms_mean_their_country(name: str, country: str) -> None:
    assert countries()[name] == country


def test_no_name_or_demonym_is_claimed_twice() -> None:
    claims = [name for row in country_rows() for name in (row.name, *row.demonyms, *row.others)]
    assert len(claims) == len(set(claims))


def test_members_of_the_united_nations_and_others_are_there() -> None:
    assert len(country_rows()) > 193
    assert all(row.capitals or row.name in countries() for row in country_rows())


def test_peoples_take_no_impossible_plurals() -> None:
    assert not {"Frenchs", "Chineses", "Frenchmens", "Danishs", "Swisss"} & demonyms().keys()
    assert {"Kurds", "Sunnis", "Republicans", "Texans", "Europeans"} <= groups()


def test_what_is_called_ambiguous_is_in_a_table_and_counts_for_less() -> None:
    listed = ambiguous_places() | ambiguous_groups()
    assert {gazetteer()[name].weight for name in listed & gazetteer().keys()} == {AMBIGUOUS_WEIGHT}
    assert not listed - gazetteer().keys()


def test_a_capital_is_no_other_name_of_its_country() -> None:
    assert capitals()["Nairobi"] == "Kenya"
    assert "Nairobi" not in countries()


def test_a_name_in_upper_case_is_the_same_place() -> None:
    assert look_up("CARACAS") == look_up("Caracas")
    assert look_up("OSLUND") is None
