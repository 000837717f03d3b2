"""A home, a working folder and a timeline of their own, watched; and the command run in them."""

import hashlib
import io
import os
import stat
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO, Literal, NamedTuple
from unittest import mock

from tests.fuzz.harmless import assert_plain_bytes

PARTS = ("", ".journal", ".lock", ".kept")
"""Suffixes of a timeline's files, and of the folder of its earlier states."""
End = Literal["seen to the end", "refused"]
"""What becomes of a timeline that is opened; both are well, as long as nothing else happens."""
ENDS: tuple[End, ...] = ("seen to the end", "refused")


class Sandbox:
    """A folder with all that a person has: `home`, `work` (the current folder), and `timeline` in a third."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.home, self.work = root / "home", root / "work"
        self.timeline = root / "kept" / "story.json"
        for folder in (self.home, self.work, self.timeline.parent, root / "temporary"):
            folder.mkdir()
        (self.home / ".bashrc").write_text("# mine\n")
        (self.work / "notes.md").write_text("mine\n")

    @property
    def environment(self) -> dict[str, str]:
        """Where programs are told to write.

        Nothing tells them that they are only tested: libraries that report their runs then hold still.
        """
        hidden = ("XDG_", "PYTHON", "CI", "GITHUB_", "ORT_")
        return {
            **{name: value for name, value in os.environ.items() if not name.startswith(hidden)},
            "HOME": str(self.home),
            "XDG_DATA_HOME": str(self.home / "data"),
            "XDG_CONFIG_HOME": str(self.home / "config"),
            "XDG_CACHE_HOME": str(self.home / "cache"),
            "XDG_STATE_HOME": str(self.home / "state"),
            "TMPDIR": str(self.root / "temporary"),
            "DATELINE_TIMELINE": str(self.timeline),
        }

    def files(self) -> dict[str, str]:
        """Everything in it, by path, as it is now; of the temporary folder only what stays."""
        return {path.relative_to(self.root).as_posix(): _state(path) for path in sorted(self.root.rglob("*"))}

    def changed(self, before: dict[str, str]) -> set[str]:
        """Paths of what is new, gone or another than `before`, the timeline's own left out."""
        after = self.files()
        other = {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
        own = self.timeline.relative_to(self.root).as_posix()
        kept = {path for path in other if path.startswith(f"{own}.kept/")}
        return other - kept - {own + part for part in PARTS}

    @contextmanager
    def untouched(self, *but: str) -> Iterator[None]:
        """Within, nothing but the timeline's own files and `but` may change."""
        before = self.files()
        yield
        assert self.changed(before) <= set(but)

    @contextmanager
    def entered(self) -> Iterator[None]:
        """Within, this process is in the working folder, with the environment of the sandbox."""
        here = Path.cwd()
        os.chdir(self.work)
        try:
            with mock.patch.dict(os.environ, self.environment, clear=True):
                yield
        finally:
            os.chdir(here)


def _state(path: Path) -> str:
    status = path.lstat()
    if path.is_symlink():
        return f"link to {path.readlink()}"
    if not stat.S_ISREG(status.st_mode):
        return stat.filemode(status.st_mode)
    return f"{stat.filemode(status.st_mode)} {status.st_ino} {hashlib.sha256(path.read_bytes()).hexdigest()}"


@contextmanager
def sandbox() -> Iterator[Sandbox]:
    """A new one, gone in the end; this process is in it meanwhile."""
    with tempfile.TemporaryDirectory(prefix="dateline-fuzz-") as folder:
        made = Sandbox(Path(folder).resolve())
        with made.entered():
            yield made


class Told(NamedTuple):
    """What a command said, and its exit status."""

    status: int
    out: bytes
    err: bytes


def _whole(file: IO[bytes]) -> bytes:
    file.seek(0)
    return file.read()


def dateline(*words: str, stdin: bytes = b"", newline: bytes = b"\n") -> Told:
    """Run a command in this process, as the installed one would; whatever it says must be fit for a terminal."""
    from tui.cli import main

    status = 0
    with ExitStack() as stack:
        streams = [stack.enter_context(tempfile.TemporaryFile()) for _ in range(3)]
        streams[0].write(stdin)
        streams[0].seek(0)
        for name, stream in zip(("stdin", "stdout", "stderr"), streams, strict=True):
            text = stack.enter_context(io.TextIOWrapper(stream, encoding="utf-8", errors="surrogateescape"))
            stack.enter_context(mock.patch.object(sys, name, text))
        stack.enter_context(mock.patch.object(sys, "argv", ["dateline", *words]))
        try:
            main()
        except SystemExit as end:
            status = end.code if isinstance(end.code, int) else int(end.code is not None)
        sys.stdout.flush()
        sys.stderr.flush()
        said = [_whole(stream) for stream in streams[1:]]
    told = Told(status, *said)
    assert told.status in (0, 1, 2), told
    assert b"Traceback" not in told.err
    assert_plain_bytes(told.out.replace(newline, b"\n"))
    assert_plain_bytes(told.err)
    return told
