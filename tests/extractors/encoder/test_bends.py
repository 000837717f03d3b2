import numpy as np
import pytest

from extractors.encoder.bends import gelu


@pytest.mark.parametrize(
    ("value", "bent"), [(0.0, 0.0), (1.0, 0.8411920), (-1.0, -0.1588080), (3.0, 2.9963627), (-9.0, 0.0), (9.0, 9.0)]
)
def test_a_value_is_bent_as_the_definition_says(value: float, bent: float) -> None:
    given = np.array([[value]], dtype=np.float32)
    assert gelu(given)[0, 0] == pytest.approx(bent, abs=1e-6)
    assert given[0, 0] == np.float32(value)
