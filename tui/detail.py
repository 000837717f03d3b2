"""What is known of one event, in words: when and why then, what, who, who says so, and the evidence."""

from collections.abc import Iterator, Sequence

from textual.content import Content

from timeline.accounts import differ
from timeline.collection import Entry, Timeline
from timeline.dates.edtf import describe, describe_edtf
from timeline.denials import denies_itself
from timeline.model import Article, Assertion, Polarity, SourceKind
from timeline.publishing import publisher_of
from timeline.when import chain
from tui import evidence
from tui.accounts import account_blocks
from tui.activity import ROLES
from tui.citations import citation
from tui.dates import expression_of
from tui.disputes import dispute_blocks
from tui.matches import with_matches
from tui.widgets.page import FAINT, WARNING, Block


def detail(entry: Entry, timeline: Timeline, width: int, *, plain: bool, words: Sequence[str] = ()) -> list[Block]:
    """Everything about an event, in the order that a person checks it, on a page of `width` cells; `words` marked."""
    blocks = [Block(Content.styled(entry.title, "bold"))]
    again = account_blocks(entry, timeline, width, plain=plain, words=words) if len(entry.assertions) > 1 else []
    differs = bool(again) and differ(entry, timeline)
    if differs:  # that is what one looks for, and a page of few lines ends before it
        blocks += [again[0]._replace(gap=True), *again[1:]]
    blocks.extend(_when(entry, timeline))
    blocks.append(Block(_what(entry), "WHAT"))
    if (because := entry.status_because) is not None:
        blocks.append(Block(Content.styled(because.says, FAINT), indent=True))
    if who := _who(entry, timeline):
        blocks.append(Block(who, "WHO"))
    for label, text in (("WHERE", entry.place), ("TAGS", ", ".join(entry.tags)), ("NOTE", entry.note)):
        if text:
            blocks.append(Block(with_matches(text, words), label))
    if by_hand := [*entry.by_hand, *([entry.looked_at] if entry.review else [])]:
        blocks.append(Block(Content.styled(", ".join(by_hand), FAINT), "YOU"))
    blocks += dispute_blocks(timeline.conflicts_of(entry), timeline)
    if again:
        return blocks if differs else blocks + again
    article = timeline.articles.get(entry.lead.article)
    if article is not None:
        blocks += _evidence(entry.lead, article, timeline, plain=plain, words=words)
    return blocks


def _evidence(
    assertion: Assertion, article: Article, timeline: Timeline, *, plain: bool, words: Sequence[str]
) -> Iterator[Block]:
    yield Block(Content(_speaker(assertion, article, timeline)), "SOURCE")
    if assertion.source_because is not None:
        yield Block(Content.styled(assertion.source_because.says, FAINT), indent=True)
    yield Block(evidence.paragraph(article, assertion, plain=plain, words=words), gap=True)
    yield Block(citation(article), gap=True)


def peek(entry: Entry, timeline: Timeline, *, plain: bool, words: Sequence[str] = ()) -> list[Block]:
    """The date with its reason, the sentence, and last a note, for a few lines below the list."""
    lead = entry.assertions[0]
    article = timeline.articles.get(lead.article)
    date = Content.assemble((_date(entry, timeline), "bold"), ("  " + chain(entry.when.derivation), FAINT))
    note = [Block(Content.assemble(("¶ ", FAINT), with_matches(entry.note, words)))] if entry.note else []
    if article is None:
        return [Block(date), *note]
    voice = Content.assemble((_speaker(lead, article, timeline) + ": ", FAINT))
    return [Block(date), Block(voice + evidence.sentence(article, lead, plain=plain, words=words)), *note]


def _date(entry: Entry, timeline: Timeline) -> str:
    if not entry.when.is_open:
        return describe(entry.when)
    words = expression_of(entry, timeline)
    return f"“{words}”, date open" if words else "undated"


def _when(entry: Entry, timeline: Timeline) -> Iterator[Block]:
    when = entry.when
    precision = "" if when.is_open else f"  {when.precision}"
    by_person = "  set by you" if entry.dated_by_person else "  accepted" if entry.date_stands else ""
    yield Block(Content.assemble((_date(entry, timeline), "bold"), (precision + by_person, FAINT)), "WHEN", gap=True)
    yield Block(Content(chain(when.derivation)), indent=True)
    if (rated := timeline.confidence_of(entry)) is not None:
        yield Block(Content.styled(rated.says(when), FAINT), indent=True)
    article = timeline.articles.get(entry.assertions[0].article)
    if when.is_open and expression_of(entry, timeline) and article is not None and article.published is None:
        yield Block(Content.styled("The article has no date yet: d sets it.", WARNING), indent=True)
    if len(when.candidates) > 1:
        yield Block(Content.styled("Could be, likelier first (d chooses):", WARNING), indent=True)
        for number, candidate in enumerate(when.candidates, 1):
            line = f"[{number}] {describe_edtf(candidate.edtf)}"
            yield Block(Content.assemble(line, (f"  {candidate.because}", FAINT)), indent=True)


def _what(entry: Entry) -> Content:
    is_told = entry.polarity is Polarity.NEGATIVE and not denies_itself(entry.title)
    denied = "  the source says it did not happen" if is_told else ""
    flags = "".join(f" · {word}" for word, on in (("starred", entry.starred), ("hidden", entry.hidden)) if on)
    return Content.assemble(entry.status.value, (denied, WARNING), (flags, FAINT))


def _who(entry: Entry, timeline: Timeline) -> Content:
    roles: dict[str, list[str]] = {}
    for participant in entry.participants:
        roles.setdefault(participant.actor, []).append(ROLES[participant.role])
    parts: list[tuple[str, str]] = []
    for key, own in roles.items():
        actor = timeline.actors.get(key)
        parts.append((", " if parts else "", ""))
        parts.append((actor.name if actor else key, ""))
        parts.append((f" ({', '.join(own)})", FAINT))
    return Content.assemble(*parts)


def _speaker(assertion: Assertion, article: Article, timeline: Timeline) -> str:
    known = timeline.sources.get(assertion.source)
    outlet = publisher_of(article, timeline)
    if known is None or known.kind is SourceKind.OUTLET:
        return known.name if known else outlet
    return f"{known.name} via {outlet}"
