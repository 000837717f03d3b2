"""The ranges of the numbers that meanings are made of; a stored one beyond them is refused where it is read."""

from typing import Annotated

from msgspec import Meta

MOST = 10**16
"""No count is larger, and none that is read in a text: what has more figures is the number of something, no amount."""

Count = Annotated[int, Meta(ge=-MOST, le=MOST)]
"""Of units, of years, of what comes how often; backwards where negative."""
Length = Annotated[float, Meta(ge=0, le=MOST)]
Month = Annotated[int, Meta(ge=1, le=12)]
MonthDay = Annotated[int, Meta(ge=1, le=31)]
DayOfWeek = Annotated[int, Meta(ge=0, le=6)]
"""Monday is 0."""
Hour = Annotated[int, Meta(ge=0, le=24)]
Minute = Annotated[int, Meta(ge=0, le=59)]
SeasonNumber = Annotated[int, Meta(ge=21, le=24)]
"""In EDTF: 21 spring to 24 winter."""
YearPartNumber = Annotated[int, Meta(ge=33, le=41)]
"""In EDTF: 33 first quarter to 36, 40 first half, 41."""
