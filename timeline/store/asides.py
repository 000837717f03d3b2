"""What a merge, or a later text, changed, kept beside it so that it can be taken back, and made again, in one step."""

from collections.abc import Iterable, Mapping

import msgspec
from msgspec.structs import replace

from timeline.edits import Edit, EditKind
from timeline.logs.identity import edit_id
from timeline.logs.portable import Row, numbered
from timeline.model import Extraction
from timeline.soundness import UnsoundError, check, check_edits
from timeline.store.damage import in_words
from timeline.store.rows import rows_of
from timeline.store.snapshot import RawTables

TABLE = "aside"


class Aside(msgspec.Struct, frozen=True):
    """The other state of what a merge changed: as it was before while the merge holds, else as it was with it."""

    articles: dict[str, Extraction | None]
    """By id; None for one that is not there in that state."""
    edits: dict[str, Row | None]
    """By id, as `timeline.logs.portable` has them."""
    is_of_text: bool = False
    """Whether it is of an article whose text was changed, and not of a merge."""
    by_themselves: tuple[str, ...] = ()
    """Ids of articles that were added by themselves since, and are there whatever becomes of it."""
    is_settled: bool = False
    """Whether what it changed does not stand here: it is packed, or, of earlier versions, no longer kept."""
    packed: str = ""
    """All of it, where much was done since (`packing.py`)."""


def asides_in(tables: RawTables) -> dict[str, Aside]:
    """By the id of their merge, those that are kept in these tables.

    Raises:
        UnsoundError: a row is none, or what is in it could not be kept in a timeline.
    """
    asides: dict[str, Aside] = {}
    for key, raw in sorted(tables.get(TABLE, {}).items()):
        try:
            asides[key] = msgspec.json.decode(raw, type=Aside)
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
            raise UnsoundError(TABLE, key, *in_words(error)) from error
        check_aside(key, asides[key])
    return asides


def check_merges(log: Iterable[Edit], asides: Mapping[str, Aside]) -> None:
    """Pass over a log of which each merge can be taken back, or made again.

    Raises:
        UnsoundError: what one of them changed is not there.
    """
    for edit in log:
        if edit.kind is EditKind.MERGE and edit_id(edit) not in asides:
            raise UnsoundError("edits", str(edit.number), "", "what this merge changed is not kept with it")


def check_aside(key: str, aside: Aside) -> None:
    """Pass over what a merge changed if it can be in force.

    Raises:
        UnsoundError: it can't.
    """
    for article, extraction in aside.articles.items():
        if extraction is None:
            continue
        check(extraction)
        try:
            rows_of(extraction)
        except ValueError as error:
            raise UnsoundError(TABLE, key, "articles", str(error)) from error
        if extraction.article.id != article or "/" in article:
            raise UnsoundError(TABLE, key, "articles", f"it is “{extraction.article.id}”, unlike its key")
    for name, row in aside.edits.items():
        if row is None:
            continue
        try:
            edits = numbered({name: row})
        except msgspec.ValidationError as error:
            field, says = in_words(error)
            raise UnsoundError(TABLE, key, f"edits.{field}", says) from error
        if not edits[name].at:
            raise UnsoundError(TABLE, key, "edits.at", "it needs the time when it was made")
        check_edits({"1": edits[name]})


def exchanged(
    articles: Mapping[str, Extraction], edits: Mapping[str, Row], aside: Aside
) -> tuple[dict[str, Extraction], dict[str, Row], Aside]:
    """What is in force after a merge was taken back, or made again, and what is aside then."""
    other = replace(
        aside,
        articles={key: articles.get(key) for key in aside.articles},
        edits={key: edits.get(key) for key in aside.edits},
    )
    now = {key: one for key, one in {**articles, **aside.articles}.items() if one is not None}
    log = {key: row for key, row in {**edits, **aside.edits}.items() if row is not None}
    return now, log, other
