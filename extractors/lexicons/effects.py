"""Effects: what a verb, adjective or noun can make of the clause below it."""

from enum import StrEnum


class Effect(StrEnum):
    """What an embedding word makes of the clause below it."""

    PLAN = "plan"
    EXPECTATION = "expectation"
    REQUEST = "request"
    WISH = "wish"
    FUTURE = "future"
    """*is going to leave*, *is to leave*."""
    ATTEMPT = "attempt"
    REFUSAL = "refusal"
    BRINK = "brink"
    """It was about to happen, and as far as is told did not: *came close to winning*, *on the verge of leaving*."""
    ACHIEVEMENT = "achievement"
    """It happened: *managed to leave*, *forced them to leave*."""
    PHASE = "phase"
    """It was under way: *began to leave*."""
    END = "end"
    ALLEGATION = "allegation"
    NECESSITY = "necessity"
    ABILITY = "ability"
