"""Quotations and whom they belong to: over sentences and paragraphs, where a parse stops at each full stop."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate

import msgspec

from extractors.attributions.speech_context import AttributionCandidate, SpeechContext
from extractors.lexicons import verbs
from extractors.sentences.paragraphs import paragraphs
from extractors.syntax.phrases import Range

_NEAR = 6
"""Tokens between a quotation and the speaker or cue after it."""
_SENTENCE_ENDS = frozenset(". ! ? …".split())
_ENDS = frozenset(". , ! ? … — –".split())
"""What speech ends in before its closing mark, unlike a name: *“Cats” opens on Friday.*"""


def with_quotations(context: SpeechContext, candidates: Sequence[AttributionCandidate]) -> list[AttributionCandidate]:
    """The attributions with the quotations that belong to them, whole; those that got no content are left out."""
    whole = [_completed(context, candidate) for candidate in candidates]
    runs = [list(candidate.content) for candidate in whole]
    owners = _Owners(context, whole)
    for number, owner in owners:
        lead = _lead(context, whole[owner], context.quotations[number][0]) if not runs[owner] else None
        runs[owner] += [*([lead] if lead else []), *context.quotations[number]]
    for owner, block in owners.blocks():
        runs[owner].append(block)
    return [
        msgspec.structs.replace(candidate, content=tuple(_merged(run)))
        for candidate, run in zip(whole, runs, strict=True)
        if run
    ]


def _completed(context: SpeechContext, candidate: AttributionCandidate) -> AttributionCandidate:
    """An attribution whose content begins or ends in a quotation, with all of it."""
    runs = [_after_colon(context, candidate.cue[0], run) for run in candidate.content]
    for start, end in runs[:]:
        for number in {context.quoted[start], context.quoted[end - 1]} - {-1}:
            runs += context.quotations[number]
    return msgspec.structs.replace(candidate, content=tuple(_merged(runs)))


def _lead(context: SpeechContext, candidate: AttributionCandidate, run: Range) -> Range | None:
    """The words from a cue to the end of its sentence, where a quotation is only part of what it introduces."""
    start, end = candidate.cue[1], context.sentence(candidate.cue[0])[1]
    if not start < run[0] < end or context.doc[run[0] - 1].text in (",", ":") or _addresses(context, candidate):
        return None
    return context.extents.trimmed(start, end)


def _addresses(context: SpeechContext, candidate: AttributionCandidate) -> bool:
    """*Told the council “no”*: what stands between is whom it is said to."""
    return context.tree.lemmas[candidate.cue[0]] in verbs.addressing()


def _after_colon(context: SpeechContext, cue: int, run: Range) -> Range:
    """Of what stands before its cue and ends in a quotation no more than that: *She left: “I am tired,” she said*."""
    number = context.quoted[run[1] - 1]
    if run[1] > cue or number < 0:
        return run
    start = next(first for first, last in context.quotations[number] if first < run[1] <= last)
    return (start, run[1]) if start > run[0] and context.doc[start - 1].text == ":" else run


def _merged(runs: Sequence[Range]) -> Iterator[Range]:
    """Runs in order, those that touch made one."""
    current: Range | None = None
    for start, end in sorted(runs):
        if current is not None and start <= current[1]:
            current = current[0], max(current[1], end)
        else:
            if current is not None:
                yield current
            current = start, end
    if current is not None:
        yield current


class _Owners:
    """The quotations that no parse gives to a cue, each with the attribution that it belongs to."""

    def __init__(self, context: SpeechContext, candidates: Sequence[AttributionCandidate]) -> None:
        self._context, self._candidates = context, candidates
        self._cues = [candidate.cue[0] for candidate in candidates]
        self._paragraphs = paragraphs(context.doc)
        self._starts = [start for start, _ in self._paragraphs]
        self._last: dict[int, int] = {}
        """By paragraph the attribution that its last quotation belongs to."""

    def __iter__(self) -> Iterator[tuple[int, int]]:
        owned = self._owned()
        for number, runs in enumerate(self._context.quotations):
            paragraph = bisect_left(self._starts, runs[0][0] + 1) - 1
            owner = self._owner(runs[0], paragraph) if owned[number] is None else owned[number]
            last = bisect_left(self._starts, runs[-1][0] + 1) - 1
            if owner is None:
                self._last.pop(last, None)
                continue
            self._last[last] = owner
            if owned[number] is None:
                yield number, owner

    def _owned(self) -> list[int | None]:
        """For each quotation an attribution that a part of it belongs to by the parse, if one does."""
        firsts = [runs[0][0] for runs in self._context.quotations]
        owners: list[int | None] = [None] * len(firsts)
        steps = [0] * (len(firsts) + 1)
        for number, candidate in enumerate(self._candidates):
            for start, end in candidate.content:
                low, high = bisect_left(firsts, start), bisect_left(firsts, end)
                steps[low] += 1
                steps[high] -= 1
                if low < high:
                    owners[low] = owners[high - 1] = number
        return [owner if count else None for owner, count in zip(_filled(owners), accumulate(steps[:-1]), strict=True)]

    def _owner(self, run: Range, paragraph: int) -> int | None:
        start, end = self._paragraphs[paragraph]
        low, after, high = (bisect_left(self._cues, at) for at in (start, run[0], end))
        before = after - 1 if after > low else None
        following = after if after < high else None
        if before is not None and self._follows_colon(before, run):
            return before
        if self._begins(run, start) and (introducing := self._introducing(paragraph)) is not None:
            return introducing
        if before is not None and self._waits(before) and self._introduces(before, run):
            return before
        closed = following is not None and self._closes(following, run)
        if following is not None and closed and (self._waits(following) or self._is_broken_off(following, run)):
            return following
        if before is not None and (self._resumes(before, run) or self._goes_on(before, run) or self._is_speech(run)):
            return before
        if following is None and before is None and self._is_paragraph(run, self._paragraphs[paragraph]):
            return self._last.get(paragraph - 1)
        return None

    def _follows_colon(self, number: int, run: Range) -> bool:
        """*He commented on the vote, calling it a farce: “…”*: the last cue of the sentence before a colon."""
        at = run[0] - 1
        return self._context.doc[at].text == ":" and self._context.sentence(at)[0] <= self._cues[number]

    def _begins(self, run: Range, start: int) -> bool:
        return all(token.is_space for token in self._context.doc[start : run[0]])

    def _introducing(self, paragraph: int) -> int | None:
        """The last cue of the paragraph before, where that ends in a colon, or in a comma and the cue still waits."""
        if not paragraph:
            return None
        _, end = self._paragraphs[paragraph - 1]
        last = self._last_word(paragraph - 1)
        mark = self._context.doc[last].text
        number = bisect_left(self._cues, end) - 1
        if mark not in (":", ",") or number < 0 or self._cues[number] < self._context.sentence(last)[0]:
            return None
        return number if mark == ":" or self._waits(number) else None

    def blocks(self) -> Iterator[tuple[int, Range]]:
        """The paragraphs without quotation marks that the one before ends in a colon for, each with its attribution."""
        for paragraph, (start, end) in enumerate(self._paragraphs):
            number = self._introducing(paragraph)
            if number is None or self._context.doc[self._last_word(paragraph - 1)].text != ":":
                continue
            run = self._context.extents.trimmed(start, self._end_of_block(start, end))
            ended = self._context.doc[self._last_word(paragraph)].text in _SENTENCE_ENDS
            if run is not None and ended and self._context.quoted[run[0]] < 0:
                yield number, run

    def _last_word(self, paragraph: int) -> int:
        start, end = self._paragraphs[paragraph]
        return next((at for at in range(end - 1, start - 1, -1) if not self._context.doc[at].is_space), start)

    def _end_of_block(self, start: int, end: int) -> int:
        """Where a block ends: with its paragraph, or before the first sentence that has a cue of its own."""
        after = bisect_left(self._cues, start)
        if after == len(self._cues) or self._cues[after] >= end:
            return end
        return self._context.sentence(self._cues[after])[0]

    def _waits(self, number: int) -> bool:
        """Whether a cue still has no content."""
        return not self._candidates[number].content

    def _introduces(self, number: int, run: Range) -> bool:
        """*He said: “…”*."""
        same_sentence = self._context.sentence(self._cues[number])[1] > run[0]
        return same_sentence or self._context.doc[run[0] - 1].text == ":"

    def _closes(self, number: int, run: Range) -> bool:
        """*“…” he said*."""
        candidate = self._candidates[number]
        start = candidate.cue[0] if candidate.source is None else min(candidate.cue[0], candidate.source.phrase[0])
        return 0 <= start - run[1] <= _NEAR

    def _is_broken_off(self, number: int, run: Range) -> bool:
        """*“Years ago,” he said, “I left”*: a quotation that ends in a comma and goes on behind its cue."""
        content, doc = self._candidates[number].content, self._context.doc
        comma = any(token.text == "," for token in doc[max(run[0], run[1] - 2) : run[1] + 1])
        goes_on = bool(content) and content[0][0] > self._cues[number] and self._context.quoted[content[0][0]] >= 0
        return comma and goes_on

    def _resumes(self, number: int, run: Range) -> bool:
        """*“…,” he said, and “…”*."""
        candidate = self._candidates[number]
        end = candidate.cue[1] if candidate.source is None else max(candidate.cue[1], candidate.source.phrase[1])
        return all(token.is_punct or token.is_space or token.tag_ == "CC" for token in self._context.doc[end : run[0]])

    def _goes_on(self, number: int, run: Range) -> bool:
        """*Called the vote “a farce”*: a quotation right behind what is said is part of it."""
        return any(end == run[0] for _, end in self._candidates[number].content)

    def _is_speech(self, run: Range) -> bool:
        """Whether a quotation stands for itself: it begins a sentence and is no mere name."""
        doc = self._context.doc
        start, _ = self._context.sentence(run[0])
        begins = run[0] - start <= 1 and all(doc[at].is_punct or doc[at].is_space for at in range(start, run[0]))
        return begins and any(token.text in _ENDS for token in doc[max(run[0], run[1] - 2) : run[1]])

    def _is_paragraph(self, run: Range, paragraph: Range) -> bool:
        """Whether a paragraph is nothing but a quotation."""
        extents = self._context.extents
        return extents.trimmed(*run) == extents.trimmed(*paragraph)


def _filled(owners: Sequence[int | None]) -> Iterator[int | None]:
    """Each owner, or the one before it."""
    latest: int | None = None
    for owner in owners:
        latest = latest if owner is None else owner
        yield latest
