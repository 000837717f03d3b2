"""How many cases are tried."""

import os

from hypothesis import HealthCheck, settings

LONG = "DATELINE_FUZZ"
"""Set in the environment by `python -m tests.fuzz` to the seed of a round, which tries other cases each time."""


SHARE = 4
"""Within `make test` one in so many cases is tried, so that fuzzing keeps to about a minute on two cores."""


def tried(examples: int) -> settings:
    """The same share of so many cases each time; under `make fuzz` five times as many, by the seed that it prints."""
    long = LONG in os.environ
    return settings(
        max_examples=examples * 5 if long else max(2, examples // SHARE),
        derandomize=not long,
        database=None,
        deadline=None,
        print_blob=True,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example],
    )
