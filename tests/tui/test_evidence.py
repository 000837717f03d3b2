from hypothesis import given
from hypothesis import strategies as st

from tests.tui.demo import HARBOUR
from tui import evidence


def test_without_colour_what_when_and_who_are_written_out() -> None:
    assertion = HARBOUR.assertions[2]
    shown = evidence.paragraph(HARBOUR.article, assertion, plain=True).plain
    assert "*lost*" in shown
    assert "‹last week›" in shown
    assert "⟦Mayor Ilse Varga⟧ said" in shown


def test_with_colour_the_text_is_as_it_was_read_and_the_whole_paragraph_is_there() -> None:
    shown = evidence.paragraph(HARBOUR.article, HARBOUR.assertions[2], plain=False).plain
    assert shown in HARBOUR.article.text
    assert shown.startswith("Crane drivers")


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=5))
def test_marks_never_lose_or_change_text(text: str, spans: list[tuple[int, int]]) -> None:
    clean = "".join(c for c in text if c.isprintable())
    marks = [evidence.Mark(min(span), max(span), "bold", "<", ">") for span in spans]
    shown = evidence.marked(clean, (0, len(clean)), marks, plain=False)
    assert shown.plain == clean
