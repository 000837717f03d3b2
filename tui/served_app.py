"""The app as it is served to a browser: it is looked at, and touches nothing on the machine that serves it."""

from pathlib import Path

from tui.app import DatelineApp

NOT_SERVED = frozenset({"import", "export"})
"""What reads or writes files of the machine that serves."""


class ServedApp(DatelineApp):
    """Nothing can be changed, nothing is read but the timeline, nothing is written, nothing remembered."""

    is_served = True

    def __init__(self, store_path: Path) -> None:
        super().__init__(store_path, look_only="it is served to be read")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer nothing that touches files."""
        return action not in NOT_SERVED and super().check_action(action, parameters)

    def remember_theme(self) -> str:
        """Not of whoever looks."""
        return ""
