"""Events: a spaCy component that reads one event from each clause that tells of one.

`nlp.add_pipe("dateline_events")` fills `doc.spans["events"]` with the clauses, and `doc._.events` with one plain
mapping an event: its trigger, status, polarity, time and attribution, by index, and who takes part. It stands on the
time expressions, actors and attributions found before it.
"""

from collections.abc import Iterator, Sequence

import msgspec
from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from extractors import actors, attributions, time_expressions
from extractors.clauses import is_fronted, split_clauses
from extractors.lexicons import words
from extractors.verb_forms import Verb, VerbForm, find_verbs
from timeline.model import Polarity, Role, Sense, Status

KEY = "events"
"""Where the clauses are: `doc.spans[KEY]`."""

_SPEECH_STATUS = {"claims": Status.ALLEGED, "forecasts": Status.FORECAST}
_BE = frozenset(["was", "were", "is", "are", "be", "been", "being"])
_HAVE = frozenset(["has", "have", "had", "'s", "’s", "'ve", "’ve"])
_NEAR = 4

if not Doc.has_extension("events"):
    Doc.set_extension("events", default=None)


class FoundEvent(msgspec.Struct, frozen=True):
    """One event by token indices of the doc."""

    trigger: tuple[int, int]
    clause: tuple[int, int]
    sentence: tuple[int, int]
    status: Status
    polarity: Polarity
    time: int | None
    attribution: int | None
    participants: tuple[tuple[str, Role], ...]


class Events:
    """Reads the events of a doc."""

    def __call__(self, doc: Doc) -> Doc:
        """Set `doc.spans["events"]` and `doc._.events`."""
        found = [event for sentence in doc.sents for event in match(sentence)]
        doc.spans[KEY] = [Span(doc, *event.clause, label="event", span_id=str(n)) for n, event in enumerate(found)]
        doc._.events = [msgspec.to_builtins(event) for event in found]
        return doc


def events(doc: Doc) -> tuple[FoundEvent, ...]:
    """The events of a processed doc as records, in the order of the text."""
    return tuple(msgspec.convert(row, FoundEvent) for row in doc._.events or ())


def match(sentence: Span) -> Iterator[FoundEvent]:
    """The events of one sentence, without changing it."""
    tokens = [token for token in sentence if not token.is_space]
    if not tokens:
        return
    reading = _Reading(sentence.doc, tokens)
    clauses = reading.clauses()
    for start, end in clauses:
        for verb, time in reading.heads(start, end):
            shown = reading.with_subject(clauses, start, verb)
            yield reading.event(sentence, verb, time, (start, end), shown)


