"""The pipeline: our components in the order they run, on a blank English pipeline or on any that is installed."""

import spacy
from spacy.language import Language

# Importing a component registers its factory.
from extractors import actors, attributions, events, sentences, time_expressions  # noqa: F401

COMPONENTS = (
    "dateline_sentences",
    "dateline_time_expressions",
    "dateline_actors",
    "dateline_attributions",
    "dateline_events",
)
"""The factories, in order."""

BATCH_CHARACTERS = 11_000_000
"""Longest text taken at once; reading refuses longer ones before."""


class PipelineError(Exception):
    """A pipeline that is not there or cannot be used; the message says what to do."""


def load_pipeline(name: str | None = None) -> Language:
    """A pipeline that ends in our components.

    Args:
        name: an installed spaCy pipeline by name; None for our own.

    Raises:
        PipelineError: it is not installed, or not English.
    """
    nlp = spacy.blank("en") if name is None else _installed(name)
    nlp.max_length = BATCH_CHARACTERS
    for component in COMPONENTS:
        if component not in nlp.pipe_names:
            nlp.add_pipe(component)
    return nlp


def _installed(name: str) -> Language:
    try:
        nlp = spacy.load(name)
    except OSError:
        raise PipelineError(
            f"no pipeline “{name}” is installed: see https://spacy.io/models, or leave --model out"
        ) from None
    if nlp.lang != "en":
        raise PipelineError(f"the pipeline “{name}” is for “{nlp.lang}”; dateline reads English so far")
    return nlp
