"""The command palette: every action that can be done on the screen, by name."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from typing import Any, cast

from textual.await_complete import AwaitComplete
from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.events import Mount
from textual.worker import Worker

from tui.actions import NEAREST, Action, active, run
from tui.host import Host


class Commands(Provider):
    """Commands from the table of actions."""

    async def discover(self) -> Hits:
        """All of them, before anything is typed; first what this screen alone has."""
        found = sorted(active(self.screen).items(), key=lambda one: NEAREST.index(one[0].area))
        for action, bound in found:
            yield DiscoveryHit(_shown(action), partial(run, self.screen, bound), action.label, action.tooltip)
        for text, begin in self._keyless():
            yield DiscoveryHit(text, begin)

    async def search(self, query: str) -> Hits:
        """Those that `query` matches."""
        matcher = self.matcher(query)
        for action, bound in active(self.screen).items():
            text = f"{action.label}: {action.tooltip}"
            if (score := matcher.match(text)) > 0:
                yield Hit(score, matcher.highlight(text), partial(run, self.screen, bound), text, f"key {action.key}")
        for text, begin in self._keyless():
            if (score := matcher.match(text)) > 0:
                yield Hit(score, matcher.highlight(text), begin, text)

    def _keyless(self) -> Iterator[tuple[str, Callable[[], None]]]:
        """What is done so seldom that it has no key."""
        yield "Tour: be shown the way through the app, in three minutes", cast("Host", self.app).begin_tour


class Palette(CommandPalette):
    """Closes once: an enter or a click that comes just after has nothing left to close, where Textual's own falls."""

    DEFAULT_CSS = """
    Palette CommandList { min-width: 8; }
    """
    _is_closed = False
    _is_ready = False

    def _on_mount(self, event: Mount) -> None:
        """Where another mode came before it was there, it has no screen below it: it closes when one comes back."""
        self._is_ready = self in self.app.screen_stack
        if not self._is_ready:
            event.prevent_default()

    def on_screen_resume(self) -> None:
        """Close where it was never ready."""
        if not self._is_ready and self.app.screen is self:
            self.dismiss()

    def run_worker(self, *arguments: Any, **options: Any) -> Worker[Any]:  # noqa: ANN401 - as Textual has it
        """Search; what fails because the palette was closed meanwhile ends the search, and not the app."""
        return super().run_worker(*arguments, **{**options, "exit_on_error": False})

    def dismiss(self, result: None = None) -> AwaitComplete:
        """Close."""
        if self._is_closed:
            return AwaitComplete()
        self._is_closed = True
        self.workers.cancel_node(self)  # the search, which would go on to fill a list that is gone
        return super().dismiss(result)

    def _action_command_list(self, command: str) -> None:
        """Move in the list; one that is empty, or not laid out yet, makes Textual's own fall at a page up."""
        with suppress(KeyError):
            super()._action_command_list(command)


def _shown(action: Action) -> Content:
    return Content.assemble(action.label, (f"  {action.key}", "bold"))
