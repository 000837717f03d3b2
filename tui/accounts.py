"""The accounts of an event beside each other, as many as there is room for, with marks where they differ."""

from collections.abc import Sequence
from itertools import zip_longest

from textual.content import Content

from timeline.accounts import Account, Accounts, Difference, accounts_of, told_once
from timeline.collection import Entry, Timeline
from timeline.counts import counted
from timeline.dates.edtf import describe, describe_edtf
from timeline.model import Polarity
from timeline.quoting import quoted
from tui import evidence
from tui.widgets.page import FAINT, READABLE, WARNING, Block

DIFFERS = "≠ "
NARROWEST = 30
"""Cells that a column needs."""
_GAP = 2
_LEAST = 8
"""Of a page that is not laid out yet, too."""


def account_blocks(
    entry: Entry, timeline: Timeline, width: int, *, plain: bool, words: Sequence[str] = ()
) -> list[Block]:
    """All that tell of an event, in columns where `width` cells have room for two, else below each other."""
    accounts = told_once(accounts_of(entry, timeline))
    width = min(width, READABLE)
    across = max(1, min(len(accounts.each), (width + _GAP) // (NARROWEST + _GAP)))
    column = max(_LEAST, (width + _GAP) // across - _GAP)
    cells = [_cells(account, accounts, plain=plain, words=words) for account in accounts.each]
    blocks = [Block(_summary(accounts), "TOLD BY")]
    for start in range(0, len(cells), across):
        group = cells[start : start + across]
        lines = [line for row in zip(*group, strict=True) for line in _side_by_side(row, column)]
        blocks.append(Block(Content("\n").join(lines), gap=True))
    return blocks


def differing_line(entry: Entry, timeline: Timeline) -> list[Block]:
    """Wherein accounts differ, in a line for where there are few; nothing where they don't."""
    accounts = told_once(accounts_of(entry, timeline)) if entry.is_told_again else None
    if accounts is None or not accounts.differing:
        return []
    return [Block(Content.assemble((DIFFERS, WARNING), _summary(accounts), ("  enter shows them", FAINT)))]


def _summary(accounts: Accounts) -> Content:
    said = counted(len(accounts.each), "account")
    if len(accounts.each) == 1:
        return Content(said)
    if not accounts.differing:
        return Content(f"{said}, which agree" if accounts.hours_compared else f"{said}, whose hours may differ")
    *others, last = [difference.value for difference in Difference if difference in accounts.differing]
    told = f"{', '.join(others)} and {last}" if others else last
    return Content.assemble(f"{said}, which ", (f"differ in {told}", WARNING))


def _cells(account: Account, accounts: Accounts, *, plain: bool, words: Sequence[str]) -> list[Content]:
    """Who, in which article, when, how surely, and the sentence."""
    assertion, article = account.assertion, account.article
    via = f" via {account.outlet}" if account.outlet else ""
    denied = "did not happen" if assertion.polarity is Polarity.NEGATIVE else assertion.status.value
    told = describe_edtf(article.published.date.isoformat()) if article.published else "no date"
    when = "date open" if account.when.is_open and assertion.time is not None else describe(account.when)
    if account.when is not assertion.when:
        when += "  set by you"
    marks = [mark for mark in evidence.marks(article, assertion) if mark.style != evidence.SENTENCE]
    if Difference.FIGURES in accounts.differing:
        marks += [evidence.Mark(*figure.span, f"bold {WARNING}", "≠", "") for figure in account.figures]
    return [
        Content.assemble((account.speaker, "bold"), (via, FAINT)),
        Content.styled(f"{quoted(article.title or article.name)}, {told}", FAINT),
        _marked(when, not accounts.differing.isdisjoint({Difference.DATE, Difference.HOURS})),
        _marked(denied, Difference.STATUS in accounts.differing),
        evidence.marked(article.text, assertion.evidence, marks, plain=plain, words=words),
    ]


def _marked(said: str, differs: bool) -> Content:
    return Content.styled(f"{DIFFERS}{said}", WARNING) if differs else Content(said)


def _side_by_side(row: Sequence[Content], width: int) -> list[Content]:
    wrapped = [cell.wrap(width) for cell in row]
    return [
        Content(" " * _GAP).join(line.pad_right(width - line.cell_length) for line in lines)
        for lines in zip_longest(*wrapped, fillvalue=Content(""))
    ]
