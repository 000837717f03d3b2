"""All components have one shape, and keep what they find under names of one scheme."""

import json
from importlib import import_module

import pytest
from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens.underscore import Underscore

from extractors.component import Component
from extractors.pipeline import COMPONENTS

TEXT = "“The ferry sank Saturday,” Mayor Rosa Lind of Oslund said.\n\nNine people are said to have drowned."
ALL = ("dateline_sentences", *COMPONENTS)
OURS = [name.removeprefix("dateline_") for name in ALL]
KEPT = ["actors", "attributions", "events", "mentions", "verb_groups"]
"""Those whose records a span can't hold."""


def before(nlp: Language, component: str) -> Doc:
    """The doc as a component is given it."""
    doc = nlp.make_doc(TEXT)
    for name in nlp.pipe_names[: nlp.pipe_names.index(component)]:
        doc = nlp.get_pipe(name)(doc)
    return doc


def annotations(doc: Doc) -> tuple[object, ...]:
    """All that our components may set."""
    spans = {key: [(span.start, span.end, span.label_, span.id_) for span in group] for key, group in doc.spans.items()}
    entities = [(entity.start, entity.end, entity.label_) for entity in doc.ents]
    return doc.to_array("SENT_START").tolist(), entities, spans, dict(doc.user_data)


@pytest.mark.parametrize("name", ALL)
def test_a_component_finds_without_changing_the_doc_and_keeps_what_it_found(nlp: Language, name: str) -> None:
    component = nlp.get_pipe(name)
    assert isinstance(component, Component)
    doc, other = before(nlp, name), before(nlp, name)
    untouched = annotations(doc)
    records = component.match(doc)
    assert records
    assert annotations(doc) == untouched
    component.set_annotations(doc, records)
    assert annotations(doc) == annotations(component(other)) != untouched


def test_spans_and_attributes_are_named_as_their_components(nlp: Language) -> None:
    doc = nlp(TEXT)
    groups = {key for key in doc.spans if key not in OURS}
    assert groups == {"attribution_sources", "attribution_cues", "attribution_contents"}
    told = {"published", "headline"}  # by whoever has the text
    assert Underscore.doc_extensions.keys() - told == {f"dateline_{one}" for one in KEPT}
    assert all(name.startswith("time_") for name in Underscore.span_extensions)
    assert all(json.dumps(getattr(doc._, f"dateline_{one}")) for one in KEPT)


@pytest.mark.parametrize("name", OURS)
def test_each_folder_has_a_reader_by_the_name_of_its_component(nlp: Language, name: str) -> None:
    doc = nlp(TEXT)
    reader = getattr(import_module(f"extractors.{name}"), name)
    assert list(reader(doc))
