"""What may be left of the last change to a journal whose writer was killed, or the power went: it is *torn*.

A kill leaves the beginning of what was written. Of a power cut blocks come to the disk in any order: where one did not,
there are zeros, and in the first one the old end with zeros behind it, which no change ever reaches into. Bits that
flip, and what an editor makes, look otherwise.

Zeros tell nothing of when they came: a disk may lose a block of a change that was acknowledged. To tell that apart each
change would have to wait for the disk twice, before its end is written and after it, and one that is being written when
the power goes is far likelier. So it counts as not made, is told as what it may be, and the journal is kept beside.
"""

import re

from timeline.store.checksums import unsealed

BLOCK = 512
"""Bytes that come to a disk together, or not at all; greater ones are multiples."""

_LOST = re.compile(rb"\0{8}|\0\Z")
"""Of a block that never came there. The last one may be short."""


def is_torn(rest: bytes, place: int, *, is_after_end: bool, next_end: bytes) -> bool:
    """Whether what no longer is a line may be left of one that was being written.

    Args:
        rest: all from that line on.
        place: where it stands in the journal.
        is_after_end: whether the old end stands before it.
        next_end: how the end begins that was to stand behind it.
    """
    later = [text for line in rest.split(b"\n")[1:] if (text := unsealed(line)) is not None]
    if later and not (len(later) == 1 and later[0].startswith(next_end)):
        return False
    if is_after_end:
        return not rest[: -place % BLOCK].strip(b"\0")
    is_cut_short = b"\n" not in rest and unsealed(rest[:-1]) is None
    return is_cut_short or _LOST.search(rest) is not None
