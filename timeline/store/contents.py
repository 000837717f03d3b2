"""All that a timeline keeps, checked once, and as rows again."""

from collections.abc import Mapping
from typing import Any, Self

import msgspec

from timeline.edits import Edit
from timeline.logs.identity import in_order
from timeline.model import Extraction
from timeline.soundness import check_apart
from timeline.store.known_inputs import TABLE as INPUTS
from timeline.store.known_inputs import KnownInputs
from timeline.store.rows import edits_in, extractions_in, rows_of
from timeline.store.snapshot import RawTables


class Contents(msgspec.Struct, frozen=True):
    """What stands in the tables of a timeline."""

    extractions: dict[str, Extraction]
    """By article."""
    log: tuple[Edit, ...]
    inputs: KnownInputs

    @classmethod
    def of(cls, tables: RawTables) -> Self:
        """What stands in these tables.

        Raises:
            UnsoundError: it does not hold together.
        """
        extractions = extractions_in(tables)
        check_apart(extractions)
        return cls(extractions, in_order(edits_in(tables).values()), KnownInputs(tables))

    def rows(self) -> dict[str, dict[str, Any]]:
        """By table and key, all of it as rows."""
        rows: dict[str, dict[str, Any]] = {}
        for extraction in self.extractions.values():
            for table, own in rows_of(extraction).items():
                rows.setdefault(table, {}).update(own)
        others: Mapping[str, Mapping[str, Any]] = {
            "edits": {str(edit.number): edit for edit in self.log},
            INPUTS: self.inputs.rows(),
        }
        return {**rows, **{table: dict(own) for table, own in others.items() if own}}
