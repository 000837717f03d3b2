"""What a person has set once for all timelines: theme, glyphs, keys; one file, which may be written by hand."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from tui.home import settings_folder
from tui.own_files import in_toml, read_toml
from tui.writing import write_whole

ASCII = "DATELINE_ASCII"


class SettingsError(ValueError):
    """The file can't be read or written, or has something in it that is no setting; says why, to a person."""


@dataclass(frozen=True)
class Settings:
    """As they come, or as the file says."""

    theme: str = ""
    """The name of a theme; empty for the first one."""
    ascii: bool = False
    """Whether nothing but ASCII is drawn."""
    keys: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """By the id of an action, what does it instead of the keys that it comes with."""


def settings_file() -> Path:
    """Where they are kept."""
    return settings_folder() / "settings.toml"


def read_settings() -> Settings:
    """The settings in force.

    Raises:
        SettingsError: the file is no TOML, or has something else in it.
    """
    wanted = bool(os.environ.get(ASCII))
    path = settings_file()
    try:
        read = read_toml(path)
    except FileNotFoundError:
        return Settings(ascii=wanted)
    except OSError as error:
        raise SettingsError(f"{path} can't be read: {error.strerror or error}") from error
    except ValueError as error:
        raise SettingsError(f"{path} is no TOML: {error}") from error
    theme, drawn, keys = read.pop("theme", ""), read.pop("ascii", False), read.pop("keys", {})
    if read:
        raise SettingsError(f"{path}: “{next(iter(read))}” is no setting; there are theme, ascii, [keys]")
    if not isinstance(theme, str) or not isinstance(drawn, bool) or not isinstance(keys, dict):
        raise SettingsError(f"{path}: theme is a name, ascii is true or false, [keys] is a table")
    return Settings(theme, drawn or wanted, {name: _keys(path, name, value) for name, value in keys.items()})


def remember_theme(name: str) -> None:
    """Keep a theme; the rest of the file stays as it says. Raises SettingsError."""
    settings = replace(read_settings(), theme=name)
    if settings.ascii and os.environ.get(ASCII):
        settings = replace(settings, ascii=False)
    lines = [f"theme = {in_toml(settings.theme)}\n"]
    lines += ["ascii = true\n"] if settings.ascii else []
    if settings.keys:
        lines.append("\n[keys]\n")
        lines += [f"{in_toml(action)} = {in_toml(list(keys))}\n" for action, keys in settings.keys.items()]
    path = settings_file()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, "".join(lines), replace=True, files_only=True)
    except OSError as error:
        raise SettingsError(f"{path} can't be written: {error.strerror or error}") from error


def _keys(path: Path, name: str, value: object) -> Sequence[str]:
    keys = [value] if isinstance(value, str) else value
    if not isinstance(keys, list) or not all(isinstance(key, str) and key for key in keys):
        raise SettingsError(f"{path}: the keys of “{name}” are a text or a list of texts")
    return tuple(keys)
