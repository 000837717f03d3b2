"""Events that a person added by hand, as records like those that were read.

One that quotes an article is an assertion in that. The others stand in an article of their own, the notebook, line by
line: so each event has evidence, a source and a place in a text, whoever asks for them.
"""

from collections.abc import Callable, Mapping

from timeline.correcting.events import set_by_person
from timeline.correcting.held import Held
from timeline.edit_values import EventByHand, by_hand
from timeline.edits import EditKind
from timeline.model import Article, Assertion, Event, Span, content_id
from timeline.outlets import outlet_of

NOTEBOOK = "by-hand"
"""The id of the article that holds what no article tells."""


class Notebook:
    """The events that were added by hand, under the edits that hold."""

    def __init__(self, held: Held, articles: Mapping[str, Article], is_read: Callable[[str], bool]) -> None:
        """`articles` are those that were read, in force or not; an event that `is_read` is that, not one by hand."""
        self.events: dict[str, Event] = {}
        self.assertions: dict[str, Assertion] = {}
        self.article: Article | None = None
        """What holds those that quote no article; None where all do."""
        added = {
            target: by_hand(value)
            for target, edits in held.of(EditKind.EVENT).items()
            if (value := edits.value(EditKind.EVENT)) and not is_read(target)
        }
        if not added:
            return
        lines: list[str] = []
        at = 0
        own: dict[str, Span] = {}
        for target, event in sorted(added.items()):
            article = articles.get(event.article)
            start = article.text.find(event.passage) if article is not None and event.passage else -1
            if article is not None and start >= 0:
                self._put(target, event, article, (start, start + len(event.passage)))
            else:
                own[target] = at, at + len(event.title)
                lines.append(event.title)
                at += len(event.title) + 1
        if own:
            self.article = Article(id=NOTEBOOK, name="by hand", text="\n".join(lines), language="en")
            for target, span in own.items():
                self._put(target, added[target], self.article, span)

    def told(self, event: str) -> list[Assertion]:
        """What is said of an event; nothing of one that was not added by hand."""
        return [self.assertions[name] for name in self.events[event].assertions] if event in self.events else []

    def _put(self, target: str, event: EventByHand, article: Article, span: Span) -> None:
        name = content_id("assertion", target, article.id)
        from timeline.dates.article_dates import undated  # noqa: PLC0415 - few timelines have events by hand

        self.events[target] = Event(id=target, assertions=(name,))
        self.assertions[name] = Assertion(
            id=name,
            event=target,
            article=article.id,
            source=outlet_of(article).id,
            trigger=span,
            clause=span,
            evidence=span,
            title=event.title,
            status=event.status,
            polarity=event.polarity,
            participants=event.participants,
            when=set_by_person(event.date) if event.date else undated(),
        )
