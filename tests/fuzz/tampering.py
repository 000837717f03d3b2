"""Timelines that somebody changed: a good one, with values, keys and bytes put in, taken out and put elsewhere."""

import json
import tempfile
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import cycle
from pathlib import Path
from typing import Any, NamedTuple

from hypothesis import strategies as st

from tests.fuzz.hostile import PAYLOADS, short_texts
from tests.timeline.store.chaining import chained
from tests.tui.demo import HARBOUR, UNDATED
from timeline.edits import YES, EditKind
from timeline.store import Store

Place = tuple[Any, ...]
"""The keys and indexes that lead to a value."""


class Good(NamedTuple):
    """A timeline that nobody changed."""

    timeline: bytes
    journal: bytes
    """Of its last corrections, as a killed program leaves it."""


@cache
def good() -> Good:
    """A timeline with corrections of every kind, and the journal of the last of them."""
    with tempfile.TemporaryDirectory(prefix="dateline-fuzz-") as folder:
        path = Path(folder, "story.json")
        with Store.open(path) as store:
            store.add(HARBOUR)
            store.add(UNDATED)
            first, second, *_ = HARBOUR.events
            store.edit(EditKind.DATE, first.id, "2019-01-26/2019-01-27")
            store.edit(EditKind.NOTE, first.id, "seen it")
            store.edit(EditKind.STAR, second.id, YES)
        with Store.open(path) as store:
            store.edit(EditKind.PUBLISHED, UNDATED.article.id, "2019-02-05")
            store.edit(EditKind.NOTE, second.id, "call Okoye")
            store.edit(EditKind.HIDE, HARBOUR.events[2].id, YES)
            store.undo()
            return Good(path.read_bytes(), path.with_name("story.json.journal").read_bytes())


def ids() -> list[str]:
    """The ids of its events and articles."""
    return [*(event.id for each in (HARBOUR, UNDATED) for event in each.events), HARBOUR.article.id, UNDATED.article.id]


def places(tree: object, here: Place = ()) -> Iterator[Place]:
    """The place of every value below `tree`."""
    items: Any = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    for key, value in items:
        yield (*here, key)
        yield from places(value, (*here, key))


def at(tree: Any, place: Place) -> Any:
    """The value there."""
    for key in place:
        tree = tree[key]
    return tree


def filled(*payloads: str) -> bytes:
    """The good timeline with `payloads` in turn behind every text that nothing else in it counts on."""
    tree = json.loads(good().timeline)
    fill(tree, payloads)
    return json.dumps(tree).encode("utf-8", "surrogatepass")


def fill(tree: Any, payloads: Sequence[str]) -> None:
    """Put `payloads` in turn behind every text of a tree of records that nothing else in it counts on."""
    turn = cycle(payloads)
    for place in list(places(tree)):
        value, owner = at(tree, place), at(tree, place[:-1])
        if isinstance(value, list) and place[-1] in FREE_LISTS:
            value.append(next(turn))
        elif isinstance(value, str) and (place[-1] in FREE_TEXTS or _is_loose(place, owner)):
            owner[place[-1]] = value + next(turn)


def _is_loose(place: Place, owner: Any) -> bool:
    """Whether it is a note, or the text of an article, which offsets still fit when it grows."""
    note = place[-1] == "value" and owner.get("kind") == EditKind.NOTE
    return note or (place[-1] == "text" and "published" in owner)


FREE_TEXTS = frozenset("title name publisher url origin language speaker evidence because says extractor".split())
FREE_LISTS = frozenset(("rules", "authors", "aliases", "titles"))

EDTF = (
    "2019-13 2019-02-30 [2019-01-28,2019-01-21] [2019] [] [,] [..2019] XXXX-XX-XX 19XX 0000 -0001 10000-01-01 ../.. / "
    "2019-01-28/2019-01-01 9999-12-31/.. 2019-W60 2019-01-28T99:99 2019?~% 2019-24 2019-41 y17e7 {2019,2018} "
    "2019-01-28/[2018,2017]"
).split()
DAYS = ("0001-01-01", "9999-12-31", "2019-02-30", "2019-01-28T00:00:00", "20190128", "today", "")
NUMBERS = (-1, 0, 1, 5, 10**6, 2**31, 2**63, 2**64, 10**40, 1.5, -0.0, 1e308, True, None)

