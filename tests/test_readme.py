"""What README and docs list is what the program has: commands, keys, terms of the filter, states, forms of export."""

import re
from pathlib import Path

import pytest
from typer.core import TyperGroup
from typer.main import get_command

from extractors.pipeline import COMPONENTS
from timeline.export import FORMATS
from timeline.model import ActorKind, Polarity, Role, SourceKind, Status
from timeline.query.language import FIELDS
from timeline.query.terms import State
from timeline.when import Precision
from tui.actions import ACTIONS, MODES, shown_key
from tui.app import DatelineApp
from tui.cli import app
from tui.cli.extracting import FORMATS as EXTRACTED

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
EXPORT = (ROOT / "docs" / "export.md").read_text(encoding="utf-8")


def table(text: str, heading: str) -> list[list[str]]:
    """The cells of the rows of the table whose first cell of the head is `heading`."""
    lines = text[text.index(f"\n| {heading} |") :].strip().split("\n\n")[0].splitlines()
    return [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines[2:]]


def code(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell.replace("\\|", "|"))


def test_each_command_is_in_the_table_of_commands() -> None:
    named = [word.removeprefix("dateline ") for command, _ in table(README, "command") for word in code(command)]
    assert named[0] == "[TIMELINE]"
    commands = get_command(app)
    assert isinstance(commands, TyperGroup)
    assert set(named[1:]) | {"open", "demo"} == set(commands.commands)
    assert "`dateline demo`" in README


def test_each_field_of_the_filter_is_in_the_table_of_terms() -> None:
    terms = [term for cell, _ in table(README, "term") for term in code(cell)]
    assert {term.partition(":")[0] for term in terms if re.match(r"\w+:", term)} == set(FIELDS)


def test_each_state_is_in_the_table_of_terms() -> None:
    (says,) = [says for term, says in table(README, "term") if code(term)[0].startswith("is:")]
    assert sorted(code(says)) == sorted([*Status, *State])


def test_each_key_in_the_table_of_keys_is_one_of_an_action() -> None:
    shown = [key for row in table(README, "keys") for cell in row[::2] for key in code(cell)]
    keys = {shown_key(key) for action in ACTIONS for key in action.keys}
    assert len(shown) > 20
    assert set(shown) - keys == set()


def test_the_keys_of_the_modes_stand_in_their_order_and_the_app_has_each() -> None:
    (row,) = [row for row in table(README, "keys") if code(row[0]) == [mode.key for mode in MODES]]
    assert row[1] == ", ".join(mode.label.lower() for mode in MODES)
    assert list(DatelineApp.MODES) == [mode.id for mode in MODES]


def test_each_form_is_named_wherever_forms_are_listed() -> None:
    labels = [form.label for form in FORMATS.values()]
    (command,) = [says for names, says in table(README, "command") if "`dateline export`" in names]
    (tooltip,) = [action.tooltip for action in ACTIONS if action.id == "export"]
    assert all(label in text for label in labels for text in (command, tooltip))
    assert f"--format {'|'.join(FORMATS)}`" in EXPORT
    assert [label for label in labels if f"\n## {label}\n" not in EXPORT] == []
    (extract,) = [says for names, says in table(README, "command") if "`dateline extract`" in names]
    assert [form for form in EXTRACTED if form not in extract.lower()] == []


@pytest.mark.parametrize("values", [Status, Polarity, Role, SourceKind, Precision])
def test_each_value_of_the_json_is_in_the_description(values: type[Status]) -> None:
    assert [value for value in values if f"`{value}`" not in EXPORT] == []


def test_the_components_stand_in_their_order_in_the_architecture() -> None:
    architecture = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    order = ", ".join(name.removeprefix("dateline_").replace("_", " ") for name in COMPONENTS)
    assert order in " ".join(architecture.split())


def test_kinds_of_actors_are_named_in_the_description() -> None:
    assert [kind for kind in ActorKind if f"`{kind}`" not in EXPORT] == []
