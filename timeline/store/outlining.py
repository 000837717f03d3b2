"""The lines of a long timeline without its articles: of each assertion no more is read than what a list needs."""

from collections.abc import Callable, Mapping, Sequence

import msgspec

from timeline.correcting.kept_records import KeptRecords
from timeline.correcting.outline import Outline, Seen
from timeline.layered import Layered
from timeline.merging import merge_actors, merge_sources, merged
from timeline.model import Actor, Event, Source, Span
from timeline.store.snapshot import RawTables
from timeline.store.unread import UnreadArticles
from timeline.when import When


class _Row(msgspec.Struct, gc=False):
    id: str
    event: str
    article: str
    trigger: Span
    when: msgspec.Raw


def kept_records(tables: RawTables, articles: UnreadArticles) -> KeptRecords:
    """The records in these tables, of which an article is read when it is looked at.

    Raises:
        LookupError, MsgspecError: they don't hold together. That they do is not seen from this.
    """
    return KeptRecords(
        Layered(articles),
        Outline.of(tables.get("assertions", {}).values(), _seeing({one: one for one in articles}), _order_in(tables)),
        merged(map(msgspec.json.Decoder(Actor).decode, tables.get("actors", {}).values()), merge_actors, {}),
        merged(map(msgspec.json.Decoder(Source).decode, tables.get("sources", {}).values()), merge_sources, {}),
        articles.heads,
    )


def _seeing(articles: Mapping[str, str]) -> Callable[[msgspec.Raw], Seen]:
    """How a row is seen, of one of these articles."""
    decode, decode_when = msgspec.json.Decoder(_Row).decode, msgspec.json.Decoder(When).decode
    known: dict[bytes, When] = {}  # many have one that is the same, letter by letter

    def seen(raw: msgspec.Raw) -> Seen:
        row = decode(raw)
        text = bytes(row.when)
        when = known.get(text)
        if when is None:
            when = known[text] = decode_when(text)
        return Seen(row.id, row.event, articles[row.article], row.trigger, when)

    return seen


def _order_in(tables: RawTables) -> Callable[[str, str], Sequence[str]]:
    rows = tables.get("events", {})
    decode = msgspec.json.Decoder(Event).decode
    return lambda article, event: decode(rows[f"{article}/{event}"]).assertions
