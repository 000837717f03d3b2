"""Short names: *Lind* for *Rosa Lind* in a title that has no room, where the article calls her so too.

A list that names somebody in full elsewhere, or has them as the source of the line, is understood with the last name.
"""

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property

from extractors.events.context.event_context import EventContext
from extractors.events.titles.pruning import LONG
from extractors.mentions.records import Being, MentionForm


class ShortNames:
    """The short names of the people of one doc."""

    def __init__(self, context: EventContext) -> None:
        self.context = context

    def shortened(self, line: str) -> str:
        """A line with short names: at its head in square brackets, then from the last one until it fits."""
        if line.startswith("["):
            end = line.find("]")
            name = line[1:end].removesuffix("?")
            line = f"[{self._short.get(name, name)}{line[1 + len(name) :]}"
        if len(line) <= LONG or self._names is None:
            return line
        for found in reversed(list(self._names.finditer(line))):
            line = line[: found.start()] + self._short[found[0]] + line[found.end() :]
            if len(line) <= LONG:
                break
        return line

    @cached_property
    def _names(self) -> re.Pattern[str] | None:
        """Any whole name that has a short one."""
        longest = sorted(self._short, key=lambda name: (-len(name), name))
        return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})\b") if longest else None

    @cached_property
    def _short(self) -> Mapping[str, str]:
        """By whole name the last one, where the article calls nobody else so, and them without their first."""
        called: dict[str, set[str]] = defaultdict(set)
        for one in self.context.cast.mentions:
            if one.form is MentionForm.NAME and one.being is Being.PERSON and not one.members and one.actor:
                called[one.actor].add(self.context.doc[one.start : one.end].text)
        shared = defaultdict[str, set[str]](set)
        for actor, names in called.items():
            for name in names:
                shared[name.split()[-1]].add(actor)
        found = {}
        for names in called.values():
            for name in names:
                last = [short for other in names if (short := _last_of(name, other))]
                if last and len(shared[name.split()[-1]]) == 1:
                    short = min(last, key=len)
                    found[name] = short[:1].upper() + short[1:]
        return found


def _last_of(name: str, other: str) -> str:
    """The last name of a whole one, as another name of the same person has it: *Lind* of *Dr. Lind*, *de Lind*."""
    if name.endswith(f" {other}"):
        return other
    before, last = ("", *name.split())[-2:]
    title, _, rest = other.partition(" ")
    return last if rest == last and title not in name.split() and not before.islower() else ""
