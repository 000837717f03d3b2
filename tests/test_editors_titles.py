"""The benchmark of editors' titles: which words it holds to be the same, and how it pairs lines."""

from benchmarks.editors_titles import pairs, telling


def test_words_are_the_same_in_any_form_and_small_ones_tell_nothing() -> None:
    ours, gold = telling("Lind's ferry carried nine sailors"), telling("The ferry of Lind carries nine sailors")
    assert len(ours) == len(gold)
    assert all(any(one & other for other in gold) for one in ours)


def test_figures_stay_whole() -> None:
    assert {"2.5"} in telling("grew by 2.5%")
    assert {"1,200ft"} in telling("fell 1,200ft below")


def test_each_line_of_an_editor_is_held_against_our_line_of_its_clause() -> None:
    text = "The council of Corran closed the pier on 3 May 2019, and Rosa Lind resigned on 5 May 2019."
    gold = {
        "article_date": "2019-06-01",
        "events": [
            {"start": 59, "end": 77, "date": "2019-05-05", "title": "Rosa Lind resigns"},
            {"start": 0, "end": 53, "date": "2019-05-03", "title": "Corran closes its pier"},
            {"start": 0, "end": 53, "date": "2019-05-03", "title": ""},
        ],
    }
    found = {pair.gold: pair.ours for pair in pairs(gold, text)}
    assert found["Rosa Lind resigns"] == "Rosa Lind resigned"
    assert "closed the pier" in found["Corran closes its pier"]
    assert len(found) == 2
