"""Every word list is read by somebody, everything that is read is there, and a word stands in one row."""

import ast
import inspect
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import combinations
from pathlib import Path
from types import ModuleType

import msgspec
import pytest

from extractors import lexicons
from extractors.lexicons import LexiconError, abbreviations, forms, governors, modifiers, names, nouns, places, verbs
from extractors.lexicons.abbreviations import Abbreviations
from extractors.lexicons.effects import Effect
from extractors.lexicons.files import lexicon, parse, read_rows
from extractors.lexicons.forms import Forms
from extractors.lexicons.modifiers import Adjective, Adverb
from extractors.lexicons.names import Landmarks, Names, Organisations, Title
from extractors.lexicons.nouns import Noun
from extractors.lexicons.places import Groups, Places
from extractors.lexicons.verb_rows import Verb

ROOT = Path(__file__).parents[3]
LEXICONS = Path(inspect.getfile(lexicons)).parent
READING = ("rows", "lists", "lexicon", "text_of")
ROWS = (Verb, Noun, Adjective, Adverb, Title)
READERS = (abbreviations, forms, governors, modifiers, names, nouns, places, verbs)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('claim = { maner = "claims" }', "verbs.toml, “claim”: Object contains unknown field `maner`"),
        ('claim = { manner = "asserts" }', "verbs.toml, “claim”: Invalid enum value 'asserts' - at `$.manner`"),
        ('claim = { takes = ["verb"] }', "verbs.toml, “claim”: Invalid enum value 'verb' - at `$.takes[0]`"),
        ("claim = { light = true }\nclaim = { light = true }", "verbs.toml, “claim”: it stands twice"),
        ('claim = { takes = ["object", "object"] }', "verbs.toml, “claim”: takes has “object” twice"),
        ("claim = {}", "verbs.toml, “claim”: nothing is said of it"),
        ("claim = 1", "verbs.toml, “claim”: Expected `object`, got `int`"),
    ],
)
def test_a_row_that_is_wrong_is_refused_with_its_file_and_its_word(text: str, says: str) -> None:
    with pytest.raises(LexiconError) as refused:
        read_rows("verbs.toml", f"say = {{ light = true }}\n{text}", Verb)
    assert str(refused.value).startswith(says)


def test_a_line_that_is_no_toml_is_named() -> None:
    with pytest.raises(LexiconError, match=r"verbs\.toml, “claim”: .*line 2"):
        parse("verbs.toml", "say = {}\nclaim = manner")


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("Ruritania\tRuritanian\t\tStrelsau\tRU\tx", "“Ruritania”: a row has a name and at most 4 cells"),
        ("\tRuritanian", "“”: a row has a name and at most 4 cells"),
        ("Ruritania\tRuritanian\nElsewhere\tRuritanian", "“Elsewhere”: “Ruritanian” stands twice"),
        ("Ruritania\nRuritania", "“Ruritania”: “Ruritania” stands twice"),
    ],
)
def test_a_country_that_is_wrong_is_refused_by_its_name(row: str, says: str) -> None:
    with pytest.raises(LexiconError) as refused:
        places.read_countries(f"# name\n{row}")
    assert str(refused.value) == f"countries.tsv, {says}"


def test_no_word_is_both_a_verb_and_an_adjective() -> None:
    assert verbs.verbs().keys() & modifiers.adjectives().keys() == set()
    assert governors.setting_time()


def test_each_file_of_words_is_read() -> None:
    there = {Path(path.name).stem for path in (files("dateline_data") / "lexicons").iterdir()}
    calls = (node for node in _nodes(ROOT / "extractors") if isinstance(node, ast.Call) and node.args)
    first = (call.args[0] for call in calls if isinstance(call.func, ast.Name) and call.func.id in READING)
    read = {str(name.value).removesuffix(".tsv") for name in first if isinstance(name, ast.Constant)}
    assert read == there


@pytest.mark.parametrize(
    ("rows", "row"),
    [
        (verbs.verbs(), Verb),
        (nouns.nouns(), Noun),
        (modifiers.adjectives(), Adjective),
        (modifiers.adverbs(), Adverb),
        (names.name_words().titles, Title),
    ],
)
def test_each_key_of_a_row_is_set_by_a_row(rows: dict[str, msgspec.Struct], row: type[msgspec.Struct]) -> None:
    unset = [
        field.name
        for field in msgspec.structs.fields(row)
        if all(getattr(one, field.name) == field.default for one in rows.values())
    ]
    assert unset == []


def test_each_kind_of_effect_is_that_of_a_word_but_for_the_one_that_grammar_shows() -> None:
    said = {*governors.embedding_predicates().values(), *governors.embedding_nouns().values()}
    assert set(Effect) - said == {Effect.FUTURE}


@pytest.mark.parametrize("row", ROWS)
def test_each_key_of_a_row_is_read(row: type[msgspec.Struct]) -> None:
    assert set(row.__struct_fields__) - _attributes(LEXICONS) == set()


@pytest.mark.parametrize("shape", [Abbreviations, Forms, Names, Organisations, Landmarks, Places, Groups])
def test_each_list_is_read(shape: type[msgspec.Struct]) -> None:
    assert set(shape.__struct_fields__) - _attributes(ROOT / "extractors") == set()


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.__name__)
def test_each_set_of_words_is_asked_for(reader: ModuleType) -> None:
    outside = [node for folder in ("extractors", "training") for node in _nodes(ROOT / folder, but=LEXICONS)]
    asked = {node.attr for node in outside if isinstance(node, ast.Attribute)}
    asked |= {node.id for node in outside if isinstance(node, ast.Name)}
    functions = [node for node in ast.parse(inspect.getsource(reader)).body if isinstance(node, ast.FunctionDef)]
    sets = {one.name for one in functions if one.returns and ast.unparse(one.returns) == "frozenset[str]"}
    assert {name for name in sets if not name.startswith("_")} - asked == set()


def test_a_name_is_of_one_list_of_places_or_peoples_but_where_it_is_called_ambiguous() -> None:
    lists = {name: set(found) for name, found in (lexicon("places") | lexicon("groups")).items() if name != "ambiguous"}
    lists["cities"] = {city for listed in lexicon("places")["cities"].values() for city in listed}
    shared = {(a, b): lists[a] & lists[b] for a, b in combinations(lists, 2) if lists[a] & lists[b]}
    ambiguous = places.ambiguous_places() | places.ambiguous_groups()
    assert {pair: found - ambiguous for pair, found in shared.items() if found - ambiguous} == {}


def _attributes(folder: Path) -> set[str]:
    return {node.attr for node in _nodes(folder) if isinstance(node, ast.Attribute)}


def _nodes(folder: Path, but: Path | None = None) -> Iterator[ast.AST]:
    for path in folder.rglob("*.py"):
        if but not in path.parents:
            yield from _nodes_of(path)


@cache
def _nodes_of(path: Path) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
