"""The command `keys`: what each key does, and whether keys of a person's own are in order."""

from collections.abc import Iterator
from typing import Annotated

import typer

from tui.cli.console import fail, on_terminal, say

Check = Annotated[bool, typer.Option("--check", help="Only say what is wrong with your own keys.", show_default=False)]
Markdown = Annotated[bool, typer.Option("--markdown", help="Write tables, as in docs/keys.md.", show_default=False)]

_SETTINGS = """```text
theme = "light"  # dark, light, contrast, terminal, or one of your own
ascii = true     # draw nothing but ASCII

[keys]
"timeline.accept" = "A"
"app.quit" = ["q", "ctrl+q", "ctrl+x"]
```
"""
_THEME = """```text
based = "dark"        # or light, contrast
primary = "#88c0d0"

[variables]
evidence = "#3b4252"  # behind the sentence that is read
```
"""


def keys(*, check: Check = False, markdown: Markdown = False) -> None:
    """List every key of the app, with the name of its action.

    Keys of your own stand in settings.toml of your settings folder, below [keys]: "timeline.accept" = "A".
    """
    from tui.actions import ACTIONS, binding_id, use_keys
    from tui.preferences import preferences

    if markdown:
        use_keys({})
        say(page().removesuffix("\n"))
        return
    mine = preferences()
    use_keys(mine.keys)
    if check:
        if mine.faults:
            raise fail("\n".join(mine.faults))
        return
    for action in ACTIONS:
        cells = (" ".join(action.shown_keys), binding_id(action), action.tooltip)
        say(f"{cells[0]:<16} {cells[1]:<24} {cells[2]}" if on_terminal() else "\t".join(cells))
    for fault in mine.faults:
        raise fail(fault)


def page() -> str:
    """All keys as tables, one for each place where they are at home."""
    return "\n".join(_page())


def _page() -> Iterator[str]:
    from tui.actions import Area, binding_id, of

    yield "# Keys\n"
    yield "Made by `dateline keys --markdown`. In the app `?` lists them, those that do something here first.\n"
    yield "Keys of your own stand in `settings.toml` in your settings folder or in `$DATELINE_CONFIG`, by name:\n"
    yield _SETTINGS
    yield "`dateline keys --check` says which would mean two things on one screen; with any that does, all are as"
    yield "they come. The texts of the app name keys as they come.\n"
    yield "A theme of your own is a file `themes/NAME.toml` there, with the colours that are others than in what"
    yield "it is based on: also secondary, accent, success, warning, error, foreground, background, surface, panel.\n"
    yield _THEME
    for area in Area:
        yield f"## {area.value}\n\n| keys | does | name |\n| --- | --- | --- |"
        for action in of(area):
            shown = " ".join(f"`{key}`" for key in action.shown_keys)
            yield f"| {shown} | {action.tooltip} | `{binding_id(action)}` |"
        yield ""