values: st.SearchStrategy[Any] = (
    st.sampled_from(sorted(PAYLOADS.values()))
    | short_texts
    | st.sampled_from(EDTF)
    | st.sampled_from(DAYS)
    | st.sampled_from(NUMBERS)
    | st.sampled_from(({}, [], [[]], {"": ""}, [None], {"type": "Weekday"}, [0, 10**9], [-5, -1], [9, 3]))
)


@st.composite
def trees(draw: st.DrawFn) -> Any:
    """The JSON of a good timeline with up to four values another, gone, doubled, or in each other's place."""
    tree = json.loads(good().timeline)
    for _ in range(draw(st.integers(1, 4))):
        known = list(places(tree))
        place, other = (known[draw(st.integers(0, len(known) - 1))] for _ in range(2))
        parent, key = at(tree, place[:-1]), place[-1]
        match draw(st.sampled_from(("value", "value", "value", "from elsewhere", "gone", "doubled", "key", "nested"))):
            case "value":
                parent[key] = draw(values)
            case "from elsewhere":
                parent[key] = json.loads(json.dumps(at(tree, other)))
            case "gone":
                del parent[key]
            case "doubled" if isinstance(parent, list):
                parent.append(json.loads(json.dumps(parent[key])))
            case "doubled" | "key" if isinstance(parent, dict):
                parent[draw(short_texts | st.sampled_from(ids()))] = json.loads(json.dumps(parent[key]))
            case _:
                for _ in range(draw(st.integers(1, 60))):
                    parent[key] = [parent[key]] if isinstance(parent, list) else {"type": "Within", "part": parent[key]}
    return tree


@st.composite
def timelines(draw: st.DrawFn) -> bytes:
    """A tampered file: as JSON, and now and then not even that."""
    data = json.dumps(draw(trees())).encode("utf-8", "surrogatepass")
    for where, junk in draw(st.just([]) | st.just([]) | st.lists(st.tuples(st.floats(0, 1), junk_bytes), max_size=3)):
        place = int(where * len(data))
        data = data[:place] + junk + data[place + draw(st.integers(0, 12)) :]
    return data


WRONG_JSON = b'NaN -Infinity 1e999 \\ud800 \\u001b[2J " } ] , \xff\xfe \x00 \xef\xbb\xbf'.split()
junk_bytes = st.binary(max_size=6) | st.sampled_from(
    (*WRONG_JSON, b"[" * 100_000, b'{"a":' * 50_000, b"9" * 5_000, b" " * 10_000)
)


@st.composite
def journals(draw: st.DrawFn) -> bytes:
    """The journal beside the file, with lines that are other JSON, other bytes, doubled, gone or out of order."""
    lines = [line.partition(b" ")[2] for line in good().journal.splitlines()[1:-1]]
    edits = st.fixed_dictionaries(
        {
            "number": st.sampled_from((1, 6, 10**9)),
            "kind": st.sampled_from((*EditKind, "other")),
            "target": st.sampled_from(ids()) | short_texts,
            "value": values,
        },
        optional={"at": short_texts, "undone": st.booleans(), "after": st.integers(-1, 9)},
    )
    made = st.builds(
        lambda edit, key: json.dumps({"put": {"edits": {key: edit}}}).encode("utf-8", "surrogatepass"),
        edits,
        st.sampled_from(("1", "6", "7", "x")),
    )
    for line in draw(st.lists(made | st.binary(max_size=30) | st.sampled_from(ODD_LINES), max_size=4)):
        lines.insert(draw(st.integers(0, len(lines))), line.replace(b"\n", b" "))
    lines = draw(st.just(lines) | st.just(lines) | st.permutations(lines))
    honest = chained(good().timeline, lines).splitlines(keepends=True)
    if draw(st.integers(0, 4)) == 0:
        honest[draw(st.integers(0, len(honest) - 1))] = draw(st.binary(max_size=30))
    return b"".join(honest)


ODD_LINES = (
    b"{}",
    b"[]",
    b"null",
    b'{"put":{}}',
    b'{"put":{"articles":{"x":{}}}}',
    b'{"put":{"events":{"x/y":5}}}',
    b'{"drop":{"articles":["x"],"nowhere":["y"]}}',
    b'{"put":{"meta":{"timeline":{"revision":0,"schema":9}}}}',
    b'{"put":' * 40_000,
    b'{"continues":0}',
    b'{"put":{"edits":{"\\u001b[2J":{}}}}',
)
