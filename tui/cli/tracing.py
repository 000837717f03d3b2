"""What `explain --trace` prints: a sentence after each layer of the date grammar, and why other readings lost."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from timeline.inert import one_line
from tui.cli.console import folded

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from extractors.time_expressions.grammar.pieces import Piece, Value
    from extractors.time_expressions.grammar.trace import Joined, Stage
    from extractors.time_expressions.grammar.wording import Word


def traced(doc: "Doc") -> Iterator[str]:
    """The lines for each sentence of a doc that has a word of time."""
    from extractors.sentences import sentences
    from extractors.time_expressions.grammar.trace import trace
    from extractors.time_expressions.grammar.wording import wording

    for sentence in sentences(doc):
        tokens = [wording(token.text) for token in sentence]
        if any(token.tells_time for token in tokens):
            yield ""
            yield from _sentence(trace(tokens), [word for token in tokens for word in token.words])


def _sentence(stages: "Sequence[Stage]", words: "Sequence[Word]") -> Iterator[str]:
    """The sentence by its words, then after each layer that joined some of them."""
    yield folded(_marked(stages[0].pieces, words))
    for stage in stages:
        if stage.joined:
            yield f"  layer “{stage.layer}”"
            for joined in stage.joined:
                yield from _joined(joined, words)
            yield folded(_marked(stage.pieces, words), "    ", "  ")


def _joined(joined: "Joined", words: "Sequence[Word]") -> Iterator[str]:
    piece, rule = joined.piece, joined.rule
    line = f"“{_text(words, piece.start, piece.end)}” is {piece.kind}{_value(piece.value)}"
    yield folded(one_line(f"{line}, by the rule {rule.id} ({rule.pattern})"), "    ", "  ")
    for lost in joined.lost:
        reading = f"lost: “{_text(words, lost.start, lost.end)}” by {lost.rule.id} ({lost.rule.pattern})"
        yield folded(one_line(f"{reading}: {lost.why}"), "      ", "  ")


def _marked(pieces: "Sequence[Piece]", words: "Sequence[Word]") -> str:
    """A sentence with ‹kind: words› for what is more than a word that stands for itself."""
    return one_line(" ".join(_piece(piece, _text(words, piece.start, piece.end)) for piece in pieces))


def _piece(piece: "Piece", text: str) -> str:
    return text if piece.kind in ("word", text.lower()) else f"‹{piece.kind}: {text}›"


def _value(value: "Value") -> str:
    """What a piece carries, as the timeline's JSON has it: ` {"means":"weekday","day":4}`."""
    import msgspec

    from extractors.time_expressions.grammar.pieces import Time

    carried = value.meaning if isinstance(value, Time) else value
    return "" if carried is None else f" {msgspec.json.encode(carried).decode()}"


def _text(words: "Sequence[Word]", start: int, end: int) -> str:
    return " ".join(word.text for word in words[start:end])
