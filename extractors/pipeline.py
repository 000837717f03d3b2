"""The pipeline: our components in the order they run, on the pipeline we ship or on any that is installed."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.pipeline import Lemmatizer
from spacy.tokens import Doc
from thinc.api import get_current_ops, use_ops
from threadpoolctl import threadpool_limits

# Importing a component registers its factory.
import extractors.actors.component
import extractors.attributions.component
import extractors.encoder.component
import extractors.events.component
import extractors.grammar.component
import extractors.mentions.component
import extractors.quotations.component
import extractors.sentences.component
import extractors.time_expressions.component
import extractors.verb_groups.component  # noqa: F401
from extractors.encoder.encoder import ENCODER
from extractors.encoder.intact import DamagedDataError, intact
from extractors.events.candidates.overlooked import VERBS
from extractors.events.candidates.overlooked_nouns import NOUNS
from extractors.events.likely_status import STATUS
from extractors.events.scenes.time_network import TIMES
from extractors.events.titles.branch_network import BRANCHES
from extractors.grammar.network import GRAMMAR
from extractors.long_texts import PIECE, parse, tokenize
from extractors.plain_setting.reading import plain, with_grammar_of
from extractors.plain_setting.spaces import with_plain_spaces

SENTENCES = "dateline_sentences"
"""The factory that comes before the grammar."""

VECTORS = "dateline_vectors"
"""The factory that our own grammar stands on, and that comes after another."""

COMPONENTS = (
    "dateline_quotations",
    "dateline_verb_groups",
    "dateline_time_expressions",
    "dateline_actors",
    "dateline_attributions",
    "dateline_mentions",
    "dateline_events",
)
"""The factories that come after the grammar, in order."""

NEEDED = {
    "token.tag": "part-of-speech tags (tagger)",
    "token.dep": "parse (parser)",
    "token.lemma": "lemmas (lemmatizer)",
    "doc.ents": "names (ner)",
}
"""What our components stand on, by spaCy's word for it, and what to call it."""

BATCH_CHARACTERS = 11_000_000
"""Longest text taken at once; reading refuses longer ones before."""


class PipelineError(Exception):
    """A pipeline that is not there or cannot be used; the message says what to do."""


def load_pipeline(name: str | None = None) -> Language:
    """A pipeline that ends in our components.

    Args:
        name: an installed spaCy pipeline by name; None for the one that ships with dateline.

    Raises:
        PipelineError: it is not installed, not English, or lacks what our components need, or what ships is damaged.
    """
    try:
        for learned in (ENCODER, GRAMMAR, VERBS, NOUNS, STATUS, TIMES, BRANCHES):
            intact(learned)
    except DamagedDataError as error:
        raise PipelineError(str(error)) from error
    with _multiplying_by_numpy():
        nlp = spacy.load(own_pipeline()) if name is None else _installed(name)
    _index_lemmas(nlp)
    return with_components(nlp)


@contextmanager
def _multiplying_by_numpy() -> Iterator[None]:
    """Let what is loaded multiply its matrices by numpy, in one thread.

    BLIS, by which thinc does it, comes with nothing for processors of AMD and takes three times as long there. The
    matrices are small: threads that share one wait for each other longer than they work.
    """
    if get_current_ops().name != "numpy":  # a graphics card, or Apple's library
        yield
        return
    threadpool_limits(1, user_api="blas")
    with use_ops("numpy", use_blis=False):
        yield


def _index_lemmas(nlp: Language) -> None:
    """Let the rule lemmatizer look known lemmas up: spaCy keeps lists, and walks through them for every word."""
    for _, pipe in nlp.pipeline:
        if isinstance(pipe, Lemmatizer) and pipe.lookups.has_table("lemma_index"):
            index = pipe.lookups.get_table("lemma_index")
            for part in list(index):
                index[part] = dict.fromkeys(index[part])


def own_pipeline() -> Path:
    """Where the pipeline lies that ships with dateline: a plain spaCy directory."""
    return Path(str(files("dateline_data") / "pipeline"))


def with_components(nlp: Language) -> Language:
    """The pipeline with our components added, those that it has already left where they are."""
    nlp.max_length = BATCH_CHARACTERS
    if SENTENCES not in nlp.pipe_names:
        nlp.add_pipe(SENTENCES, first=True, config={"alone": False})
    for component in (VECTORS, *COMPONENTS):
        if component not in nlp.pipe_names:
            nlp.add_pipe(component)
    return nlp


def process(nlp: Language, text: str, headline: str = "") -> Doc:
    """The processed doc of a text of any length: a long one is parsed in pieces, then read as one by our components.

    Args:
        nlp: what `load_pipeline` gives.
        text: one article.
        headline: what stands over it, if that is known; its titles may call things as it does.
    """
    doc = tokenize(nlp, with_plain_spaces(text))
    doc._.headline = headline
    if any(nlp.get_pipe_meta(name).retokenizes for name in nlp.pipe_names):
        return nlp(doc)
    doc = nlp.get_pipe(SENTENCES)(doc)
    bare, places = plain(doc)
    if bare is doc and len(doc) <= PIECE:
        return nlp(doc)
    ours = [name for name in nlp.pipe_names if name in COMPONENTS]
    bare = nlp.get_pipe(VECTORS)(bare)  # of the whole: the encoder reads in windows of its own
    vectors = bare.tensor
    with nlp.select_pipes(disable=[VECTORS, *ours]):
        read = parse(nlp, bare) if len(bare) > PIECE else nlp(bare)
    read.tensor = vectors  # whatever else has set it
    doc = with_grammar_of(read, places, doc)
    for name in ours:
        doc = nlp.get_pipe(name)(doc)
    return doc


def _installed(name: str) -> Language:
    try:
        nlp = spacy.load(name)
    except OSError:
        raise PipelineError(
            f"no pipeline “{name}” is installed: see https://spacy.io/models, or leave --model out"
        ) from None
    if nlp.lang != "en":
        raise PipelineError(f"the pipeline “{name}” is for “{nlp.lang}”; dateline reads English so far")
    given = {attribute for pipe in nlp.pipe_names for attribute in nlp.get_pipe_meta(pipe).assigns}
    missing = [called for attribute, called in NEEDED.items() if attribute not in given]
    if missing:
        raise PipelineError(
            f"the pipeline “{name}” has no {', no '.join(missing)}: "
            "dateline needs one like en_core_web_sm, or leave --model out"
        )
    return nlp
