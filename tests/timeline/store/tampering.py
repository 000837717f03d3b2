"""A timeline file with one thing in it changed: by accident, by an editor, or by somebody who sends it."""

import copy
import json
import re
from collections.abc import Callable, Iterator
from random import Random
from typing import Any, NamedTuple, get_args

from timeline.edits import EditKind
from timeline.meanings import Meaning
from timeline.when import Bound

Tables = dict[str, Any]
Place = tuple[str | int, ...]
"""The keys that lead to a value, from the top."""

ODD: tuple[Any, ...] = (
    *(None, True, False, 0, 1, -1, 7, 13, 99, 10_000, 2**31, 2**63, -(2**63) - 1, 2**70, 10**400),
    *(0.5, -0.5, 1e308, "", " ", "x", "yes", "\0", "\x1b[31m", "é" * 20, "z" * 100_000, "../x", "a/b", '"', "\u202e"),
    *("2019-01-26", "0001-01-01", "9999-12-31", "0000-01-01", "10000-01-01", "2019-02-30", "20190126", "2019-01-26 "),
    *(
        "2019",
        "9999",
        "0000",
        "2019-24",
        "9999-24",
        "2019-37",
        "201X",
        "00XX",
        "2019-W04",
        "2019-01-26T10:30:00",
        "2019?",
    ),
    *(
        "../..",
        "../2019",
        "2019/..",
        "2020/2019",
        "[2019,2020]",
        "[2019",
        "[[2019]]",
        "[]",
        "[../2019,2020?]",
        " 2019-21",
    ),
    *([], [0], [0, 0], [0, 1], [1, 0], [-5, -1], [10**9, 10**9 + 1], [[0, 1]], ["x"], [None], {}, {"a": 1}),
)

MEANINGS: dict[str, tuple[str, ...]] = {
    kind.__struct_config__.tag: kind.__struct_encode_fields__ for kind in get_args(Meaning)
}
"""Each kind of meaning with its fields, as the file has them."""

_WORDS = {
    "unit": ("second", "hour", "day", "weekend", "week", "month", "quarter", "year", "decade", "century"),
    "anchor": ("publication", "narrative", "event"),
    "part": ("MO", "NI"),
    "edge": ("START", "MID", "END", "FIRST_HALF", "SECOND_HALF", "BEFORE", "AFTER"),
    "modifier": ("APPROX", "EQUAL_OR_LESS"),
    "bound": tuple(Bound),
    "reference": ("PAST_REF", "FUTURE_REF"),
    "name": ("christmas", "easter", "ramadan", "nobody's day"),
    "zone": ("", "GMT", "ET", "\n"),
    "fiscal": (True, False),
    "counts_years": (True, False),
}
_NUMBERS = (
    *range(-3, 42),
    99,
    100,
    366,
    2019,
    9998,
    9999,
    10_000,
    -10_000,
    10**6,
    10**9,
    10**12,
    2**62,
    -(2**62),
    2**64,
)


def meaning(random: Random, depth: int = 0) -> dict[str, Any]:
    """A meaning of any kind with values that it may have, and such that it may not."""
    kind = random.choice(sorted(MEANINGS))
    made: dict[str, Any] = {"means": kind}
    for field in MEANINGS[kind]:
        nested = field in ("base", "end", "options") or (kind, field) == ("range", "start")
        if random.random() < (0.1 if nested else 0.3):
            continue
        if nested and depth > 4:
            made[field] = {"means": "period", "unit": "day", "offset": 0}
        elif field == "options":
            made[field] = [meaning(random, depth + 1) for _ in range(random.randrange(4))]
        elif nested:
            made[field] = meaning(random, depth + 1)
        else:
            made[field] = random.choice(_WORDS.get(field, _NUMBERS))
    return made


_NESTED = re.compile(r'"nested (\d+)"')


def _nested(random: Random) -> str:
    """A mark that stands for a meaning within meanings, so many deep, until the file is written."""
    return f"nested {random.choice((10, 40, 200, 900, 5_000, 200_000))}"


def _unfolded(mark: re.Match[str]) -> str:
    depth = int(mark[1])
    return '{"means":"part","edge":"START","base":' * depth + '{"means":"weekday","day":5}' + "}" * depth


