"""The first line: where one is, and in which timeline."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.widget import Widget

from tui.actions import MODES


class Header(Widget):
    """The modes with their keys, and what the timeline holds."""

    DEFAULT_CSS = """
    Header { height: 1; background: $panel; color: $text; padding: 0 1; }
    """

    def __init__(self, mode: str) -> None:
        super().__init__()
        self._mode = mode
        self._about: Sequence[str] = ()

    def tell(self, *about: str) -> None:
        """Show what the timeline is called and what it holds, on the right: as much, in its order, as fits whole."""
        self._about = about
        self.refresh()

    @property
    def _modes(self) -> list[str]:
        """The modes as there is room for them: where not all fit, the others than the one here by their keys alone."""
        told = [f" {mode.key} {mode.label} " for mode in MODES]
        if sum(cell_len(one) + 1 for one in told) <= self.size.width:
            return told
        return [one if mode.id == self._mode else f" {mode.key} " for mode, one in zip(MODES, told, strict=True)]

    def render(self) -> Content:
        """Modes left, the rest right; what can't be told whole is left out, and only a long name is cut."""
        parts: list[tuple[str, str]] = []
        for mode, says in zip(MODES, self._modes, strict=True):
            parts += [(says, "bold reverse" if mode.id == self._mode else ""), (" ", "")]
        left = Content.assemble(("dateline ", "bold $text-accent") if self.size.width >= 80 else "", *parts)
        room = self.size.width - left.cell_length
        told = [" · ".join(self._about[:count]) for count in range(len(self._about), 0, -1)]
        fitting = next((one for one in told if cell_len(one) <= room), "".join(told[-1:]))
        about = Content.styled(fitting, "$secondary").truncate(max(0, room), ellipsis=True)
        return left + about.pad_left(max(0, room - about.cell_length))

    async def on_click(self, event: events.Click) -> None:
        """Switch to the mode that was clicked."""
        left = 1 + (len("dateline ") if self.size.width >= 80 else 0)
        for mode, says in zip(MODES, self._modes, strict=True):
            width = cell_len(says) + 1
            if left <= event.x < left + width:
                await self.app.run_action(f"app.{mode.id}")
                return
            left += width
