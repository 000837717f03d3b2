"""A disk on which only what was synced is sure to be: it tells what a kill, or a power cut, may leave at each moment.

All that is done in a folder is written down beside being done. Of a file, any version since it was last synced may be
there after a power cut, block by block, or zeros where it has grown. Names that were given, changed and removed since
their folder was last synced may each be there or not, but those of one folder in their order.
"""

import io
import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any

import msgspec
import pytest

BLOCKS = (512, 4096)
"""Bytes that a disk, or a file system, writes at once."""
PAGE = 4096
"""Bytes of memory between two of which a kill may come."""


class _Content(msgspec.Struct):
    """What may be on the disk of a file."""

    versions: list[bytes]
    """The first one is what was synced, the last one what programs see."""

    def kept(self, chance: Random) -> bytes:
        """What a power cut leaves."""
        block = chance.choice(BLOCKS)
        sure = len(self.versions[0])
        ends = {len(version) for version in self.versions}
        ends |= {end for end in range(min(ends) // block * block, max(ends), block) if end > min(ends)}
        size = chance.choice(sorted(ends))
        parts = []
        for start in range(0, size, block):
            found = [version[start : start + block].ljust(block, b"\0") for version in self.versions]
            parts.append(chance.choice(found if start < sure else [*found, bytes(block)]))
        return b"".join(parts)[:size]


Names = dict[str, int]
"""By path within the folder, the file that has that name."""


class Disk:
    """One that holds a folder."""

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch) -> None:
        self._folder = folder.resolve()
        self._contents: list[_Content] = []
        self._numbers: dict[int, int] = {}
        """By inode, which a new file may have of one that is gone."""
        self._sure: Names = {}
        self._pending: list[tuple[str, Names, tuple[str, ...]]] = []
        """Per step: its folder, the names that it gives, and those that it takes."""
        self._each: Callable[[], None] | None = None
        self._is_looked_at = False
        for path in sorted(self._folder.rglob("*")):
            if path.is_file():
                self._sure[self._name(path)] = self._put(path.stat(), path.read_bytes())
        self._watch(patch)

    def watch(self, each: Callable[[], None]) -> None:
        """Call that after each step that changes something on it."""
        self._each = each

    def after_kill(self, to: Path) -> None:
        """Put into a folder what a kill leaves now: all that was done."""
        self._lay({name: self._contents[file].versions[-1] for name, file in self._names().items()}, to)

    def after_power_cut(self, to: Path, chance: Random) -> None:
        """Put into a folder what a power cut may leave now."""
        folders = sorted({folder for folder, _, _ in self._pending})
        kept = {folder: chance.randint(0, sum(of == folder for of, _, _ in self._pending)) for folder in folders}
        names = self._names(kept)
        self._lay({name: self._contents[file].kept(chance) for name, file in names.items()}, to)

    def _names(self, kept: dict[str, int] | None = None) -> Names:
        """The names that are there when of each folder so many of the steps since its sync are."""
        names, left = dict(self._sure), dict(kept or {})
        for folder, given, taken in self._pending:
            if kept is not None:
                left[folder] -= 1
                if left[folder] < 0:
                    continue
            for name in taken:
                names.pop(name, None)
            names.update(given)
        return names

    def _put(self, about: os.stat_result, content: bytes) -> int:
        self._contents.append(_Content([content]))
        self._numbers[about.st_ino] = len(self._contents) - 1
        return len(self._contents) - 1

    @staticmethod
    def _lay(files: dict[str, bytes], to: Path) -> None:
        for name, content in files.items():
            (to / name).parent.mkdir(parents=True, exist_ok=True)
            (to / name).write_bytes(content)

    def _name(self, path: Path) -> str:
        return str(path.relative_to(self._folder))

    def _is_here(self, path: Any) -> bool:
        return (
            not self._is_looked_at
            and isinstance(path, str | Path)
            and Path(path).absolute().is_relative_to(self._folder)
        )

    def _named(self, path: Path, given: Names, taken: tuple[str, ...] = ()) -> None:
        self._pending.append((str(path.parent), given, taken))
        self._done()

    def _done(self) -> None:
        if self._each is not None:
            self._is_looked_at = True
            try:
                self._each()
            finally:
                self._is_looked_at = False

    def wrote(self, file: int, content: bytes) -> None:
        """A file has that content now, of which nobody knows whether it is on the disk."""
        self._contents[file].versions.append(content)
        self._done()

    def _synced(self, descriptor: int) -> None:
        about = os.fstat(descriptor)
        if stat.S_ISREG(about.st_mode):
            if about.st_ino in self._numbers:
                file = self._contents[self._numbers[about.st_ino]]
                file.versions = file.versions[-1:]
        else:
            folders = [self._folder, *(path for path in self._folder.rglob("*") if path.is_dir())]
            folder = next((str(path) for path in folders if path.stat().st_ino == about.st_ino), "")
            for of, given, taken in [one for one in self._pending if one[0] == folder]:
                for name in taken:
                    self._sure.pop(name, None)
                self._sure.update(given)
                self._pending.remove((of, given, taken))
        self._done()

    def _watch(self, patch: pytest.MonkeyPatch) -> None:
        made, opened, synced, linked = os.open, os.fdopen, os.fsync, os.link
        replace, rename, unlink = Path.replace, Path.rename, Path.unlink

        def open_(path: Any, flags: int, *others: Any, **more: Any) -> int:
            is_new = bool(flags & os.O_CREAT) and not os.path.lexists(path)
            descriptor = made(path, flags, *others, **more)
            if is_new and self._is_here(path):
                file = self._put(os.fstat(descriptor), b"")
                self._named(Path(path).absolute(), {self._name(Path(path).absolute()): file})
            return descriptor

        def fdopen(descriptor: int, mode: str = "r", buffering: int = -1, *others: Any, **more: Any) -> Any:
            file = None if self._is_looked_at else self._numbers.get(os.fstat(descriptor).st_ino)
            if "w" in mode and "b" in mode and file is not None:
                raw = _File(descriptor, mode, self, file)
                return raw if buffering == 0 else io.BufferedWriter(raw)
            return opened(descriptor, mode, buffering, *others, **more)

        def fsync(descriptor: int) -> None:
            if not self._is_looked_at:
                synced(descriptor)
                self._synced(descriptor)

        def link(source: Any, target: Any, **more: Any) -> None:
            linked(source, target, **more)
            if self._is_here(target):
                self._named(Path(target), {self._name(Path(target)): self._numbers[Path(target).stat().st_ino]})

        def moved(real: Callable[[Path, Any], Path]) -> Callable[[Path, Any], Path]:
            def move(source: Path, target: Any) -> Path:
                file = source.lstat().st_ino
                is_same = os.path.lexists(target) and Path(target).lstat().st_ino == file
                found = real(source, target)
                if self._is_here(target) and not is_same:
                    self._named(Path(target), {self._name(Path(target)): self._numbers[file]}, (self._name(source),))
                return found

            return move

        def remove(path: Path, missing_ok: bool = False) -> None:
            is_there = os.path.lexists(path)
            unlink(path, missing_ok)
            if is_there and self._is_here(path):
                self._named(path, {}, (self._name(path),))

        for place, name, replacement in (
            (os, "open", open_),
            (os, "fdopen", fdopen),
            (os, "fsync", fsync),
            (os, "link", link),
            (Path, "replace", moved(replace)),
            (Path, "rename", moved(rename)),
            (Path, "unlink", remove),
        ):
            patch.setattr(place, name, replacement)


class _File(io.FileIO):
    """An open file of a disk, which it tells what is written, page by page."""

    def __init__(self, descriptor: int, mode: str, disk: Disk, number: int) -> None:
        super().__init__(descriptor, mode)
        self._disk, self._number = disk, number

    def write(self, content: Any) -> int:
        before, place, text = self._content(), self.tell(), bytes(content)
        size = super().write(content)
        for end in _ends(place, place + size):
            written = text[: end - place]
            self._disk.wrote(self._number, before[:place].ljust(place, b"\0") + written + before[end:])
        return size

    def truncate(self, size: int | None = None) -> int:
        cut = super().truncate(size)
        self._disk.wrote(self._number, self._content())
        return cut

    def _content(self) -> bytes:
        return Path(f"/proc/self/fd/{self.fileno()}").read_bytes()


def _ends(start: int, end: int) -> Iterator[int]:
    """The places at which a kill may stop a write: between two pages, and at its end."""
    yield from range(start // PAGE * PAGE + PAGE, end, PAGE)
    yield end
