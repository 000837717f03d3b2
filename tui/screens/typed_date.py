"""The frame of dialogs in which a date is typed: its reading is told at every key, and no key waits for it."""

import asyncio
from abc import abstractmethod
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TypeVar

from textual import on
from textual.content import Content
from textual.events import Key
from textual.widgets import Input

from extractors.typed_dates.typed import SlowToReadError
from timeline.dates.edtf import describe
from timeline.when import When
from tui.screens.dialog import Dialog, Result, line
from tui.widgets.line_input import LineInput

Value = TypeVar("Value")

_BESIDE = ThreadPoolExecutor(1, "typed-date")
"""Reads what takes its time, one text at a time; dateparser needs a second for its first."""


async def read_beside(read: Callable[[], Value]) -> Value:
    """What `read` returns or raises, while the app goes on; a call that is cancelled before its turn is never made."""
    return await asyncio.get_running_loop().run_in_executor(_BESIDE, read)


def told(when: When) -> str:
    """A typed date in words, and what it was counted from if it was."""
    steps = when.derivation
    return "   ".join((describe(when), *(step.says for step in steps[1:-1])))


class TypedDateDialog(Dialog[Result]):
    """Tells how the text is read; enter keeps that, even if it is still being read."""

    def __init__(self, title: str, keys: str, placeholder: str) -> None:
        super().__init__(title, keys)
        self._input = LineInput(placeholder=placeholder, compact=True)
        self._reading = line()
        self.reading = ""
        """How the text is read, or why it can't be."""
        self._read_as: Result | None = None
        self._keep_when_read = False

    @abstractmethod
    def understood(self, text: str, *, quick: bool) -> tuple[Result, str]:
        """What the text means, and that in words. Called from another thread unless `quick`.

        Raises:
            SlowToReadError: `quick` is set, and it takes a while.
            ValueError: it can't be read; the message says why.
        """

    @on(Input.Changed)
    def read(self) -> None:
        """Say how the text is read, before anything is kept."""
        text = self._input.value.strip()
        self._read_as, self._keep_when_read = None, False
        self.workers.cancel_group(self, "date")
        if not text:
            self.say("→ …", "$secondary")
            return
        try:
            self._take(self.understood(text, quick=True))
        except SlowToReadError:
            self.say("reading…", "$secondary")
            self.run_worker(partial(self._read_slowly, text), group="date", exclusive=True)  # type: ignore[arg-type]  # it knows partials
        except ValueError as wrong:
            self.say(f"✗ {wrong}", "$text-error")

    async def _read_slowly(self, text: str) -> None:
        try:
            self._take(await read_beside(lambda: self.understood(text, quick=False)))
        except ValueError as wrong:
            self.say(f"✗ {wrong}", "$text-error")
        else:
            if self._keep_when_read:
                self.dismiss(self._read_as)

    def _take(self, understood: tuple[Result, str]) -> None:
        self._read_as, words = understood
        self.say(f"→ {words}", "bold $text-success")

    def say(self, text: str, style: str) -> None:
        """Tell something on the line below the text."""
        self.reading = text
        self._reading.update(Content.styled(text, style))
        self.call_after_refresh(self._reading.scroll_visible, animate=False)

    @on(Input.Submitted)
    def _submitted(self) -> None:
        """Enter comes by way of the input, after what was typed before it."""
        self.action_save()

    def on_key(self, event: Key) -> None:
        """What is typed beside the field is a date, wherever one is: only there is anything to be written."""
        if event.is_printable and event.character and event.character != " " and not isinstance(self.focused, Input):
            event.stop()
            self._input.begin(event.character)

    def action_save(self) -> None:
        """Keep the date as it is read."""
        if self._read_as is not None:
            self.dismiss(self._read_as)
        elif not self._input.value.strip():
            self.say("✗ type a date first, or esc to leave", "$text-error")
        else:
            self._keep_when_read = True
