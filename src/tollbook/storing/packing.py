"""Nouns as bytes and back, equal to what they were, ids and all."""

import json
import zlib
from datetime import date, datetime
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic_core import PydanticSerializationError

if TYPE_CHECKING:
    from pydantic import TypeAdapter

Noun = TypeVar("Noun")

_QUICK = 1  # a third more bytes than the best, in a third of the time
_EXACT = b"~"


def pack(kind: type[Noun], noun: Noun) -> bytes:
    """Write a noun as compressed JSON."""
    adapter = _adapter(kind)
    try:
        written = adapter.dump_json((noun,))
    except PydanticSerializationError:
        # Half a surrogate pair, from damaged JSON: pydantic writes none.
        plain = adapter.dump_python((noun,))
        text = json.dumps(plain, default=_tagged, ensure_ascii=False)
        written = _EXACT + text.encode("utf-8", "surrogatepass")
    return zlib.compress(written, _QUICK)


def unpack(kind: type[Noun], packed: bytes) -> Noun:
    """Read a noun that `pack` wrote."""
    written = zlib.decompress(packed)
    found: tuple[Noun]
    if written.startswith(_EXACT):
        text = written.removeprefix(_EXACT).decode("utf-8", "surrogatepass")
        found = _adapter(kind).validate_python(json.loads(text, object_hook=_untagged))
    else:
        found = _adapter(kind).validate_json(written, strict=True)
    return found[0]


def _adapter(kind: type) -> "TypeAdapter[Any]":
    return _adapters(kind)


@cache
def _adapters(kind: Any) -> "TypeAdapter[Any]":
    from pydantic import ConfigDict, TypeAdapter

    # A dataclass takes no configuration from outside, a tuple of one does.
    return TypeAdapter(tuple[kind], config=ConfigDict(ser_json_inf_nan="constants"))


def _tagged(moment: object) -> dict[str, str]:
    if isinstance(moment, datetime):
        return {"$datetime": moment.isoformat()}
    if isinstance(moment, date):
        return {"$date": moment.isoformat()}
    raise TypeError(f"{moment!r} is no part of a noun")


def _untagged(plain: dict[str, Any]) -> object:
    if "$datetime" in plain:
        return datetime.fromisoformat(plain["$datetime"])
    if "$date" in plain:
        return date.fromisoformat(plain["$date"])
    return plain
