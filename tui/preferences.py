"""What a person has set, as far as it is in order, and what is wrong with the rest."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from textual.theme import Theme

from tui.home import settings_folder
from tui.settings import Settings, SettingsError, read_settings
from tui.themes import DARK, THEMES, called


@dataclass(frozen=True)
class Preferences:
    """How the app looks, and which keys it has."""

    theme: str = DARK.name
    ascii: bool = False
    keys: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """By the id of a binding, Textual's names of the keys in the place of those that it comes with."""
    faults: Sequence[str] = ()
    """What is not in force, and why."""
    themes: Sequence[Theme] = THEMES
    """All that there are, in the order in which T goes through them."""


def preferences() -> Preferences:
    """Those that are in force."""
    faults: list[str] = []
    try:
        settings = read_settings()
    except SettingsError as refused:
        faults.append(str(refused))
        settings = Settings()
    all_themes: Sequence[Theme] = THEMES
    if (settings_folder() / "themes").is_dir():
        from tui.own_themes import own_themes  # noqa: PLC0415 - few have themes of their own

        own = own_themes()
        all_themes = (*THEMES, *own.themes)
        faults += own.faults
    themes = {called(theme.name): theme.name for theme in all_themes}
    if settings.theme and settings.theme not in themes:
        faults.append(f"there is no theme “{settings.theme}”, only {', '.join(themes)}")
    keys: Mapping[str, Sequence[str]] = {}
    if settings.keys:
        from tui.keymap import faults_of, understood  # noqa: PLC0415 - few have keys of their own

        keys = understood(settings.keys)
        if wrong := faults_of(keys):
            faults.append(f"keys are as they come: {'; '.join(wrong)}")
            keys = {}
    return Preferences(themes.get(settings.theme, DARK.name), settings.ascii, keys, faults, all_themes)
