"""What is written anywhere commands no terminal and deceives no eye, and honest text is not touched."""

import json
import unicodedata

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from timeline.inert import inert, inert_json, one_line

BIDI = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
UNSAFE = [*map(chr, (*range(9), *range(11, 13), *range(14, 32), *range(127, 160))), *BIDI, "\u2028", "\u2029"]
HARMLESS = st.characters(exclude_categories=["Cc", "Cs", "Cf", "Zl", "Zp", "Cn"])
HOSTILE = st.text(st.sampled_from([*UNSAFE, "\ud800", "\udcff", "\ufffe", "\ufff9", "\U000e0041", *"\r\n\ta ]"]))


@given(st.text() | HOSTILE)
def test_nothing_unsafe_is_left_and_it_stays_so(text: str) -> None:
    safe = inert(text)
    controls = {c for c in safe.replace("\r\n", "\n") if unicodedata.category(c) in {"Cc", "Cs", "Zl", "Zp"}}
    assert controls <= {"\n", "\t"}
    assert not set(safe) & set(BIDI)
    assert inert(safe) == safe
    safe.encode()


@given(st.text(HARMLESS | st.sampled_from("\n\t")))
def test_harmless_text_comes_through_character_for_character(text: str) -> None:
    assert inert(text) == text


@pytest.mark.parametrize("character", [*UNSAFE, "\r", "\ud800", "\uffff"])
def test_what_is_taken_out_leaves_a_line_as_wide_as_it_was_laid_out(character: str) -> None:
    assert cell_len(inert(f"a{character}b")) == cell_len(f"a{character}b")


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("Fenwick \x1b]52;c;ZXZpbA==\x07resigned", "Fenwick ]52;c;ZXZpbA==resigned"),
        ("Fenwick \x9d52;c;ZXZpbA==\x9cresigned", "Fenwick 52;c;ZXZpbA==resigned"),
        ("a line\r\nthat ends\rhere\n\tand a tab", "a line\r\nthat endshere\n\tand a tab"),
        ("user\u202egnp.exe\u202c and \u2066isolate\u2069", "usergnp.exe and isolate"),
        ("a name of a file, caf\udce9.txt", "a name of a file, caf\ufffd.txt"),
    ],
)
def test_what_is_left_of_what_is_unsafe(text: str, safe: str) -> None:
    assert inert(text) == safe


@pytest.mark.parametrize(
    "honest",
    [
        "وزارة الخارجية (C++\u200e) أعلنت",
        "שר החוץ \u200fאמר",
        "می\u200cخواهم \u061c12",
        "👨\u200d👩\u200d👧 and ❤️",
        "cafe\u0301 · naïve\u00a0space · soft\u00adhyphen",
    ],
)
def test_text_of_any_language_and_joined_emoji_still_read(honest: str) -> None:
    assert inert(honest) == honest


def test_a_line_has_no_break_of_any_kind() -> None:
    assert (
        one_line(" one\x0btwo\x85three\u2028four\r\nfive\t\x1b[2Jsix \u202e seven ")
        == "one two three four five [2Jsix seven"
    )


@given(st.recursive(st.text() | st.none(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)))
def test_json_keeps_its_value(value: object) -> None:
    try:
        encoded = msgspec.json.encode(value)
    except UnicodeEncodeError:
        return
    document = inert_json(encoded)
    assert json.loads(document) == value
    assert inert(document) == document


def test_json_shows_what_it_holds() -> None:
    hostile = "\x1b\x7f\x9b\u202e\u2028\U000e0041"
    assert inert_json(msgspec.json.encode(hostile)) == r'"\u001b\u007f\u009b\u202e\u2028\udb40\udc41"'
    assert inert_json(msgspec.json.encode("Šárka “said” 👍")) == '"Šárka “said” 👍"'