def places(value: object, before: Place = ()) -> Iterator[Place]:
    """Where there is a value in tables, rows and what is in them."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        yield (*before, key)
        yield from places(inner, (*before, key))


def shape(place: Place) -> Place:
    """A place without the keys of rows and of members: all titles have one shape."""
    return tuple("*" if isinstance(key, int) or at == 1 else key for at, key in enumerate(place))


def _inside(tables: Tables, place: Place) -> Any:
    value: Any = tables
    for key in place:
        value = value[key]
    return value


class Tampered(NamedTuple):
    """A file that differs from a good one in one thing."""

    content: bytes
    says: str
    """What was done to it, in words."""


class Tampering:
    """Makes files that differ from one timeline in one thing; the same seed makes the same file."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._by_shape: dict[Place, list[Place]] = {}
        for place in places(tables):
            self._by_shape.setdefault(shape(place), []).append(place)
        self._ids = [row.get("id", key) for rows in tables.values() for key, row in rows.items()]

    def file(self, seed: int) -> Tampered:
        """The file of this number."""
        random = Random(seed)
        tables = copy.deepcopy(self._tables)
        if random.random() < 0.06:
            return self._bytes(random, tables)
        ways: tuple[Callable[[Random, Tables], str], ...] = (
            *(self._odd, self._odd, self._odd, self._drop, self._like, self._near, self._near, self._id),
            *(self._meaning, self._meaning, self._edit, self._row, self._member, self._deep),
        )
        says = random.choice(ways)(random, tables)
        return Tampered(dump(tables), says)

    def _place(self, random: Random) -> Place:
        """Every field has the same chance, however often there is one."""
        return random.choice(self._by_shape[random.choice(sorted(self._by_shape, key=str))])

    def _odd(self, random: Random, tables: Tables) -> str:
        place, value = self._place(random), random.choice(ODD)
        _inside(tables, place[:-1])[place[-1]] = value
        return f"{place} = {str(value)[:40]!r}"

    def _drop(self, random: Random, tables: Tables) -> str:
        place = self._place(random)
        del _inside(tables, place[:-1])[place[-1]]
        return f"{place} dropped"

    def _like(self, random: Random, tables: Tables) -> str:
        """Another value of the same field."""
        place = self._place(random)
        other = random.choice(self._by_shape[shape(place)])
        _inside(tables, place[:-1])[place[-1]] = copy.deepcopy(_inside(self._tables, other))
        return f"{place} as {other}"

    def _near(self, random: Random, tables: Tables) -> str:
        place = self._place(random)
        value = _inside(tables, place)
        if isinstance(value, bool) or value is None:
            value = not value
        elif isinstance(value, int):
            value += random.choice((-1, 1, 2, 10, -1000, 1000, 100_000))
        elif isinstance(value, str) and value:
            at = random.randrange(len(value))
            value = random.choice(
                (value[:at], value[:at] + value[at + 1 :], value + " ", value[:at] + "7" + value[at + 1 :])
            )
        elif isinstance(value, list):
            value = [*value[::-1], *value[:1]]
        _inside(tables, place[:-1])[place[-1]] = value
        return f"{place} nearly: {str(value)[:40]!r}"

    def _id(self, random: Random, tables: Tables) -> str:
        """A reference to another record, or to none."""
        names = (
            "id",
            "event",
            "article",
            "source",
            "actor",
            "target",
            "assertions",
            "time",
            "attribution",
            "expression",
            "spoken",
        )
        shapes = [one for one in self._by_shape if one[-1] in names or "assertions" in one[2:]]
        place = random.choice(self._by_shape[random.choice(sorted(shapes, key=str))])
        value = random.choice((random.choice(self._ids), "gone", -1, 0, 10_000))
        _inside(tables, place[:-1])[place[-1]] = value
        return f"{place} = {value!r}"

    def _meaning(self, random: Random, tables: Tables) -> str:
        article = random.choice(sorted(tables["articles"]))
        expressions = tables["articles"][article]["time_expressions"]
        if not expressions:
            return "nothing"
        one = random.choice(expressions)
        one["meaning"] = meaning(random)
        if random.random() < 0.3:
            one["told"] = {"expression": random.randrange(-1, len(expressions) + 1), "years": random.choice(_NUMBERS)}
        if random.random() < 0.3:
            one["event"] = {"text": "it", "expression": random.randrange(-1, len(expressions) + 1)}
        if random.random() < 0.2:
            one["spoken"] = random.randrange(-1, len(expressions) + 1)
        return f"meaning {json.dumps(one['meaning'])[:200]}"

    def _edit(self, random: Random, tables: Tables) -> str:
        number = random.choice((len(tables["edits"]) + 1, len(tables["edits"]) + 7, 1, 0, -1, 2**62, 2**65))
        edit = {
            "number": number,
            "kind": random.choice([*EditKind, *EditKind, "rename", ""]),
            "target": random.choice([*self._ids, "gone", ""]),
            "value": random.choice([value for value in ODD if isinstance(value, str)]),
            "undone": random.choice((True, False)),
            "after": random.choice((0, 0, 1, number, number - 1, -1, 10**6)),
        }
        tables["edits"][str(number)] = edit
        return f"edit {str(edit)[:200]}"

    def _row(self, random: Random, tables: Tables) -> str:
        table = random.choice(sorted(tables))
        key = random.choice(sorted(tables[table]) or ["x"])
        row = tables[table].get(key, {})
        match random.randrange(6):
            case 0:
                tables[table].pop(key, None)
            case 1:
                tables[table][random.choice(("x", "", "x/y", f"{key}/z", f"{key}-2", key.upper()))] = copy.deepcopy(row)
            case 2:
                tables[table][random.choice(sorted(tables[table]) or ["x"])] = copy.deepcopy(row)
            case 3:
                tables[random.choice(("notes", *sorted(tables)))] = {key: row}
            case 4:
                del tables[table]
            case _:
                row["extra"] = {"of": [1, 2, 3]}
        return f"row {key} of {table}"

    def _member(self, random: Random, tables: Tables) -> str:
        """A list that is longer, shorter or in another order."""
        place = random.choice([place for place in places(tables) if isinstance(_inside(tables, place), list)])
        value = _inside(tables, place)
        if value and random.random() < 0.4:
            value.append(copy.deepcopy(random.choice(value)))
        elif value and random.random() < 0.7:
            value.pop(random.randrange(len(value)))
        else:
            value.extend(copy.deepcopy(value) * random.choice((1, 300)))
            random.shuffle(value)
        return f"members of {place}"

    def _deep(self, random: Random, tables: Tables) -> str:
        place, value = self._place(random), _nested(random)
        if random.random() < 0.7:
            place = random.choice([place for place in places(tables) if place[-1] == "meaning"])
        _inside(tables, place[:-1])[place[-1]] = value
        return f"{place} nested"

    def _bytes(self, random: Random, tables: Tables) -> Tampered:
        content = dump(tables)
        at = random.randrange(len(content))
        match random.randrange(6):
            case 0:
                return Tampered(content[:at], f"cut at {at}")
            case 1:
                return Tampered(content[:at] + bytes([random.randrange(256)]) + content[at + 1 :], f"byte {at}")
            case 2:
                lines = content.split(b"\n")
                number = random.randrange(len(lines))
                return Tampered(b"\n".join([*lines[:number], lines[number], *lines[number:]]), f"line {number} twice")
            case 3:
                return Tampered(content[:at] + b"\\ud800" + content[at:], f"half a pair at {at}")
            case 4:
                return Tampered(content[:at] + b"[" * 100_000 + content[at:], f"brackets at {at}")
            case _:
                return Tampered(b"\xef\xbb\xbf" + content, "a mark of the byte order")


def dump(tables: Tables) -> bytes:
    """The tables as they are written: one row a line."""
    parts = []
    for table, rows in tables.items():
        written = json.dumps(rows)
        if isinstance(rows, dict):
            lines = (f"\n  {json.dumps(key)}: {json.dumps(row, ensure_ascii=False)}" for key, row in rows.items())
            written = f"{{{','.join(lines)}\n }}"
        parts.append(f"\n {json.dumps(table)}: {written}")
    return _NESTED.sub(_unfolded, f"{{{','.join(parts)}\n}}\n").encode("utf-8", "surrogatepass")
