"""Bytes to text, without guessing: what is not Unicode is said to be so."""

from codecs import BOM_UTF16_BE, BOM_UTF16_LE

from tollbook.document import Raw
from tollbook.errors import UnreadableDocument


def decode(raw: Raw) -> str:
    """Decode UTF-8, or UTF-16 where a byte order mark says so.

    A guess at an older encoding would turn names into other names without anybody seeing
    it, so there is none. A UTF-8 byte order mark is kept: it is part of the file.

    Raises:
        UnreadableDocument: the bytes are binary, or in another encoding.
    """
    if raw.content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return _decode_as("utf-16", raw)
    if b"\0" in raw.content:
        raise UnreadableDocument(
            f"`{raw.name}` is binary: byte {raw.content.index(0)} is NUL; give its text instead"
        )
    return _decode_as("utf-8", raw)


def _decode_as(encoding: str, raw: Raw) -> str:
    try:
        return raw.content.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableDocument(
            f"`{raw.name}` is not {encoding.upper()}: byte {error.start} is "
            f"0x{raw.content[error.start]:02x}; if it is an older encoding, convert it first, "
            "as in `iconv -f WINDOWS-1252 -t UTF-8`"
        ) from error
