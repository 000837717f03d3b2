"""The command line: `dateline [TIMELINE]` opens the app, and each command does one thing to a timeline or an article.

Begin with `commands.py`, the table of commands; a file beside it has each. `dateline --help` and shell completion must
answer at once, so everything heavy is imported within the commands.
"""

from tui.cli.commands import app, main

__all__ = ["app", "main"]
