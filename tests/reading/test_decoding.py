import pytest

from tollbook.document import Raw
from tollbook.errors import UnreadableDocument
from tollbook.reading.decoding import decode


def raw(content: bytes) -> Raw:
    return Raw(name="x.txt", content=content, suffix=".txt")


def test_a_byte_order_mark_of_utf_8_is_part_of_the_text() -> None:
    assert decode(raw(b"\xef\xbb\xbfOker")) == "\ufeffOker"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_is_read_where_its_mark_says_so(encoding: str) -> None:
    assert decode(raw("\ufeffОкер 🙂".encode(encoding))) == "Окер 🙂"


def test_another_encoding_is_refused_with_the_byte_and_what_to_do() -> None:
    with pytest.raises(UnreadableDocument) as refused:
        decode(raw("Ménaka".encode("latin-1")))
    assert str(refused.value) == (
        "`x.txt` is not UTF-8: byte 1 is 0xe9; if it is an older encoding, convert it first, "
        "as in `iconv -f WINDOWS-1252 -t UTF-8`"
    )


def test_half_a_utf_16_character_is_refused() -> None:
    with pytest.raises(UnreadableDocument, match="is not UTF-16: byte 4"):
        decode(raw(b"\xff\xfeO\x00x"))


def test_binary_is_refused_as_such() -> None:
    with pytest.raises(UnreadableDocument, match="is binary: byte 3 is NUL"):
        decode(raw(b"PK\x03\x00\xff"))
