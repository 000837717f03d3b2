"""What screens and dialogs are made of, read from disk while nobody waits: the first of each comes like the second."""

import asyncio
from importlib import import_module

IDLE = 1.0
"""Seconds after the opening in which a person looks at what is there."""
BREATH = 0.03
"""Seconds between two modules, in which keys are answered."""
MODULES = (
    "tui.screens.date",
    "tui.screens.review",
    "tui.screens.actors",
    "tui.screens.sources",
    "tui.screens.keys",
    "tui.screens.article",
    "tui.screens.edit",
    "tui.screens.event_facts",
    "tui.screens.facets",
    "tui.screens.reading",
    "tui.screens.export",
    "tui.screens.history",
    "tui.screens.go_to",
    "tui.screens.note",
    "tui.screens.one_of",
    "tui.screens.keep_view",
    "tui.screens.add_event",
    "tui.clipboard",
    "tui.palette",
    "extractors.typed_dates.hours",
    "extractors.typed_dates.reading",
)
"""What is wanted likeliest first; nothing that only the reading of articles needs."""


async def read_ahead() -> None:
    """Import them in a thread, one by one: a key that comes meanwhile waits for a few milliseconds, not for all."""
    await asyncio.sleep(IDLE)
    for module in MODULES:
        await asyncio.to_thread(import_module, module)
        await asyncio.sleep(BREATH)
