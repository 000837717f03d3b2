"""What was understood of a typed date, and what takes too long to be."""

import msgspec


class TypedDate(msgspec.Struct, frozen=True):
    """What was understood: an EDTF string, the rule that read it, and what it was counted from, if anything."""

    edtf: str
    rule: str
    because: str = ""


class SlowToReadError(ValueError):
    """It takes dateparser to read this, and that up to a second to start; whoever was in a hurry can ask again."""
