"""The date of an event given to all of its article that the same words date."""

from typing import TYPE_CHECKING

from timeline.counts import counted
from timeline.edits import EditKind
from timeline.inert import one_line
from timeline.quoting import quoted
from tui.cli.console import fail, say

if TYPE_CHECKING:
    from timeline.collection import Entry
    from timeline.model import Article
    from timeline.store import Store


def date_every(store: "Store", entry: "Entry", article: "Article | None", edtf: str) -> None:
    """Give it, or what was read where it is empty, in one step, and tell each from when to when."""
    from timeline.dated_alike import dated_alike
    from tui.dates import expression_of
    from tui.moves import as_read, moves_to, told

    alike = dated_alike(store.timeline, article, entry) if article is not None else []
    if not alike:
        raise fail("no other event of its article is dated by the same words: leave --every out", 2)
    those = [entry, *(one for one in alike if one.dated_by_person is (not edtf))]
    moved = moves_to(those, edtf, entry.id) if edtf else as_read(those)
    values = {move.id: move.then.edtf if edtf else "" for move in moved}
    if edtf and entry.when.edtf == edtf:
        values[entry.id] = edtf  # so that it is a person's now, as without --every
    if not values:
        raise fail("not changed: nothing was set there by hand")
    store.edit_together([(EditKind.DATE, event, value, "") for event, value in values.items()])
    for move in moved:
        say(told(move._replace(title=one_line(move.title))))
    words = quoted(expression_of(entry, store.timeline))
    by_hand = len(alike) + 1 - len(those) if edtf else 0
    stay = f"; {by_hand} set by hand {'stays' if by_hand == 1 else 'stay'}" if by_hand else ""
    say(one_line(f"{counted(len(moved), 'event')} of {words} moved{stay}. dateline undo takes this back"))
