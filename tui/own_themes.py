"""Themes of a person's own: a file each in the folder `themes` of their settings, with the colours that are others."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from pathlib import Path
from typing import NamedTuple

from textual.color import Color, ColorParseError
from textual.theme import Theme

from tui.home import settings_folder
from tui.own_files import read_toml
from tui.themes import CONTRAST, DARK, LIGHT, THEMES, called

BASES: Mapping[str, Theme] = {called(theme.name): theme for theme in (DARK, LIGHT, CONTRAST)}
"""What a theme may be based on."""
GROUNDS = {
    "scrollbar-background": "surface",
    "scrollbar": "secondary",
    "block-cursor-blurred-background": "panel",
}
"""Variables that go with a colour where a theme has its own: those of its base would lie on it as patches."""
_NO_COLOURS = frozenset({"name", "dark", "ansi", "variables", "luminosity_spread", "text_alpha"})
COLOURS = frozenset(field.name for field in fields(Theme)) - _NO_COLOURS
_NAME = re.compile(r"[a-z0-9][a-z0-9-]*")


class OwnThemes(NamedTuple):
    """Those that are in order, and what is wrong with the others."""

    themes: Sequence[Theme] = ()
    faults: Sequence[str] = ()


def own_themes() -> OwnThemes:
    """All of them, by name."""
    themes: list[Theme] = []
    faults: list[str] = []
    for path in sorted((settings_folder() / "themes").glob("*.toml")):
        named = f"themes/{path.name}"  # the whole path would leave a narrow terminal no room for the reason
        try:
            themes.append(_read(path))
        except OSError as error:
            faults.append(f"{named} can't be read: {error.strerror or error}")
        except ValueError as error:
            faults.append(f"{named}: {error}")
    return OwnThemes(themes, faults)


def _read(path: Path) -> Theme:
    """A theme. Raises OSError, or ValueError with what is wrong."""
    if not _NAME.fullmatch(path.stem):
        raise ValueError("a theme is called by small letters, digits and -")
    if path.stem in map(called, (theme.name for theme in THEMES)):
        raise ValueError(f"there is a theme “{path.stem}” already")
    try:
        read = read_toml(path)
    except UnicodeDecodeError:
        raise ValueError("it is no text") from None
    except RecursionError:
        raise ValueError("it is nested too deeply") from None
    based, variables = read.pop("based", called(DARK.name)), read.pop("variables", {})
    if not isinstance(based, str) or based not in BASES:
        raise ValueError(f"“{based}” is none of {', '.join(BASES)}, which a theme is based on")
    if unknown := sorted(read.keys() - COLOURS):
        raise ValueError(f"“{unknown[0]}” is no colour; there are {', '.join(sorted(COLOURS))}, [variables]")
    base = BASES[based]
    if not isinstance(variables, dict) or (others := sorted(variables.keys() - base.variables.keys())):
        named = f"“{others[0]}” is" if isinstance(variables, dict) else "[variables] is a table: it is"
        raise ValueError(f"{named} none of {', '.join(sorted(base.variables))}")
    for name, colour in {**read, **variables}.items():
        _check(name, colour)
    grounds = {name: read[ground] for name, ground in GROUNDS.items() if ground in read}
    return replace(base, name=f"dateline-{path.stem}", variables={**base.variables, **grounds, **variables}, **read)


def _check(name: str, colour: object) -> None:
    try:
        Color.parse(colour if isinstance(colour, str) else "")
    except ColorParseError:
        raise ValueError(f"{name}: “{colour}” is no colour such as #6aa2d8") from None