class _Reading:
    """One sentence with what was found in it before."""

    def __init__(self, doc: Doc, tokens: Sequence[Token]) -> None:
        first, last = tokens[0].i, tokens[-1].i + 1
        self.doc, self.tokens = doc, tokens
        self.place = {token.i: at for at, token in enumerate(tokens)}
        times = doc.spans.get(time_expressions.KEY, ())
        self.times = [(n, span) for n, span in enumerate(times) if first <= span.start < last]
        self.said = [(int(span.id_), span) for span in doc.spans.get(attributions.KEYS[2], ())]
        self.cues = {int(span.id_): span for span in doc.spans.get(attributions.KEYS[1], ())}
        self.mentions = [span for span in doc.spans.get(actors.KEY, ()) if first <= span.start < last]
        self.verbs = find_verbs(tokens)

    def clauses(self) -> list[tuple[int, int]]:
        ends = (at for _, span in self.said for at in (span.start, span.end))
        edges = {self.place[at] for at in ends if at in self.place}
        heads = {verb.at for verb in self.verbs if verb.form is not VerbForm.INFINITIVE}
        has_verb = [at in heads for at in range(len(self.tokens))]
        return split_clauses(self.tokens, frozenset(edges - {0}), has_verb)

    def heads(self, start: int, end: int) -> Iterator[tuple[Verb, int | None]]:
        """The verbs of a clause that tell an event, each with the time it governs: the nearest after it."""
        inside = [verb for verb in self.verbs if start <= verb.at < end]
        fronted = start == 0 and is_fronted(self.tokens)
        comma = next((at for at in range(start, end) if self.tokens[at].text == ","), start) if fronted else start
        finite = [verb for verb in inside if verb.form is not VerbForm.INFINITIVE and verb.at >= comma]
        times = [(n, self.place[span.start]) for n, span in self.times if start <= self.place[span.start] < end]
        governed = self._governed([verb for verb in inside if verb.at >= comma], times)
        for verb in inside:
            time = governed.get(verb.at)
            if self._is_cue(verb) and time is None:
                continue
            leads = bool(finite) and verb is finite[0] and not verb.copula
            if leads or (time is not None and verb.at >= comma):
                yield verb, time

    def _governed(self, verbs: Sequence[Verb], times: Sequence[tuple[int, int]]) -> dict[int, int]:
        """For each verb the index of its time: a time belongs to the last verb before it, else to the first after."""
        governed: dict[int, int] = {}
        for number, at in times:
            before = [verb.at for verb in verbs if verb.at < at and self._may_govern(verb, number)]
            after = [verb.at for verb in verbs if verb.at >= at and verb.form is not VerbForm.INFINITIVE]
            if before or after:
                governed.setdefault(before[-1] if before else after[0], number)
        return governed

    def _may_govern(self, verb: Verb, number: int) -> bool:
        """An infinitive takes only a time that may lie ahead."""
        if verb.form is not VerbForm.INFINITIVE:
            return True
        span = self.doc.spans[time_expressions.KEY][number]
        return bool(span._.direction["likelier"] == Sense.FUTURE or span._.direction["sense"] == Sense.FUTURE)

    def _is_cue(self, verb: Verb) -> bool:
        index = self.tokens[verb.at].i
        return any(span.start <= index < span.end for span in self.cues.values())

    def with_subject(self, clauses: Sequence[tuple[int, int]], start: int, verb: Verb) -> int:
        """Where the clause begins for a reader: one that starts with its verb has its subject in the one before."""
        for before, end in reversed(clauses):
            lead = self.tokens[start : verb.at]
            if any(not (token.is_punct or token.is_stop or token.lower_.endswith("ly")) for token in lead):
                break
            if end == start and self._speech_at(before) == self._speech_at(start):
                start = before
        return start

    def _speech_at(self, at: int) -> int | None:
        index = self.tokens[at].i
        return next((n for n, span in self.said if span.start <= index < span.end), None)

    def event(self, sentence: Span, verb: Verb, time: int | None, clause: tuple[int, int], shown: int) -> FoundEvent:
        start, end = clause
        index = self.tokens[verb.at].i
        said = self._speech_at(verb.at)
        first, last = self._trimmed(*((0, len(self.tokens)) if self._is_cue(verb) else (shown, end)))
        return FoundEvent(
            trigger=(index, index + 1),
            clause=(first, last),
            sentence=(sentence.start, sentence.end),
            status=self._status(verb, said, start, end),
            polarity=self._polarity(verb, said, start),
            time=time,
            attribution=said,
            participants=self._participants(verb, start, end),
        )

    def _trimmed(self, start: int, end: int) -> tuple[int, int]:
        while start < end - 1 and (
            self.tokens[start].is_punct or self.tokens[start].lower_ in ("and", "but", "while", "as")
        ):
            start += 1
        while end > start + 1 and self.tokens[end - 1].is_punct:
            end -= 1
        return self.tokens[start].i, self.tokens[end - 1].i + 1

    def _status(self, verb: Verb, said: int | None, start: int, end: int) -> Status:
        lowers = [token.lower_ for token in self.tokens[start:end]]
        if "if" in lowers or "unless" in lowers:
            return Status.CONDITIONAL
        if verb.form is VerbForm.MODAL:
            return Status.FORECAST
        if verb.form in (VerbForm.FUTURE, VerbForm.INFINITIVE):
            return Status.FORECAST if said is not None and self._cue_kind(said) == "forecasts" else Status.PLANNED
        if any(word in words("verbs", "planning") for word in lowers[: verb.at - start + 1]) and "to" in lowers:
            return Status.PLANNED
        if said is not None and (kind := self._cue_kind(said)) in _SPEECH_STATUS:
            return _SPEECH_STATUS[kind]
        return Status.ONGOING if verb.form is VerbForm.PRESENT else Status.OCCURRED

    def _cue_kind(self, said: int) -> str:
        cue = self.cues.get(said)
        kinds = ("claims", "forecasts", "denies")
        lower = cue[0].lower_ if cue is not None else ""
        return next((kind for kind in kinds if lower in words("verbs", "reporting", kind)), "says")

    def _polarity(self, verb: Verb, said: int | None, start: int) -> Polarity:
        near = self.tokens[max(start, verb.at - _NEAR) : verb.at]
        negated = any(token.lower_ in words("verbs", "negation") for token in near)
        denied = said is not None and self._cue_kind(said) == "denies"
        return Polarity.NEGATIVE if negated != denied else Polarity.POSITIVE

    def _participants(self, verb: Verb, start: int, end: int) -> tuple[tuple[str, Role], ...]:
        """Who stands before the verb does it, who stands after it has it done to them; the other way in the passive."""
        roles: dict[str, Role] = {}
        for mention in self.mentions:
            at = self.place[mention.start]
            if not start <= at < end:
                continue
            possessive = mention.end in self.place and self.tokens[self.place[mention.end]].lower_ in ("'s", "’s")
            before = at < verb.at
            role = Role.AGENT if before != verb.passive else Role.PATIENT
            roles.setdefault(mention.id_, Role.MENTIONED if possessive else role)
        return tuple(roles.items())


@Language.factory("dateline_events", requires=["token.is_sent_start", "doc.spans"], assigns=["doc.spans"])
def make_events(nlp: Language, name: str) -> Events:  # noqa: ARG001 - the signature of a spaCy factory
    """The component, for `nlp.add_pipe("dateline_events")`."""
    return Events()
