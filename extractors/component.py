"""The shape of our spaCy components.

Of the component `dateline_events`, which lies in the folder `events`:

- `match(doc)` gives its records, by token indices, and leaves the doc as it is;
- `set_annotations(doc, records)` keeps them: the spans in `doc.spans["events"]`, and what a span can't hold in
  `doc._.dateline_events`, as plain JSON, so that a doc can be serialized;
- `events(doc)` reads them from a processed doc.

So do all, by their own names. Where a record has several spans, each kind has a group, named by the singular:
`doc.spans["attribution_cues"]`. What is asked of a single span is named by the singular too: `span._.time_value`.
"""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import Generic, TypeVar

from spacy.tokens import Doc

Record = TypeVar("Record")


class Component(ABC, Generic[Record]):
    """A component: what it finds in a doc, and how a doc keeps that."""

    @abstractmethod
    def match(self, doc: Doc) -> list[Record]:
        """What is found, without changing `doc`."""

    @abstractmethod
    def set_annotations(self, doc: Doc, records: Sequence[Record]) -> None:
        """Keep in `doc` what was found in it."""

    def __call__(self, doc: Doc) -> Doc:
        """Annotate `doc`."""
        self.set_annotations(doc, self.match(doc))
        return doc
