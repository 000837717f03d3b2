"""Writing a file whole or not at all."""

import errno
import os
import stat
import tempfile
from pathlib import Path

from timeline.store.storage import holds_timeline


def write_whole(path: Path, text: str) -> None:
    """Write `text` to `path` by way of a temporary file beside it; a device or a pipe is written to as it is.

    Raises:
        OSError: it can't be written, or holds a timeline; what was there before is still there.
    """
    if path.is_file() and holds_timeline(path):
        raise FileExistsError(errno.EEXIST, "a timeline is kept in it, which this would destroy; choose another name")
    if path.exists() and not path.is_file():
        path.write_text(text, encoding="utf-8", newline="\n")
        return
    path = path.resolve()  # so that a symbolic link stays one
    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", newline="\n", dir=path.parent, prefix=".dateline-", delete=False
    ) as file:
        temporary = Path(file.name)
        try:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
            temporary.chmod(_mode(path))
            temporary.replace(path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise


def _mode(path: Path) -> int:
    """The permissions of the file, or those of a new one."""
    if path.exists():
        return stat.S_IMODE(path.stat().st_mode)
    umask = os.umask(0)
    os.umask(umask)
    return 0o666 & ~umask
