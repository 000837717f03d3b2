"""Text that is cut to so many cells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.widgets.fitting import fit

FAMILY = "\N{MAN}\u200d\N{WOMAN}\u200d\N{GIRL}"
WAVE = "\N{WAVING HAND SIGN}\N{EMOJI MODIFIER FITZPATRICK TYPE-5}"


@given(st.text(), st.integers(0, 40))
def test_it_has_as_many_cells_as_there_are(text: str, width: int) -> None:
    assert cell_len(fit(text, width)) == width


@pytest.mark.parametrize("whole", [FAMILY, WAVE, "e\u0301", "\N{HEAVY BLACK HEART}\ufe0f"])
@pytest.mark.parametrize("width", range(1, 16))
def test_what_is_read_as_one_character_is_there_or_not(whole: str, width: int) -> None:
    told = fit(f"ab {whole} cd {whole}", width).replace(whole, "")
    assert set(told) <= set("abcd …")
