"""What may leave dateline for a screen, a pipe or a file."""

import re
from collections.abc import Iterator

import msgspec

OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Controls but line feed and tab, bidirectional embeddings, overrides and isolates, halves of surrogate pairs."""


def found(text: str) -> list[str]:
    """What is in `text` that a terminal would obey or an eye be deceived by, with what stands around it."""
    return [ascii(text[max(0, one.start() - 20) : one.end() + 20]) for one in OBEYED.finditer(text)][:5]


def assert_plain(text: str) -> None:
    """Nothing in it commands a terminal."""
    assert not found(text)


def assert_plain_bytes(data: bytes) -> None:
    """It is UTF-8, and nothing in it commands a terminal."""
    assert_plain(data.decode("utf-8"))


def assert_plain_record(record: object, *, lines: bool = True) -> None:
    """No string of a record commands a terminal; with `lines` false, none has line breaks or tabs either."""
    for text in strings(msgspec.to_builtins(record)):
        assert_plain(text)
        assert lines or not set(text) & set("\n\t\u2028\u2029")


def strings(tree: object) -> Iterator[str]:
    """Every string in what JSON can hold, keys too."""
    match tree:
        case str():
            yield tree
        case dict():
            for key, value in tree.items():
                yield from strings(key)
                yield from strings(value)
        case list() | tuple():
            for value in tree:
                yield from strings(value)
