"""Bytes become the text that their writer saw, or are refused for a reason."""

import pytest

from extractors.reading.encoding import declared_in_html, decode
from extractors.reading.errors import Unreadable

FRENCH = "Le président a été élu à l’Assemblée, où « l’émotion » était grande. Cela coûte 20 €."
RUSSIAN = "Президент объявил в субботу, что выборы состоятся через восемь дней. Оппозиция не согласна."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_western_text_is_read_in_every_usual_encoding(encoding: str) -> None:
    assert decode(FRENCH.encode(encoding)).text == FRENCH


def test_latin_1_without_curly_quotes_is_read() -> None:
    assert (
        decode("El agregado José Luis defectó el sábado.".encode("latin-1")).text
        == "El agregado José Luis defectó el sábado."
    )


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r"])
def test_another_alphabet_is_detected(encoding: str) -> None:
    assert decode((RUSSIAN * 5).encode(encoding)).text == RUSSIAN * 5


def test_a_declared_encoding_is_believed_where_it_is_not_utf_8() -> None:
    assert decode("Győr és Pécs".encode("iso-8859-2"), "ISO-8859-2").text == "Győr és Pécs"
    assert decode("東京で土曜日に".encode("iso-2022-jp"), "iso-2022-jp").text == "東京で土曜日に"


@pytest.mark.parametrize("declared", ["iso-8859-1", "utf-16", "no such charset", "undefined", "hex"])
def test_valid_utf_8_is_believed_before_a_declaration(declared: str) -> None:
    assert decode(FRENCH.encode(), declared).text == FRENCH


@pytest.mark.parametrize("declared", ["utf-16", "no such charset", "undefined", "hex", "a\0b"])
def test_a_senseless_declaration_does_no_harm(declared: str) -> None:
    assert decode(FRENCH.encode("cp1252"), declared).text == FRENCH


@pytest.mark.parametrize(
    "head", ['<meta charset="koi8-r">', "<meta http-equiv='Content-Type' content='text/html; charset=koi8-r'>"]
)
def test_the_charset_of_a_page_is_found(head: str) -> None:
    assert declared_in_html(f"<!doctype html><html><head>{head}".encode()) == "koi8-r"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is empty"),
        (b" \n\t\n", "is empty: it holds only white space"),
        (b"\xef\xbb\xbf", "is empty"),
        (bytes(5000), "holds nothing but zero bytes"),
        (b"The start of an article." + bytes(5000), "is binary, not text"),
        (bytes(range(256)) * 20, "is binary, not text"),
        (b"%PDF-1.7 and so on", "is a PDF, not text"),
        (b"PK\x03\x04 and so on", "is a zip archive, not text"),
    ],
)
def test_what_is_no_text_is_refused_with_its_reason(data: bytes, reason: str) -> None:
    with pytest.raises(Unreadable) as refused:
        decode(data)
    assert refused.value.reason == reason


@pytest.mark.parametrize("encoding", ["mac-roman", "cp1252"])
def test_curly_quotes_and_dashes_tell_old_macs_from_windows(encoding: str) -> None:
    text = "Dockers – some of them furious – went back. “We won,” said René Calder. It wasn’t easy, he added." * 3
    assert decode(text.encode(encoding)).text == text


def test_capitals_with_accents_are_no_quotes_of_old_macs() -> None:
    text = "SÃO PAULO and MÜNCHEN. The Ós and the Ñandú went home, said José Ó Briain of Ólafsvík."
    assert decode(text.encode("cp1252")).text == text


STORY = (
    "The ferry Älva sank off Corran on Friday.\n"
    "“We’re lost,” the café’s owner Zoë Lind told reporters.\n"
    "Police arrested three men on 4 March 2024.\n"
)


def test_a_bad_byte_is_told_with_its_place_and_leaves_all_else_as_it_is() -> None:
    decoded = decode(STORY.encode().replace(b"three", b"th\xffree"))
    assert decoded.text == STORY.replace("three", "th�ree")
    assert decoded.notices == ("has bytes in 1 place that are no UTF-8: FF in line 3 is “�” now",)


def test_a_character_that_breaks_off_is_one_place_and_no_letter() -> None:
    decoded = decode(STORY.encode().replace("’".encode(), b"\xe2\x80"))
    assert decoded.text == STORY.replace("’", "�")
    assert "in 2 places that are no UTF-8: E2 80 in line 2 is “�” now; E2 80 in line 2" in decoded.notices[0]


def test_a_letter_pasted_from_windows_1252_is_read_and_told() -> None:
    decoded = decode(STORY.encode().replace("é".encode(), b"\xe9").replace("’".encode(), b"\x92"))
    assert decoded.text == STORY
    assert "E9 in line 2 is “é” now" in decoded.notices[0]


def test_of_many_stray_bytes_the_first_are_told_and_the_number_of_the_others() -> None:
    decoded = decode((STORY * 5).encode().replace(b"Corran", b"C\xffrran"))
    assert "in 5 places" in decoded.notices[0]
    assert decoded.notices[0].count("FF") == 3
    assert decoded.notices[0].endswith(", and 2 more")


def test_utf_8_pasted_into_windows_1252_is_read_as_what_it_is() -> None:
    decoded = decode(STORY.encode("cp1252").replace(b"\x93", "“".encode()))
    assert decoded.text == STORY


def test_what_does_not_say_its_encoding_is_told_to_have_been_guessed() -> None:
    assert decode(STORY.encode("cp1252")).notices == (
        "is not UTF-8, and does not say what it is: it was read as windows-1252",
    )
    assert decode(STORY.encode("cp1252"), "windows-1252").notices == ()
    assert decode(STORY.encode()).notices == ()


def test_a_byte_that_windows_1252_has_not_takes_no_other_with_it() -> None:
    decoded = decode(STORY.encode("cp1252").replace(b"three", b"th\x81ree"))
    assert decoded.text == STORY.replace("three", "th�ree")
    assert "81 in line 3 is “�” now" in decoded.notices[1]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_utf_16_and_utf_32_need_no_mark(encoding: str) -> None:
    decoded = decode(STORY.encode(encoding))
    assert decoded.text == STORY
    assert decoded.notices == (f"is {encoding[:6].upper()} without the mark that says so",)
    assert decode((RUSSIAN * 3).encode(encoding)).text == RUSSIAN * 3


def test_utf_16_that_breaks_off_is_read_to_there_and_told() -> None:
    decoded = decode(STORY.encode("utf-16")[:-1])
    assert decoded.text == STORY[:-1] + "�"
    assert decoded.notices == ("has bytes that are nothing in utf-16: each is “�” now, the first in line 3",)


@pytest.mark.parametrize(
    ("data", "number"), [(b"The ferry\0 sank on Friday.", "1 control character"), (b"A f\1erry sa\2nk.", "2 control")]
)
def test_few_control_characters_make_no_binary_of_a_short_text(data: bytes, number: str) -> None:
    (notice,) = decode(data).notices
    assert f"has {number}" in notice


@pytest.mark.parametrize("data", [b"\0\1\2 ok \3\4", bytes(range(64)) * 3, b"\x01\x02\x03\x04" + b"x" * 20])
def test_a_few_letters_make_no_text_of_what_is_binary(data: bytes) -> None:
    with pytest.raises(Unreadable, match="binary"):
        decode(data)


def test_quotation_marks_that_became_control_characters_are_quotation_marks_again() -> None:
    assert decode("\x93It\x92s late\x94 \x96 he said".encode()).text == "“It’s late” – he said"
