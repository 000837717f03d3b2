"""The table of commands, and what a first word that is none of them means."""

import os
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from tui.cli import (
    adding,
    changing,
    checking,
    correcting,
    explaining,
    exporting,
    extracting,
    history,
    joining,
    keeping,
    keys,
    looking,
    merging,
    opening,
    orphans,
    people,
    serving,
    viewing,
)
from tui.cli.streams import inert_output

_EXAMPLES = """
Examples:

\b
  dateline demo                                  look around in a sample timeline
  dateline add article.txt --date 2019-01-28     read an article that does not say when it was published
  dateline add articles/ https://example.org/a   read a folder and a page
  dateline                                       browse, correct and export what was read
  dateline list "actor:guaido date:2019-01"      events of an actor in a month
  dateline export -o chronology.md               the whole timeline as Markdown
  dateline explain article.txt                   every time expression, and why it means what it means
  dateline extract articles/ | jq .events        the findings as JSON lines, without a timeline
  cat rows.jsonl | dateline add - --jsonl        articles from another program

The timeline is the one that a command is given, else $DATELINE_TIMELINE, else one in your data folder.
Exit status: 0 all was read, 1 some of it was not (each is named), 2 wrong use.
"""


class _Commands(TyperGroup):
    """Takes a first word that is no command for the timeline to open, if it is named as a file is."""

    def main(self, *args: Any, **extra: Any) -> Any:  # noqa: ANN401 - as typer types it, in all its versions
        """Run the command line with output that commands no terminal, whatever is written."""
        with inert_output():
            return super().main(*args, **extra)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:  # noqa: ANN401 - as typer types it, in all its versions
        if args[0] not in self.commands and _names_a_file(args[0]):
            args = ["open", *args]
        elif args[0] not in self.commands and not args[0].startswith("-"):
            meant = ", ".join(get_close_matches(args[0], self.commands)) or "see dateline --help"
            ctx.fail(f"“{args[0]}” is neither a command ({meant}) nor a timeline file")
        return super().resolve_command(ctx, args)


def _names_a_file(word: str) -> bool:
    if word.endswith(".json") or os.sep in word or "/" in word:
        return True
    try:
        return Path(word).exists()
    except OSError:  # too long for a name
        return False


app = typer.Typer(
    cls=_Commands,
    # Plain help comes in a third of the time, and no text of an error is ever read as markup.
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=_EXAMPLES,
)


def _show_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"dateline {version('dateline')}")
        raise typer.Exit


@app.callback(invoke_without_command=True, subcommand_metavar="[TIMELINE] | COMMAND [ARGS]...")
def dateline(
    ctx: typer.Context,
    version: Annotated[  # noqa: ARG001 - its callback does it
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and exit.")
    ] = False,
    ascii_only: Annotated[bool, typer.Option("--ascii", help="Draw the app with nothing but ASCII.")] = False,
) -> None:
    """Explore what news articles report as a timeline: events on real dates, each with its sentence and its source.

    With no command, opens the app on TIMELINE, or on your own timeline.
    """
    if ascii_only:
        os.environ["DATELINE_ASCII"] = "yes"
    if ctx.invoked_subcommand is None:
        opening.open_app()


app.command("open")(opening.open_app)
app.command()(adding.add)
app.command("list")(looking.list_events)
app.command()(looking.show)
app.command()(exporting.export)
app.command()(viewing.view)
app.command()(merging.merge)
app.command()(merging.conflicts)
app.command("import")(merging.import_lines)
app.command()(changing.remove)
app.command()(changing.undo)
app.command()(changing.redo)
app.command()(correcting.edit)
app.command()(correcting.note)
app.command()(correcting.tag)
app.command()(joining.join)
app.command()(joining.split)
app.command()(correcting.article)
app.add_typer(joining.events, name="event")
app.add_typer(people.actors, name="actor")
app.add_typer(people.sources, name="source")
app.command()(history.log)
app.command()(orphans.orphans)
app.command()(orphans.attach)
app.command()(checking.check)
app.command()(keeping.repair)
app.command()(keeping.backup)
app.command()(keeping.restore)
app.command()(explaining.explain)
app.command()(extracting.extract)
app.command()(opening.demo)
app.command()(serving.serve)
app.command()(keys.keys)
