"""Which times date which verbs and nouns of a doc."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Dates:
    """Indices of time expressions by the token that they date."""

    verbs: dict[int, int] = field(default_factory=dict)
    """The time of its own that a verb has."""
    nouns: dict[int, int] = field(default_factory=dict)
    """The time of a thing that happens: *Sunday's vote*, *plan a march Saturday*."""
    apart: dict[int, tuple[int, int]] = field(default_factory=dict)
    """Events by which it is told when a dated one was: the time of that, and how far it lies from them."""
    taken_up: dict[int, int] = field(default_factory=dict)
    """By verb without a time of its own, that of the happening it is within: *during the summit she said …*."""
    edges: set[int] = field(default_factory=set)
    """Verbs of `verbs` that tell of when their time began or ended: *not restored until Tuesday*."""
    media: set[int] = field(default_factory=set)
    """Participles that date something, rather than tell of an event: *in a video posted Sunday*, *starting Monday*."""
