"""Journals as dateline could have written them, whatever their changes are."""

import json
from collections.abc import Iterable
from contextlib import suppress
from typing import Any

from timeline.store.checksums import Checksum, sealed


def chained(snapshot: bytes, changes: Iterable[bytes], **header: Any) -> bytes:
    """The journal of these changes, as JSON or what is none, to that snapshot; `header` is what its first line says."""
    about = json.loads(snapshot)["meta"]["timeline"]
    number, follows = about["revision"], about["checksum"]
    lines = [json.dumps({"continues": number, "schema": about["schema"], "follows": follows, **header}).encode()]
    for change in changes:
        number += 1
        line = change
        with suppress(ValueError, RecursionError):
            if isinstance(plain := json.loads(change), dict):
                line = json.dumps({**plain, "number": number, "follows": follows}).encode("utf-8", "surrogatepass")
        lines.append(line)
        follows = str(Checksum(line))
    lines.append(json.dumps({"ends": number, "follows": follows}).encode())
    return b"".join(map(sealed, lines))
