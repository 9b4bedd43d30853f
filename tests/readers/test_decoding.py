import codecs

import pytest

from pipeline.errors import ReadError
from pipeline.readers.decoding import decoded

WORDS = "“It’s fair – we’ll improve,” said Zoë Pryce. It cost £40."
CYRILLIC = "Проверка показала, что школа работает хорошо и дети в ней довольны учёбой."
WESTERN = WORDS.encode("cp1252")


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252", "utf-16-le", "utf-16-be"],
)
def test_common_encodings_need_no_declaration(encoding):
    assert decoded(WORDS.encode(encoding), "a.txt") == WORDS


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [(codecs.BOM_UTF16_BE, "utf-16-be"), (codecs.BOM_UTF32_BE, "utf-32-be")],
)
def test_big_endian_marks_are_known(mark, encoding):
    assert decoded(mark + WORDS.encode(encoding), "a.txt") == WORDS


@pytest.mark.parametrize(
    ("data", "declared", "text"),
    [
        (WORDS.encode("utf-8"), "windows-1251", WORDS),
        (WESTERN, "utf-8", WORDS),
        (WESTERN, "iso-8859-1", WORDS),
        (WESTERN, "no-such-charset", WORDS),
        (CYRILLIC.encode("cp1251"), "windows-1251", CYRILLIC),
    ],
    ids=[
        "valid UTF-8 wins over a declaration",
        "declared UTF-8, but Windows-1252",
        "Latin-1 means Windows-1252",
        "a charset nobody knows",
        "a true declaration is believed",
    ],
)
def test_declarations_are_believed_where_the_bytes_agree(data, declared, text):
    assert decoded(data, "a.html", declared) == text


@pytest.mark.parametrize(
    ("broken", "mended"),
    [
        (b"Zo\xc3\xab said it\x92s fine", "Zoë said it’s fine"),
        (b"Zo\xc3\xab said \xe2\x80 so", "Zoë said \ufffd so"),
        (b"Zo\xc3\xab said so \xe2\x80", "Zoë said so \ufffd"),
    ],
    ids=["a stray Windows-1252 byte", "a sequence cut short", "cut off at the end"],
)
def test_broken_utf8_is_mended_where_it_is_broken(broken, mended):
    assert decoded(broken, "a.txt") == mended


def test_a_few_stray_bytes_are_damage_and_no_other_alphabet():
    english = b"The force was good at preventing crime. " * 20
    assert decoded(english + b"\xff\xfe(", "a.txt").endswith("crime. ÿþ(")


def test_the_same_bytes_always_give_the_same_text():
    data = CYRILLIC.encode("koi8-r")
    assert len({decoded(data, "a.txt") for _ in range(3)}) == 1


def test_what_no_encoding_fits_is_an_error(monkeypatch):
    class Nothing:
        def best(self):
            return None

    monkeypatch.setattr("pipeline.readers.decoding.from_bytes", lambda _: Nothing())
    with pytest.raises(ReadError, match="no encoding fits"):
        decoded(b"\x81\x8d\x8f" * 9, "a.txt")
