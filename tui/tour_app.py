"""The app that begins with the tour."""

from tui.app import DatelineApp


class TourApp(DatelineApp):
    """Shows the way as soon as it is there."""

    def on_ready(self) -> None:
        """Begin the tour."""
        super().on_ready()
        self.begin_tour()
