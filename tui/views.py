"""Filters that a person keeps under a name, `@name`: one file for the app, the command line and exports."""

import re
from collections.abc import Mapping
from pathlib import Path

from tui.home import settings_folder
from tui.own_files import in_toml, read_toml
from tui.writing import write_whole

NAME = re.compile(r"[^\W_][\w-]*")
IN_NAMES = "letters, digits, - and _"
_HEAD = "# Filters kept under a name: name = 'filter'. In dateline, @name stands for it.\n"


class ViewsError(ValueError):
    """The file can't be read or written, or a name is none; says why, to a person."""


def views_file() -> Path:
    """Where they are kept."""
    return settings_folder() / "views.toml"


def kept_views() -> Mapping[str, str]:
    """All of them, by name.

    Raises:
        ViewsError: the file is no TOML, or has something else in it.
    """
    path = views_file()
    try:
        read = read_toml(path)
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise ViewsError(f"{path} can't be read: {error.strerror or error}") from error
    except ValueError as error:
        raise ViewsError(f"{path} is no TOML: {error}") from error
    views = {name: text for name, text in read.items() if isinstance(text, str) and NAME.fullmatch(name)}
    if wrong := [name for name in read if name not in views]:
        raise ViewsError(f"{path} has something under “{wrong[0]}” that is no view")
    return views


def view_name(typed: str) -> str:
    """A name as it is kept, one word: `harbour-inquiry` for `@Harbour inquiry`."""
    return "-".join(typed.strip().removeprefix("@").lower().split())


def keep_view(name: str, text: str) -> None:
    """Keep a filter under a name, in place of another of that name; without a text the name is forgotten.

    Raises:
        ViewsError: it is no name, or the file can't be read or written.
    """
    name = view_name(name)
    if not NAME.fullmatch(name):
        raise ViewsError(f"“{name}” is no name for a view: {IN_NAMES}")
    views = {**kept_views(), name: text.strip()}
    lines = [f"{_key(one)} = {in_toml(kept)}\n" for one, kept in sorted(views.items()) if kept]
    path = views_file()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, _HEAD + "".join(lines), replace=True, files_only=True)
    except UnicodeEncodeError as error:
        raise ViewsError("the filter has bytes in it that are no text") from error
    except OSError as error:
        raise ViewsError(f"{path} can't be written: {error.strerror or error}") from error


def _key(name: str) -> str:
    return name if name.isascii() else in_toml(name)
