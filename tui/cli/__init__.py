"""The command line: `dateline [TIMELINE]` opens the app, and each command does one thing to a timeline or an article.

Begin with `commands.py`, the table of commands; a file beside it has each. `dateline --help` and shell completion must
answer at once, so everything heavy is imported within the commands; and `dateline TIMELINE` is the shortest way into
the app, so the table itself is only made where it is needed.
"""

from typing import TYPE_CHECKING, Any

from tui.cli.process import main

if TYPE_CHECKING:
    from tui.cli.commands import app

__all__ = ["app", "main"]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - as any module's
    if name != "app":
        raise AttributeError(name)
    from tui.cli.commands import app

    return app
