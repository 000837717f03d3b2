"""All that a timeline keeps, checked once, and as rows again."""

from collections.abc import Mapping
from typing import Any, Self

import msgspec

from timeline.edits import Edit
from timeline.logs.identity import in_order
from timeline.model import Extraction
from timeline.soundness import check_apart
from timeline.store.asides import TABLE as ASIDE
from timeline.store.asides import Aside, asides_in, check_merges
from timeline.store.earlier import TABLE as EARLIER
from timeline.store.earlier import Earlier, earlier_in
from timeline.store.known_inputs import TABLE as INPUTS
from timeline.store.known_inputs import KnownInputs
from timeline.store.rows import edits_in, extractions_in, rows_of
from timeline.store.sharing import Shared
from timeline.store.snapshot import RawTables


class Contents(msgspec.Struct, frozen=True):
    """What stands in the tables of a timeline."""

    extractions: Mapping[str, Extraction]
    """By article."""
    log: tuple[Edit, ...]
    inputs: KnownInputs
    asides: dict[str, Aside] = {}
    """By the id of a merge, the other state of what it changed."""
    earlier: dict[str, Earlier] = {}
    """By article, earlier texts of others."""

    @classmethod
    def of(cls, tables: RawTables) -> Self:
        """What stands in these tables.

        Raises:
            UnsoundError: it does not hold together.
        """
        extractions = extractions_in(tables, Shared())
        check_apart(extractions)
        return cls.around(extractions, tables)

    @classmethod
    def around(cls, extractions: Mapping[str, Extraction], tables: RawTables) -> Self:
        """These articles, and all else that stands in the tables.

        Raises:
            UnsoundError: that does not hold together.
        """
        log = in_order(edits_in(tables).values())
        asides = asides_in(tables)
        check_merges(log, asides)
        return cls(extractions, log, KnownInputs(tables), asides, earlier_in(tables))

    def rows(self) -> dict[str, dict[str, Any]]:
        """By table and key, all of it as rows."""
        rows: dict[str, dict[str, Any]] = {}
        for extraction in self.extractions.values():
            for table, own in rows_of(extraction).items():
                rows.setdefault(table, {}).update(own)
        return {**rows, **{table: dict(own) for table, own in self.others().items() if own}}

    def others(self) -> Mapping[str, Mapping[str, Any]]:
        """By table and key, what is not of one article."""
        return {
            "edits": {str(edit.number): edit for edit in self.log},
            INPUTS: self.inputs.rows(),
            ASIDE: self.asides,
            EARLIER: self.earlier,
        }
