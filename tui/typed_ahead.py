"""Keys that come faster than they are followed: each waits until the one before is done and what it opened is there."""

from collections import deque
from collections.abc import Awaitable, Callable
from typing import TypeVar

from textual.app import App
from textual.dom import DOMNode
from textual.events import Key, Paste
from textual.screen import Screen

Typed = Key | Paste
R = TypeVar("R")

PATIENCE = 1.0
"""Seconds after which a key is taken for done, whatever became of the widget that it was for."""


class TypedAhead:
    """What was typed and is not given to anybody yet."""

    def __init__(self, app: App[R], give: Callable[[Typed], Awaitable[None]]) -> None:
        """For an app; `give` is what hands a key on."""
        self._app, self._give = app, give
        self._waiting: deque[Typed] = deque()
        self._number = 0
        self._under_way = False

    async def take(self, event: Typed) -> None:
        """Hand it on now, or after what came before."""
        if self._under_way:
            self._waiting.append(event)
            return
        self._under_way, self._number = True, self._number + 1
        screen, number = self._app.screen, self._number
        way = list((self._app.focused or screen).ancestors_with_self)
        self._app.set_timer(PATIENCE, lambda: self._next(number))
        await self._give(event)
        self._follow(way, screen, number)

    def _follow(self, way: list[DOMNode], screen: Screen[object], number: int) -> None:
        """Go the way of a key, behind it, from widget to app."""
        while way:
            node = way.pop(0)
            if node.call_later(self._follow, way, screen, number):
                return
        if self._app.screen_stack and self._app.screen is not screen:
            self._app.screen.call_after_refresh(self._next, number)
        else:
            self._app.call_later(self._next, number)

    async def _next(self, number: int) -> None:
        if number == self._number and self._under_way:
            self._under_way = False
            if self._waiting and self._app.screen_stack:
                await self.take(self._waiting.popleft())
