"""The command `view`: filters that are kept under a name, for `@name` here and in the app."""

from typing import Annotated

import typer

from tui.cli.console import fail, say, tell
from tui.cli.options import Filter

Name = Annotated[
    str, typer.Argument(metavar="[NAME]", help="What the filter is called, with or without @.", show_default=False)
]
Delete = Annotated[bool, typer.Option("--delete", help="Forget the view.", show_default=False)]


def view(name: Name = "", words: Filter = None, *, delete: Delete = False) -> None:
    """Keep a filter under a name, or list those that are kept.

    Wherever a filter is asked for, @NAME then stands for it: dateline list @NAME, dateline export @NAME -is:planned.
    Views are yours: they lie in your settings folder, for all your timelines, and not in any of them.
    """
    from timeline.query import QueryError, parse
    from tui.dates import read_date
    from tui.views import ViewsError, keep_view, kept_views, view_name

    text = " ".join(words or ())
    try:
        views = kept_views()
        known = view_name(name)
        if delete or (name and not text):
            if known not in views:
                raise fail(f"there is no view @{known}: {' '.join(f'@{one}' for one in views) or 'none is kept yet'}")
            if delete:
                keep_view(known, "")
                tell(f"@{known} is forgotten; it was: {views[known]}")
            else:
                say(views[known])
        elif name:
            others = {one: kept for one, kept in views.items() if one != known}
            parse(text, read_date, others, frozenset(), lambda _: frozenset())
            keep_view(known, text)
            before = f", and no longer for: {views[known]}" if views.get(known, text) != text else ""
            tell(f"@{known} stands for: {text}{before}")
        else:
            for one, kept in views.items():
                say(f"@{one}\t{kept}")
    except QueryError as error:
        raise fail(f"{error.reason}\n  {text}", 2) from None
    except ViewsError as error:
        raise fail(str(error), 2) from None
