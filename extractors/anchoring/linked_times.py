"""The time expressions of a doc, each with those that it counts from."""

from collections.abc import Sequence

from spacy.tokens import Doc

from extractors.anchoring import discourse, histories
from extractors.anchoring.background import told_as_ahead, told_as_past, told_aside
from extractors.anchoring.linking import with_events
from extractors.anchoring.needed_times import needs
from extractors.anchoring.pointing import with_days_told
from extractors.anchoring.promises import with_promises
from extractors.anchoring.speaking import with_speech
from extractors.anchoring.years_beside import with_that_year, with_years_beside
from extractors.attributions import attributions
from extractors.quotations import KEY as QUOTATIONS
from extractors.sentences import sentences
from extractors.sentences.paragraphs import paragraphs
from extractors.time_expressions.records import KEY, time_expressions
from timeline.meanings.named import CalendarDate
from timeline.model import TimeExpression


def linked_times(doc: Doc) -> tuple[TimeExpression, ...]:
    """The records of a doc, with what each counts from: the story, and where it is known who says what, the saying."""
    text = doc.text  # put together anew each time it is asked for
    sayings = tuple(one for one in attributions(doc) if one.vouches)
    starts = [sentence.start_char for sentence in sentences(doc)]
    spoken = with_speech(doc, with_promises(time_expressions(doc), starts), sayings)
    dated = histories.with_story_years(text, with_days_told(spoken), starts)
    years = [place for place, one in enumerate(dated) if isinstance(one.meaning, CalendarDate) and one.meaning.year]
    linked = with_events(doc, with_years_beside(dated, starts, told_aside(doc, years)))
    counts = any(needs(one.meaning) is not None for one in linked)
    places = range(len(linked)) if counts else ()
    quoted = _in_quotation_marks(doc, places)
    standing = discourse.Standing(
        asides=told_aside(doc, places),
        past=told_as_past(doc, places),
        ahead=told_as_ahead(doc, places),
        quoted=quoted,
    )
    breaks = [doc[start].idx for start, _ in paragraphs(doc)]
    told = discourse.with_told(text, linked, sayings, starts, breaks, standing=standing)
    return with_that_year(told, text)


def _in_quotation_marks(doc: Doc, places: Sequence[int]) -> frozenset[int]:
    """Of these time expressions those that are said in so many words."""
    inside = {at for span in doc.spans.get(QUOTATIONS, ()) for at in range(span.start, span.end)} if places else set()
    return frozenset(place for place in places if doc.spans[KEY][place].start in inside)
