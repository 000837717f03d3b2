import pytest

from extractors.worker.limits import Limit, read_limit, told_memory, told_seconds


@pytest.mark.parametrize(
    ("typed", "limit"),
    [
        ("60s", Limit(seconds=60)),
        ("0.5 s", Limit(seconds=0.5)),
        ("5min", Limit(seconds=300)),
        ("2h", Limit(seconds=7200)),
        ("2GB", Limit(memory=2e9)),
        ("300 mb", Limit(memory=3e8)),
        ("5min,2GB", Limit(seconds=300, memory=2e9)),
        (" 2GB 5 min ", Limit(seconds=300, memory=2e9)),
    ],
)
def test_a_limit_is_a_time_a_memory_or_both(typed: str, limit: Limit) -> None:
    assert read_limit(typed) == limit


@pytest.mark.parametrize("typed", ["", "60", "s", "-5s", "0s", "5 parsecs", "5min;2GB", "∞", "1e400s", "9" * 400 + "s"])
def test_what_is_no_limit_is_refused_with_an_example(typed: str) -> None:
    with pytest.raises(ValueError, match="one looks like 60s, 5min, 2GB, or 5min,2GB"):
        read_limit(typed)


def test_a_longer_article_may_take_more_and_another_pipeline_longer() -> None:
    short, long = Limit().bounds(1_000), Limit().bounds(1_000_000)
    assert short.seconds < long.seconds
    assert short.memory < long.memory
    assert Limit().bounds(1_000, other_model=True).seconds == 10 * short.seconds


def test_what_a_person_sets_holds_for_articles_of_any_length() -> None:
    limit = Limit(seconds=3, memory=2e9)
    assert limit.bounds(10) == limit.bounds(10_000_000, other_model=True)
    assert (limit.bounds(10).seconds, limit.bounds(10).memory) == (3, 2e9)


def test_amounts_are_told_as_they_are_typed() -> None:
    assert [told_seconds(seconds) for seconds in (0.5, 60.4, 150, 7200)] == ["0.5 s", "60 s", "2.5 min", "2 h"]
    assert [told_memory(memory) for memory in (3e8, 1.5e9, 2e9)] == ["300 MB", "1.5 GB", "2 GB"]
