"""One of several options, of which only the chosen one is shown: ←/→ or space change it."""

from textual import events
from textual.content import Content

from tui.widgets.choice import Choice


class Cycle(Choice):
    """A choice whose options would not fit on one line."""

    def render(self) -> Content:
        """`‹ occurred ›  1 of 6`."""
        style = "bold reverse" if self.has_focus else "bold"
        count = f"  {self.chosen + 1} of {len(self.options)}"
        return Content.assemble((f"‹ {self.options[self.chosen]} ›", style), (count, "$secondary"))

    def on_click(self, event: events.Click) -> None:
        """The next option."""
        event.stop()
        self.action_next()
