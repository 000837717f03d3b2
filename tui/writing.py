"""Writing a file whole or not at all: over nothing unasked, through no link, and never over a timeline.

The text goes to a new file beside the place and is then put there in one step: a hard link, which fails where there is
something by then, or, to replace a file, a rename of the very name. Neither follows a symbolic link in the last part of
a path, and neither changes a file that has another name elsewhere.
"""

import errno
import os
import stat
import tempfile
from contextlib import suppress
from pathlib import Path

from timeline.store.disk import sync_folder
from timeline.store.files import part_of_timeline

_IRREGULAR = {
    stat.S_IFLNK: "it is a symbolic link, and nothing is written through one: name the file that it leads to",
    stat.S_IFDIR: "it is a folder",
    stat.S_IFSOCK: "it is a socket",
    stat.S_IFBLK: "it is a disk",
    stat.S_IFCHR: "it is a device, no file",
    stat.S_IFIFO: "it is a pipe, no file",
}
_FOLDERS_OF_DEVICES = (Path("/dev"), Path("/dev/fd"))


class InTheWayError(FileExistsError):
    """What is at the place already; the message says what it is and what to do."""

    def __init__(self, says: str, *, replaceable: bool = False) -> None:
        super().__init__(errno.EEXIST, says)
        self.replaceable = replaceable
        """Whether it is written over if the person says so."""


def check_place(path: Path, *, replace: bool = False, files_only: bool = False) -> None:
    """Whether `write_whole` would write there now.

    Raises:
        InTheWayError: it would not.
        OSError: what is there can't be looked at.
    """
    if not files_only and _takes_all(path):
        return
    if what := part_of_timeline(path):
        raise InTheWayError(f"it is {what}, which this would destroy: choose another name")
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        return
    if not stat.S_ISREG(mode):
        raise InTheWayError(_IRREGULAR.get(stat.S_IFMT(mode), "it is no file"))
    if not replace:
        raise InTheWayError("it exists already", replaceable=True)


def write_whole(path: Path, text: str, *, replace: bool = False, files_only: bool = False) -> None:
    """Write `text` to a new file, or with `replace` over an old one.

    A pipe or a device takes it as it is, and makes the caller wait, unless it is to be `files_only`.

    A new file gets the permissions that the umask leaves, an old one keeps its own.

    Raises:
        InTheWayError: there is something that is not to be written over.
        OSError: it can't be written; what was there before is still there.
    """
    check_place(path, replace=replace, files_only=files_only)
    data = text.encode()
    if not files_only and _takes_all(path):
        _pour(path, data)
        return
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".dateline-", delete=False) as file:
        temporary = Path(file.name)
        try:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
            os.fchmod(file.fileno(), _mode(path))
            check_place(path, replace=replace, files_only=True)
            if replace:
                temporary.replace(path)
            else:
                _put_new(temporary, path)
        finally:
            temporary.unlink(missing_ok=True)
    with suppress(OSError):  # it may be one in which nobody may look around
        sync_folder(path.parent)


def _put_new(temporary: Path, path: Path) -> None:
    try:
        try:
            os.link(temporary, path)
        except FileExistsError:
            raise
        except OSError:  # a file system without hard links, such as that of a memory stick: an empty file has the place
            os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
            try:
                temporary.replace(path)
            except BaseException:
                path.unlink()
                raise
    except FileExistsError:
        raise InTheWayError("it exists by now", replaceable=True) from None


def _takes_all(path: Path) -> bool:
    """Whether it is a pipe or a device such as a terminal; a link to one only where the system has its own.

    `/dev/stdout` and `/dev/fd/63`, which a shell makes of `>(gzip > a.gz)`, are links.
    """
    try:
        mode, folder = path.stat().st_mode, path.parent.resolve()
    except (OSError, RuntimeError):
        return False
    by_system = folder in _FOLDERS_OF_DEVICES or folder.is_relative_to("/proc")
    return (stat.S_ISFIFO(mode) or stat.S_ISCHR(mode)) and (by_system or not path.is_symlink())


def _pour(path: Path, data: bytes) -> None:
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_NOCTTY), "wb") as outlet:
        if stat.S_ISREG(os.fstat(outlet.fileno()).st_mode):
            raise InTheWayError("it is a file by now")
        outlet.write(data)


def _mode(path: Path) -> int:
    """The permissions of the file, or those of a new one."""
    if path.exists():
        return stat.S_IMODE(path.stat().st_mode)
    umask = os.umask(0)
    os.umask(umask)
    return 0o666 & ~umask
