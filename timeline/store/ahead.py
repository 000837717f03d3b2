"""A long snapshot that was read for its first lines, kept until all of it is opened, so that it is not read twice."""

from pathlib import Path

import msgspec

from timeline.store.disk import read_file
from timeline.store.identity import Identity, identity
from timeline.store.snapshot import Body, RawTables


class Ahead(msgspec.Struct, frozen=True):
    """What stood in a file."""

    file: Identity
    """As it was before it was read: one that was written to since is read again."""
    content: bytes
    body: Body
    tables: RawTables


def read_ahead(path: Path) -> Ahead | None:
    """The snapshot at `path`; None where there is none.

    Raises:
        StoreError: it can't be read.
        MsgspecError: it is no snapshot.
    """
    path = path.resolve()
    found = identity(path)
    content = read_file(path, begins=b"{")
    if found is None or content is None:
        return None
    body = Body(content)
    return Ahead(found, content, body, msgspec.json.decode(content, type=RawTables))
