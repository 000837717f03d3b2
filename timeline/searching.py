"""What is searched of a timeline, folded once: the words of a line, and the names of who is in it."""

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from timeline.model import Actor, Article, Source, fold

N = TypeVar("N", Actor, Article, Source)
NamesOf = Callable[[N], Iterable[str]]


def searched(parts: Iterable[str]) -> str:
    """Texts as they are searched: folded, with one space between words."""
    text = fold(" ".join(filter(None, parts)))
    # Most sentences have no other spaces, and that is seen in a fraction of the time.
    return text.strip() if text.isprintable() and "  " not in text else " ".join(text.split())


class FoldedNames:
    """The names of records, remembered as long as these are the same."""

    def __init__(self) -> None:
        self._known: dict[Callable[..., Iterable[str]], tuple[Mapping[str, object], list[tuple[str, str]]]] = {}

    def ids(self, records: Mapping[str, N], names: NamesOf[N], wanted: Iterable[str]) -> frozenset[str]:
        """The ids of records of which one of the `names` has one of these folded words in it."""
        known = self._known.get(names)
        if known is None or known[0] is not records:
            folded = [(key, "\n".join(map(fold, names(record)))) for key, record in records.items()]
            known = self._known[names] = records, folded
        return frozenset(key for word in wanted for key, text in known[1] if word in text)
