"""Attributions: a spaCy component that finds who says what: source, cue and content (PARC's three parts).

`nlp.add_pipe("dateline_attributions")` fills `doc.spans["attribution_sources"]`, `["attribution_cues"]` and
`["attribution_contents"]`, three groups of equal length whose spans share `span.id`; `attributions(doc)` gives them as
records. Cues are the reporting verbs of `data/lexicons/verbs.toml` and *according to*; what stands around them is
taken by word order, which a parse will do better.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

import msgspec
from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from extractors.clauses import is_fronted
from extractors.lexicons import words
from extractors.paragraphs import paragraphs
from extractors.quotations import CLOSING, OPENING, runs_between
from extractors.sentences import sentences
from extractors.speakers import Speakers
from extractors.time_expressions import KEY as TIMES
from extractors.verb_forms import is_auxiliary
from timeline.model import Attribution

KEYS = ("attribution_sources", "attribution_cues", "attribution_contents")
"""Where the spans are: `doc.spans[key]`."""

_QUOTES = OPENING | CLOSING
_PRONOUNS = frozenset("he she they it who which we i you".split())
_STRONG = frozenset(
    "say says said claim claims claimed allege alleges alleged insists insisted predicts predicted".split()
)
_PARTICIPLES = frozenset("saying claiming telling alleging predicting".split())
_SUBJECT_STARTS = frozenset("he she it they we i there the a an his her their its this these no nobody all".split())
_BREAKS = frozenset({",", ";", "—", "–", "--", ":", "while", "but", "and", "because", "when", "as"})
_CONTENT_ENDS = frozenset({";", "while", "whereas"})
_NOUN_NEXT = frozenset("to of in by with from the a an his her their its these those such".split())
_REACH = 8

if not Doc.has_extension("attribution_speakers"):
    Doc.set_extension("attribution_speakers", default=None)


class Found(msgspec.Struct, frozen=True):
    """One attribution by token indices of the doc; the source may be missing."""

    source: tuple[int, int] | None
    cue: tuple[int, int]
    content: tuple[tuple[int, int], ...]
    """More than one run where a quotation is broken: *“…,” he said. “…”*."""


class Attributions:
    """Finds attributions sentence by sentence."""

    def __call__(self, doc: Doc) -> Doc:
        """Set the three span groups and `doc._.attribution_speakers`."""
        timed = frozenset(token.i for span in doc.spans.get(TIMES, ()) for token in span)
        found = _with_whole_quotations(doc, [item for sentence in sentences(doc) for item in match(sentence, timed)])
        spans: dict[str, list[Span]] = {key: [] for key in KEYS}
        for number, item in enumerate(found):
            parts = ([item.source] if item.source else [], [item.cue], item.content)
            for key, runs in zip(KEYS, parts, strict=True):
                spans[key] += [Span(doc, *run, label=key.rstrip("s"), span_id=str(number)) for run in runs]
        for key in KEYS:
            doc.spans[key] = spans[key]
        speakers = Speakers(doc)
        doc._.attribution_speakers = [list(speakers.name(item.source)) for item in found]
        return doc


def attributions(doc: Doc) -> tuple[Attribution, ...]:
    """The attributions of a processed doc as records, in the order of the text."""
    speakers = doc._.attribution_speakers or ()
    parts: list[dict[str, list[tuple[int, int]]]] = [{key: [] for key in KEYS} for _ in speakers]
    for key in KEYS:
        for span in doc.spans.get(key, ()):
            parts[int(span.id_)][key].append((span.start_char, span.end_char))
    return tuple(
        Attribution(tuple(part[KEYS[0]]), tuple(part[KEYS[1]]), tuple(part[KEYS[2]]), name, actor)
        for part, (name, actor) in zip(parts, speakers, strict=True)
    )


def _with_whole_quotations(doc: Doc, found: Sequence[Found]) -> list[Found]:
    """What follows in quotation marks in the same paragraph, with no cue of its own, belongs to the one who spoke."""
    cues = [item.cue[0] for item in found]
    runs = [list(item.content) for item in found]
    for start, end in paragraphs(doc):
        low, high = bisect_left(cues, start), bisect_left(cues, end)
        owner = {at: n for n in range(low, high) for a, b in found[n].content for at in range(a, b)}
        for first, last in runs_between(doc, start, end) if low < high else ():
            number = next((owner[at] for at in range(first, last) if at in owner), None)
            before = bisect_left(cues, first) - 1
            if number is not None:
                # A sentence is read by itself: a quotation that goes on in the next one is completed here.
                runs[number] = [(a, max(b, last)) if first <= a < last else (a, b) for a, b in runs[number]]
            elif before >= low:
                runs[before].append((first, last))
    return [msgspec.structs.replace(item, content=tuple(run)) for item, run in zip(found, runs, strict=True)]


def match(sentence: Span, timed: frozenset[int] = frozenset()) -> Iterator[Found]:
    """The attributions of one sentence, without changing it; `timed` are the tokens inside time expressions."""
    tokens = [token for token in sentence if not token.is_space]
    taken = 0
    speaker: tuple[int, int] | None = None
    for at, token in enumerate(tokens):
        if at < taken:
            continue
        if token.lower_ == "according" and at + 2 < len(tokens) and tokens[at + 1].lower_ == "to":
            found = _according_to(tokens, at)
        elif is_cue(token) and not _in_quotes(tokens, at):
            found = _participle(tokens, at, speaker) if token.lower_ in _PARTICIPLES else _reported(tokens, at, timed)
        else:
            continue
        if found is not None:
            yield found
            speaker = found.source
            taken = next((n for n, t in enumerate(tokens) if t.i >= found.content[-1][1]), len(tokens))


def is_cue(token: Token) -> bool:
    """Whether a word can introduce what somebody says."""
    if token.i and token.nbor(-1).lower_ in _NOUN_NEXT:
        return False
    lexicon = ("says", "claims", "forecasts", "denies")
    return any(token.lower_ in words("verbs", "reporting", kind) for kind in lexicon)


def _in_quotes(tokens: Sequence[Token], at: int) -> bool:
    opened = False
    for token in tokens[:at]:
        if token.text == '"':
            opened = not opened
        elif token.text in _QUOTES:
            opened = token.text == "“"
    return opened


def _bounds(tokens: Sequence[Token], start: int, end: int) -> tuple[int, int] | None:
    """Token indices of the doc for a run, without punctuation at its edges (quotation marks stay)."""
    while start < end and (tokens[start].is_punct and tokens[start].text not in _QUOTES):
        start += 1
    while end > start and tokens[end - 1].text in (",", ".", ";", ":", "—"):
        end -= 1
    return (tokens[start].i, tokens[end - 1].i + 1) if start < end else None


def _cue(tokens: Sequence[Token], at: int, length: int = 1) -> tuple[int, int]:
    return tokens[at].i, tokens[at + length - 1].i + 1


def _according_to(tokens: Sequence[Token], at: int) -> Found | None:
    end = next((n for n in range(at + 2, len(tokens)) if tokens[n].text in (",", ".", ";")), len(tokens))
    source = _bounds(tokens, at + 2, end)
    content = _bounds(tokens, 0, at) if at else _bounds(tokens, end, len(tokens))
    return Found(source, _cue(tokens, at, 2), (content,)) if content else None


def _participle(tokens: Sequence[Token], at: int, speaker: tuple[int, int] | None) -> Found | None:
    """*…, saying that …*: who spoke before in the sentence, else its first noun phrase."""
    ends = [n for n in range(at, len(tokens)) if tokens[n].text == ","] if is_fronted(tokens) else []
    content = _bounds(tokens, _after_that(tokens, at) or at + 1, ends[0] if ends else _content_end(tokens, at))
    if content is None:
        return None
    by = [n for n in range(at) if tokens[n].lower_ == "by"]
    if tokens[at].lower_ == "predicting" and by:
        return Found(_bounds(tokens, by[-1] + 1, at), _cue(tokens, at), (content,))
    end = next((n for n in range(at) if tokens[n].text in _BREAKS or is_cue(tokens[n]) or _verbal(tokens[n])), at)
    return Found(speaker or _bounds(tokens, 0, end), _cue(tokens, at), (content,))


def _verbal(token: Token) -> bool:
    return token.lower_.endswith("ed") or token.lower_ in words("verbs", "irregular_past")


def _reported(tokens: Sequence[Token], at: int, timed: frozenset[int]) -> Found | None:
    source_start = _source_start(tokens, at)
    before = _bounds(tokens, 0, source_start)
    that = _after_that(tokens, at)
    quote_after = _first_quote(tokens, at)
    mark_before = tokens[source_start - 1].text if source_start else ""
    plain = tokens[at].lower_ in _STRONG and _clause_follows(tokens, at, timed)
    follows = mark_before in CLOSING or (mark_before in (",", "?", "!") and not plain)
    if that is None and quote_after is None and before is not None and follows:
        return _postposed(tokens, at, source_start, before)
    if that is None and quote_after is None and not plain:
        return None
    source = _bounds(tokens, *_source(tokens, source_start, at))
    start = that or quote_after or _clause_start(tokens, at, timed)
    content = _bounds(tokens, start, _content_end(tokens, start))
    return Found(source, _cue(tokens, at), (content,)) if source and content else None


def _source(tokens: Sequence[Token], start: int, at: int) -> tuple[int, int]:
    """The noun phrase itself: a list from its first name on, without the verb that *and* joins or an auxiliary."""
    start, end = _list_start(tokens, start, at), at
    while end > start + 1 and (is_auxiliary(tokens[end - 1]) or tokens[end - 1].lower_ in ("also", "later", "then")):
        end -= 1
    if tokens[end - 1].lower_ == "and":
        end = next((n for n in range(start + 1, end) if _verbal(tokens[n])), end - 1)
    return start, end


def _list_start(tokens: Sequence[Token], start: int, at: int) -> int:
    """Where a list of names begins: *Spain, Germany and France said*."""
    if not any(token.lower_ == "and" for token in tokens[start:at]):
        return start
    while start > 1 and tokens[start - 1].text == "," and tokens[start - 2].is_title:
        start -= 2
        while start and (tokens[start - 1].is_title or tokens[start - 1].lower_ == "the"):
            start -= 1
    return start


def _postposed(tokens: Sequence[Token], at: int, source_start: int, content: tuple[int, int]) -> Found | None:
    """What is said comes first: *“…,” he said*, *“…,” said the mayor*."""
    source = _bounds(tokens, source_start, at)
    if source is None:
        end = next((n for n in range(at + 1, len(tokens)) if tokens[n].text in (",", ".", ";", "“")), len(tokens))
        source = _bounds(tokens, at + 1, end)
    return Found(source, _cue(tokens, at), (content,))


def _source_start(tokens: Sequence[Token], at: int) -> int:
    """Where the noun phrase that ends before the cue begins."""
    if at and tokens[at - 1].lower_ in _PRONOUNS:
        return at - 1
    start = _phrase_start(tokens, at)
    # An apposition between commas belongs to the name before it: *Rosa Lind, the mayor, said*.
    if start == at > 2 and tokens[at - 1].text == ",":
        inner = next((n for n in range(at - 2, -1, -1) if tokens[n].text == ","), None)
        return start if inner is None else _phrase_start(tokens, inner)
    return start


def _phrase_start(tokens: Sequence[Token], end: int) -> int:
    start = end
    while start and not (tokens[start - 1].text in _QUOTES or tokens[start - 1].lower_ in _BREAKS - {"and"}):
        if tokens[start - 1].lower_ == "and" and _verbal(tokens[start - 2]):
            break
        start -= 1
    return start


def _after_that(tokens: Sequence[Token], at: int) -> int | None:
    """The place after a *that* near the cue."""
    for n in range(at + 1, min(len(tokens), at + 1 + _REACH)):
        if tokens[n].lower_ == "that" and n + 1 < len(tokens):
            return n + 1
        if tokens[n].text in _QUOTES or tokens[n].text in (".", ";"):
            return None
    return None


def _first_quote(tokens: Sequence[Token], at: int) -> int | None:
    near = range(at + 1, min(len(tokens), at + 1 + _REACH))
    return next((n for n in near if tokens[n].text in OPENING), None)


def _clause_start(tokens: Sequence[Token], at: int, timed: frozenset[int]) -> int:
    """Past the time between the cue and what is said: *said on Saturday they would …*."""
    start = at + 1
    while start < len(tokens) and (tokens[start].i in timed or (tokens[start].lower_ == "on" and start == at + 1)):
        start += 1
    return start


def _clause_follows(tokens: Sequence[Token], at: int, timed: frozenset[int]) -> bool:
    rest = tokens[_clause_start(tokens, at, timed) :]
    return bool(rest) and (rest[0].lower_ in _SUBJECT_STARTS or rest[0].is_title or rest[0].is_digit)


def _content_end(tokens: Sequence[Token], start: int) -> int:
    """The end of what is said: the closing quotation mark, a clause that sets it against another, the sentence."""
    if tokens[start].text in OPENING:
        closing = (n for n in range(start + 1, len(tokens)) if tokens[n].text in ("”", '"'))
        return next(closing, len(tokens) - 1) + 1
    return next((n for n in range(start + 1, len(tokens)) if tokens[n].lower_ in _CONTENT_ENDS), len(tokens))


@Language.factory("dateline_attributions", requires=["doc.spans"], assigns=["doc.spans"])
def make_attributions(nlp: Language, name: str) -> Attributions:  # noqa: ARG001 - a spaCy factory
    """The component, for `nlp.add_pipe("dateline_attributions")`."""
    return Attributions()
