"""Where the keys of a list lead."""

from abc import abstractmethod

_END = 2**31


class Moving:
    """For a widget with a cursor on one of its lines."""

    @abstractmethod
    def move_to(self, index: int) -> None:
        """Put the cursor there, or on the nearest there is."""

    @property
    @abstractmethod
    def at(self) -> int:
        """Where the cursor is."""

    @property
    @abstractmethod
    def reach(self) -> int:
        """Lines in view."""

    def move_by(self, step: int) -> None:
        """Put the cursor so many lines further on."""
        self.move_to(self.at + step)

    def action_down(self) -> None:
        """Next row."""
        self.move_by(1)

    def action_up(self) -> None:
        """Previous row."""
        self.move_by(-1)

    def action_first(self) -> None:
        """First row."""
        self.move_to(0)

    def action_last(self) -> None:
        """Last row."""
        self.move_to(_END)

    def action_half_down(self) -> None:
        """Half a page down."""
        self.move_by(max(1, self.reach // 2))

    def action_half_up(self) -> None:
        """Half a page up."""
        self.move_by(-max(1, self.reach // 2))

    def action_page_down(self) -> None:
        """A page down."""
        self.move_by(max(1, self.reach - 1))

    def action_page_up(self) -> None:
        """A page up."""
        self.move_by(-max(1, self.reach - 1))
