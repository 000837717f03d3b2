"""Bytes become the text that their writer saw, or are refused for a reason."""

import pytest

from extractors.reading.encoding import declared_in_html, decode
from extractors.reading.errors import Unreadable

FRENCH = "Le président a été élu à l’Assemblée, où « l’émotion » était grande. Cela coûte 20 €."
RUSSIAN = "Президент объявил в субботу, что выборы состоятся через восемь дней. Оппозиция не согласна."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_western_text_is_read_in_every_usual_encoding(encoding: str) -> None:
    assert decode(FRENCH.encode(encoding)) == FRENCH


def test_latin_1_without_curly_quotes_is_read() -> None:
    assert (
        decode("El agregado José Luis defectó el sábado.".encode("latin-1"))
        == "El agregado José Luis defectó el sábado."
    )


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r"])
def test_another_alphabet_is_detected(encoding: str) -> None:
    assert decode((RUSSIAN * 5).encode(encoding)) == RUSSIAN * 5


def test_a_declared_encoding_is_believed_where_it_is_not_utf_8() -> None:
    assert decode("Győr és Pécs".encode("iso-8859-2"), "ISO-8859-2") == "Győr és Pécs"
    assert decode("東京で土曜日に".encode("iso-2022-jp"), "iso-2022-jp") == "東京で土曜日に"


@pytest.mark.parametrize("declared", ["iso-8859-1", "utf-16", "no such charset", "undefined", "hex"])
def test_valid_utf_8_is_believed_before_a_declaration(declared: str) -> None:
    assert decode(FRENCH.encode(), declared) == FRENCH


@pytest.mark.parametrize("declared", ["utf-16", "no such charset", "undefined", "hex", "a\0b"])
def test_a_senseless_declaration_does_no_harm(declared: str) -> None:
    assert decode(FRENCH.encode("cp1252"), declared) == FRENCH


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
    assert decode(text.encode(encoding)) == text


def test_capitals_with_accents_are_no_quotes_of_old_macs() -> None:
    text = "SÃO PAULO and MÜNCHEN. The Ós and the Ñandú went home, said José Ó Briain of Ólafsvík."
    assert decode(text.encode("cp1252")) == text
