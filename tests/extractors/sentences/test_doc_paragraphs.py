import spacy
from hypothesis import given
from hypothesis import strategies as st

from extractors.sentences.paragraphs import paragraphs
from timeline.paragraphs import paragraphs as paragraphs_of_text

BLANK = spacy.blank("en")


@given(st.text("ab.“ \t\n\u00a0\u2029", max_size=40))
def test_the_paragraphs_of_a_doc_are_those_of_its_text(text: str) -> None:
    doc = BLANK.make_doc(text)
    found = [doc[start:end].text.strip() for start, end in paragraphs(doc)]
    assert found == [text[start:end].strip() for start, end in paragraphs_of_text(text)]
