"""Events: a spaCy component that reads one event from each clause that tells of one.

`nlp.add_pipe("dateline_events")` fills `doc.spans["events"]` with the clauses, and `doc._.dateline_events` with one
plain mapping an event: its trigger, status, polarity, time and attribution, by index, and who takes part. It stands on
the time expressions, actors and attributions found before it, and does without those that were not looked for.
"""

from collections.abc import Iterator, Sequence

import msgspec
from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from extractors import actors, attributions, time_expressions
from extractors.clauses import is_fronted, split_clauses
from extractors.lexicons import words
from extractors.sentences import sentences
from extractors.verb_forms import Verb, VerbForm, find_verbs
from timeline.model import Polarity, Role, Sense, Status

KEY = "events"
"""Where the clauses are: `doc.spans[KEY]`."""

_SPEECH_STATUS = {"claims": Status.ALLEGED, "forecasts": Status.FORECAST}
_PLACELESS = ("duration", "recurring", "vague")
"""Meanings that date nothing: *for two years*, *every Tuesday*, *recently*."""

_NEAR = 4

if not Doc.has_extension("dateline_events"):
    Doc.set_extension("dateline_events", default=None)


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
        """Set `doc.spans["events"]` and `doc._.dateline_events`."""
        findings = Findings(doc)
        found = [event for sentence in sentences(doc) for event in match(sentence, findings)]
        doc.spans[KEY] = [Span(doc, *event.clause, label="event", span_id=str(n)) for n, event in enumerate(found)]
        doc._.dateline_events = [msgspec.to_builtins(event) for event in found]
        return doc


def events(doc: Doc) -> tuple[FoundEvent, ...]:
    """The events of a processed doc as records, in the order of the text."""
    return tuple(msgspec.convert(row, FoundEvent) for row in doc._.dateline_events or ())


class Findings:
    """What was found in a doc before, by token, so that a sentence is read without a look at the others."""

    def __init__(self, doc: Doc) -> None:
        times = enumerate(doc.spans.get(time_expressions.KEY, ()))
        self.times = {span.start: (n, span) for n, span in times if span._.time_meaning["means"] not in _PLACELESS}
        self.mentions = {span.start: span for span in doc.spans.get(actors.KEY, ())}
        self.cues = {token.i: int(span.id_) for span in doc.spans.get(attributions.KEYS[1], ()) for token in span}
        self.cue_words = {int(span.id_): span[0].lower_ for span in doc.spans.get(attributions.KEYS[1], ())}
        self.speech: dict[int, int] = {}
        for span in doc.spans.get(attributions.KEYS[2], ()):
            for token in span:
                self.speech.setdefault(token.i, int(span.id_))


def match(sentence: Span, findings: Findings) -> Iterator[FoundEvent]:
    """The events of one sentence, without changing it."""
    tokens = [token for token in sentence if not token.is_space]
    if not tokens:
        return
    reading = _Reading(findings, tokens)
    clauses = reading.clauses()
    for start, end in clauses:
        for verb, time in reading.heads(start, end):
            shown = reading.with_subject(clauses, start, verb)
            yield reading.event(sentence, verb, time, (start, end), shown)


class _Reading:
    """One sentence with what was found in it before."""

    def __init__(self, findings: Findings, tokens: Sequence[Token]) -> None:
        self.findings, self.tokens = findings, tokens
        self.times = [(at, *findings.times[token.i]) for at, token in enumerate(tokens) if token.i in findings.times]
        self.verbs = find_verbs(tokens)

    def clauses(self) -> list[tuple[int, int]]:
        speech = [self.findings.speech.get(token.i) for token in self.tokens]
        edges = {at for at in range(1, len(speech)) if speech[at] != speech[at - 1]}
        heads = {verb.at for verb in self.verbs if verb.form is not VerbForm.INFINITIVE}
        has_verb = [at in heads for at in range(len(self.tokens))]
        return split_clauses(self.tokens, frozenset(edges), has_verb)

    def heads(self, start: int, end: int) -> Iterator[tuple[Verb, int | None]]:
        """The verbs of a clause that tell an event, each with the time it governs: the nearest after it."""
        inside = [verb for verb in self.verbs if start <= verb.at < end]
        fronted = start == 0 and is_fronted(self.tokens)
        comma = next((at for at in range(start, end) if self.tokens[at].text == ","), start) if fronted else start
        finite = [verb for verb in inside if verb.form is not VerbForm.INFINITIVE and verb.at >= comma]
        governed = self._governed([verb for verb in inside if verb.at >= comma], start, end)
        for verb in inside:
            time = governed.get(verb.at)
            if self._is_cue(verb) and time is None:
                continue
            leads = bool(finite) and verb is finite[0] and not verb.copula
            if leads or (time is not None and verb.at >= comma):
                yield verb, time

    def _governed(self, verbs: Sequence[Verb], start: int, end: int) -> dict[int, int]:
        """For each verb the index of its time: a time belongs to the last verb before it, else to the first after."""
        governed: dict[int, int] = {}
        for at, number, span in self.times:
            if start <= at < end:
                before = [verb.at for verb in verbs if verb.at < at and _may_govern(verb, span)]
                after = [verb.at for verb in verbs if verb.at >= at and verb.form is not VerbForm.INFINITIVE]
                if before or after:
                    governed.setdefault(before[-1] if before else after[0], number)
        return governed

    def _is_cue(self, verb: Verb) -> bool:
        return self.tokens[verb.at].i in self.findings.cues

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
        return self.findings.speech.get(self.tokens[at].i)

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
        kinds = ("claims", "forecasts", "denies")
        lower = self.findings.cue_words.get(said, "")
        return next((kind for kind in kinds if lower in words("verbs", "reporting", kind)), "says")

    def _polarity(self, verb: Verb, said: int | None, start: int) -> Polarity:
        near = self.tokens[max(start, verb.at - _NEAR) : verb.at]
        negated = any(token.lower_ in words("verbs", "negation") for token in near)
        denied = said is not None and self._cue_kind(said) == "denies"
        return Polarity.NEGATIVE if negated != denied else Polarity.POSITIVE

    def _participants(self, verb: Verb, start: int, end: int) -> tuple[tuple[str, Role], ...]:
        """Who stands before the verb does it, who stands after it has it done to them; the other way in the passive."""
        roles: dict[str, Role] = {}
        for at in range(start, end):
            mention = self.findings.mentions.get(self.tokens[at].i)
            if mention is not None:
                after = self.tokens[at + len(mention)].lower_ if at + len(mention) < len(self.tokens) else ""
                role = Role.AGENT if (at < verb.at) != verb.passive else Role.PATIENT
                roles.setdefault(mention.id_, Role.MENTIONED if after in ("'s", "’s") else role)
        return tuple(roles.items())


def _may_govern(verb: Verb, time: Span) -> bool:
    """Whether a verb can have this time: an infinitive takes only one that may lie ahead."""
    direction = time._.time_direction
    return verb.form is not VerbForm.INFINITIVE or Sense.FUTURE in (direction["likelier"], direction["sense"])


@Language.factory("dateline_events", requires=["doc.spans"], assigns=["doc.spans"])
def make_events(nlp: Language, name: str) -> Events:  # noqa: ARG001 - the signature of a spaCy factory
    """The component, for `nlp.add_pipe("dateline_events")`."""
    return Events()
