"""A journal: a file to which each change is added as one line, on the disk before it counts as made.

A line is a checksum and JSON. A last line that is torn was being written when its writer was killed: its change never
counted as made, and it is left out. Any other damage is an error.
"""

import os
import zlib
from pathlib import Path
from typing import BinaryIO

from timeline.store.disk import StoreError, make_file, read_file, sync_folder, writing


class Journal:
    """The journal in the file `path`. Every method raises StoreError when the file cannot be read or written."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file: BinaryIO | None = None
        self._broken = False

    @property
    def is_open(self) -> bool:
        """Whether lines can be added."""
        return self._file is not None

    @property
    def size(self) -> int:
        """Bytes written since it was begun."""
        return self._file.tell() if self._file else 0

    def lines(self) -> list[bytes]:
        """The intact lines in their order; none when there is no journal."""
        content = read_file(self.path)
        if content is None:
            return []
        *lines, _unfinished = content.split(b"\n")
        intact = []
        for number, line in enumerate(lines, 1):
            checksum, _, text = line.partition(b" ")
            if checksum == _checksum(text):
                intact.append(text)
            elif number < len(lines):
                raise StoreError(
                    f"{self.path}: line {number} of {len(lines)} is damaged. Restore the file from a backup, or move "
                    "it away to go on without the changes in it"
                )
        return intact

    def begin(self, header: bytes, mode: int) -> None:
        """Create the file with its first line and these permissions."""
        with writing(self.path):
            self._file = make_file(self.path, mode)
            self._broken = False
            try:
                self._append(self._file, header)
                sync_folder(self.path.parent)
            except BaseException:
                self.remove()
                raise

    def append(self, text: bytes) -> None:
        """Add a line; it is on the disk when this returns, and leaves no trace when this raises."""
        if self._broken or self._file is None:
            raise StoreError(
                f"{self.path}: an earlier change could not be written. What was kept before it is safe; see to the "
                "disk and open the timeline again"
            )
        with writing(self.path):
            self._append(self._file, text)

    def remove(self) -> None:
        """Remove the file."""
        self.close()
        with writing(self.path):
            self.path.unlink(missing_ok=True)
            sync_folder(self.path.parent)

    def close(self) -> None:
        """Leave the file as it is."""
        if self._file:
            self._file.close()
            self._file = None

    def _append(self, file: BinaryIO, text: bytes) -> None:
        line = memoryview(_checksum(text) + b" " + text + b"\n")
        start = file.tell()
        try:
            while line:
                line = line[file.write(line) :]
            os.fsync(file.fileno())
        except BaseException:
            self._broken = True
            file.truncate(start)
            file.seek(start)
            os.fsync(file.fileno())
            self._broken = False
            raise


def _checksum(text: bytes) -> bytes:
    return f"{zlib.crc32(text):08x}".encode()
