"""What screens ask of the app. They know no more of it, so that the app may know the screens."""

from collections.abc import Callable, Mapping, Sequence, Set
from typing import TYPE_CHECKING, Protocol

from timeline.model import Article
from tui.places import Place
from tui.session import Session
from tui.widgets.status_line import Report

if TYPE_CHECKING:
    from tui.proposing import Proposing
    from tui.screens.date import Correction


class Host(Protocol):
    """The app, as its screens see it."""

    session: Session
    is_served: bool
    """Whether others look at it, through a browser: then it touches no files and no clipboard of this machine."""
    proposing: "Proposing"
    """Which events may be one."""
    place: Place
    """Where the person is, to be kept for the next time."""

    @property
    def new(self) -> Set[str]:
        """The ids of the articles that are new."""

    @property
    def views(self) -> Mapping[str, str]:
        """Filters that are kept under a name."""

    def begin_tour(self) -> None:
        """Show the way through the app."""

    def tell(self, report: Report) -> None:
        """Show a report on the status line."""

    def change(self, make: Callable[[], str | None], *, nothing: str = "", hint: str = "u undo") -> None:
        """Make a change, tell what was done, and show the timeline as it is then."""

    def correct(self, correction: "Correction | None") -> None:
        """Keep a date that a person gave."""

    def date_article(self, article: Article) -> None:
        """Ask for an article's own date."""

    def open_article(self, article_id: str, event_id: str = "", words: Sequence[str] = ()) -> None:
        """Show an article, the evidence of an event in view, and `words` marked."""

    def open_outside(self, article: Article) -> None:
        """Open the article's web address, if it has one."""

    def show(self, screen: str, target: str) -> None:
        """Go to it there; a filter that hides it is cleared."""

    def show_only(self, query: str, *, also: bool = False) -> None:
        """Show the timeline with only the events that a filter finds, `also` of those that are listed now."""
