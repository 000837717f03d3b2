"""Verbs as cues: whose subject says what the clause, the object or the quotation below them tells."""

from collections.abc import Iterator

from extractors.attributions.contents import content_of
from extractors.attributions.reading import Found, Reading, Source
from extractors.attributions.sources import source_of
from extractors.lexicons import verbs
from extractors.syntax.clauses import Clause, is_reporting
from extractors.syntax.phrases import Range


def verb_cues(reading: Reading) -> Iterator[Found]:
    """The attributions whose cue is a verb; those of speech that show no content may still get a quotation."""
    for clause in reading.syntax.clauses.values():
        if reading.quoted[clause.verb] >= 0:
            continue  # The one who is quoted vouches for all of it.
        content = content_of(reading, clause)
        if not content and not is_reporting(reading.tree, clause.verb):
            continue
        source = source_of(reading, clause)
        yield _joined(reading, clause, source, content)


def _joined(reading: Reading, clause: Clause, source: Source | None, content: tuple[Range, ...]) -> Found:
    """An attribution whose cue is the verb with the particle and preposition behind it: *pointed out*, *called for*."""
    end = clause.verb + 1
    end += clause.particle == end
    before_content = verbs.prepositions(reading.tree.lemmas[clause.verb])
    if content and content[0][0] == end and reading.tree.lowers[end] in before_content:
        end += 1
        inside = reading.extents.trimmed(end, content[0][1])
        content = (inside, *content[1:]) if inside else content[1:]
    return Found(source, (clause.verb, end), content)
