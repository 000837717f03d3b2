"""What can be said of a verb in its row of `verbs.toml`, where each key is explained."""

from enum import StrEnum
from typing import Literal

import msgspec

from extractors.lexicons.effects import Effect


class Manner(StrEnum):
    """How a verb reports what somebody says."""

    SAYS = "says"
    CLAIMS = "claims"
    GUESSES = "guesses"
    FORECASTS = "forecasts"
    DENIES = "denies"


class Content(StrEnum):
    """What can be the content of a verb: what somebody says by it."""

    CLAUSE = "clause"
    INFINITIVE = "infinitive"
    GERUND = "gerund"
    OBJECT = "object"
    SUBJECT = "subject"
    """Of a passive: *he is said to have fled*."""


class Verb(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of `verbs.toml`."""

    manner: Manner | None = None
    takes: tuple[Content, ...] = ()
    prepositions: tuple[str, ...] = ()
    addresses: bool = False
    contradicts: bool = False
    of_claims: Literal["refutes", "retracts", "invents", "proves"] | None = None
    of_claims_with: tuple[str, ...] = ()
    confirms: bool = False
    counts: bool = False
    settles: Literal["found", "ruled"] | None = None
    lays_down: bool = False
    identifies: bool = False
    names: bool = False
    publishes: bool = False
    quotes: bool = False
    voices: bool = False
    raising: bool = False
    mind: Literal["guesses", "imagines"] | None = None
    stance: bool = False
    embeds: Effect | None = None
    negates: tuple[Literal["clause", "from"], ...] = ()
    control: Literal["subject"] | None = None
    object_lies: Literal["ahead", "past"] | None = None
    plans: bool = False
    sets_time: bool = False
    unplans: Literal["cancels", "moves"] | None = None
    unplans_with: tuple[str, ...] = ()
    of_plans: bool = False
    gives_up: Literal["object", "subject"] | None = None
    gives_up_with: tuple[str, ...] = ()
    scheduled: bool = False
    scheduled_with: tuple[str, ...] = ()
    state: Literal["always", "present"] | None = None
    befalls: bool = False
    of_things: bool = False
    of_things_with: tuple[str, ...] = ()
    lasts: bool = False
    wrong: bool = False
    carries: tuple[Literal["subject", "object"], ...] = ()
    light: bool = False
    asks: bool = False
    object: Literal["person", "victim", "target"] | None = None
    dies: bool = False
    alone: bool = False
    deed: Literal["fact", "claim"] | None = None
    bars: bool = False
    colon: bool = False
    leads_on: tuple[Literal["passive", "active"], ...] = ()
    leans: bool = False
    results: bool = False
    arouses: bool = False
    shows: bool = False
    of_places: bool = False
    reaches_back: tuple[Literal["for", "of", "from"], ...] = ()
    to_people: bool = False
    turns: bool = False
    two_objects: bool = False
    up_to: bool = False
    by_degrees: bool = False
