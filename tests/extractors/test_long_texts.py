from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from extractors import long_texts
from extractors.long_texts import LONGEST_PIECE, LONGEST_RUN, PIECE, tokenize
from extractors.pipeline import COMPONENTS, load_pipeline, process

SAMPLES = sorted((Path(__file__).parents[2] / "data" / "samples").glob("*.txt"))
GRAMMAR: list[int | str] = ["TAG", "POS", "MORPH", "LEMMA", "HEAD", "DEP", "SENT_START", "ENT_IOB", "ENT_TYPE"]
HOSTILE = ['"', "(", "$", "😀", "—", "a-b-", "'s", ":)", "x'", "http://a.b/", "\u0301", "…", "1,"]


@pytest.fixture(scope="module")
def grammar() -> Language:
    nlp = load_pipeline()
    for component in COMPONENTS:
        nlp.remove_pipe(component)
    return nlp


def characters_searched(monkeypatch: pytest.MonkeyPatch, nlp: Language, text: str) -> int:
    """How many characters the tokenizer's patterns are given to search."""
    searched = 0

    def counting(search: Callable[[str], object]) -> Callable[[str], object]:
        def counted(text: str) -> object:
            nonlocal searched
            searched += len(text)
            return search(text)

        return counted

    with monkeypatch.context() as patch:
        for name in ("prefix_search", "suffix_search", "infix_finditer", "url_match"):
            patch.setattr(nlp.tokenizer, name, counting(getattr(nlp.tokenizer, name)))
        tokenize(nlp, text)
    return searched


@pytest.mark.parametrize("unit", HOSTILE)
def test_a_run_without_spaces_is_tokenised_in_proportion_to_its_length(
    monkeypatch: pytest.MonkeyPatch, grammar: Language, unit: str
) -> None:
    """No character is looked at more often than the longest run has characters, which is fewer than this one has."""
    text = unit * (8 * LONGEST_RUN // len(unit))
    assert characters_searched(monkeypatch, grammar, text) < LONGEST_RUN * len(text)


@given(st.lists(st.tuples(st.sampled_from([*HOSTILE, " ", "\n", "He left. "]), st.integers(1, 1200)), max_size=4))
@settings(deadline=None)
def test_tokens_are_the_text_whatever_its_runs(grammar: Language, parts: list[tuple[str, int]]) -> None:
    text = "".join(unit * count for unit, count in parts)
    doc = tokenize(grammar, text)
    assert doc.text == text
    assert max((len(token) for token in doc if not token.is_space), default=0) <= LONGEST_RUN


def test_tokens_of_words_that_are_not_too_long_are_those_of_the_pipeline(grammar: Language) -> None:
    address = f"https://example.org/{'a/' * 230}"
    text = f"She can't say: {address} (“won't”). {SAMPLES[0].read_text(encoding='utf-8')}"
    assert tokenize(grammar, text).to_bytes() == grammar.make_doc(text).to_bytes()


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_grammar_read_in_pieces_is_that_of_the_whole(
    monkeypatch: pytest.MonkeyPatch, grammar: Language, path: Path
) -> None:
    text = path.read_text(encoding="utf-8")
    whole = process(grammar, text).to_array(GRAMMAR)
    monkeypatch.setattr(long_texts, "PIECE", 40)
    monkeypatch.setattr("extractors.pipeline.PIECE", 40)
    assert (process(grammar, text).to_array(GRAMMAR) == whole).all()


@pytest.mark.parametrize(
    ("text", "longest"),
    [
        ("Crews searched the bay.\n\n" * 900, PIECE),
        ("Crews searched the bay. " * 2_500, LONGEST_PIECE),
        ("the bay " * 6_000, LONGEST_PIECE),
        (f"{'the bay ' * 1_000}\n\n" * 3, 2_002),
    ],
)
def test_no_more_than_a_piece_is_parsed_at_once_and_pieces_end_where_sentences_do(
    monkeypatch: pytest.MonkeyPatch, grammar: Language, text: str, longest: int
) -> None:
    lengths, parser = [], grammar.get_pipe("dateline_grammar")

    def counted(doc: Doc) -> Doc:
        lengths.append(len(doc))
        return parser(doc)

    monkeypatch.setattr(
        grammar, "_components", [(n, counted if n == "dateline_grammar" else p) for n, p in grammar._components]
    )
    doc = process(grammar, text)
    assert doc.text == text
    assert len(lengths) > 1
    assert longest / 2 < max(lengths) <= longest + 32
    assert doc.has_annotation("DEP")
    if "." in text:
        assert {sentence.text.strip() for sentence in doc.sents} == {"Crews searched the bay."}


def test_a_long_text_is_read_as_one_though_it_is_parsed_in_pieces(
    nlp: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "\n\n".join(
        f"President Ana Kovac resigned Saturday, report {number} said. Kovac left at once." for number in range(12)
    )
    whole = process(nlp, text)
    monkeypatch.setattr(long_texts, "PIECE", 50)
    monkeypatch.setattr("extractors.pipeline.PIECE", 50)
    parted = process(nlp, text)
    assert parted.text == text
    assert [event.text for event in parted.spans["events"]] == [event.text for event in whole.spans["events"]]
    assert {mention.id_ for mention in parted.spans["actors"]} == {mention.id_ for mention in whole.spans["actors"]}


def test_a_pipeline_that_joins_tokens_is_given_the_whole_text(monkeypatch: pytest.MonkeyPatch) -> None:
    nlp = load_pipeline()
    nlp.add_pipe("merge_entities", after="ner")
    monkeypatch.setattr("extractors.pipeline.PIECE", 20)
    text = "President Ana Kovac resigned Saturday.\n\n" * 5
    doc = process(nlp, text)
    assert doc.text == text
    assert "Ana Kovac" in {token.text for token in doc}
