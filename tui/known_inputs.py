"""By what an input is known: its bytes, how it is to be read, and all of the program that reads it."""

from functools import cache
from hashlib import blake2b
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from pathlib import Path

import msgspec

import extractors
import timeline
from extractors.reading import Input
from extractors.reading.inputs import FileInput, RowInput
from extractors.worker.messages import Task

_LIBRARIES = ("spacy", "trafilatura", "htmldate", "lxml", "markdown-it-py", "dateparser", "holidays", "py3langid")
"""What reads beside our own code."""


def key_of(one: Input, task: Task) -> str | None:
    """The key of an input; None for what must be fetched anew, and where nobody knows what would read it."""
    reader = reading_version(task.model)
    if reader is None or not isinstance(one, FileInput | RowInput):
        return None
    digest = blake2b(digest_size=16)
    for part in (reader.encode(), msgspec.json.encode(task), type(one).__name__.encode(), one.place.encode(), one.data):
        digest.update(len(part).to_bytes(8) + part)
    return digest.hexdigest()


@cache
def reading_version(model: str | None) -> str | None:
    """A checksum of the code, word lists and pipeline that read; None for a pipeline that has no version."""
    digest = blake2b(digest_size=16)
    try:
        for library in (*_LIBRARIES, *([model] if model else [])):
            digest.update(f"{library} {version(library)}\n".encode())
    except PackageNotFoundError:
        return None
    data = Path(str(files("dateline_data")))
    for folder in (_folder(extractors), _folder(timeline) / "dates", _folder(timeline) / "meanings"):
        for file in sorted(folder.rglob("*.py")):
            digest.update(file.relative_to(folder).as_posix().encode() + file.read_bytes())
    for file in sorted(file for part in ("days", "lexicons", "pipeline") for file in (data / part).rglob("*")):
        if file.is_file():
            digest.update(file.relative_to(data).as_posix().encode() + file.read_bytes())
    return digest.hexdigest()


def _folder(package: object) -> Path:
    return Path(str(getattr(package, "__file__", ""))).parent
