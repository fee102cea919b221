"""The one file of trained weights: where it lies, what is in it, and whether it fits.

An ONNX file is a protocol buffer. The few messages that hold weights are read here, so that
the encoder also runs where ONNX Runtime cannot be installed; nothing else is read.

References:
    onnx.proto3 of the ONNX project; the wire format of protocol buffers.
"""

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import file_digest
from importlib.resources import files
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from tollbook.annotating.encoder.hints import HINTS
from tollbook.annotation import LABELS
from tollbook.errors import UnusableWeights

# Fields of the messages, and the kinds of numbers a tensor may hold, as onnx.proto3 has them.
_MODEL_GRAPH: Final = 7
_MODEL_METADATA: Final = 14
_ENTRY_KEY, _ENTRY_VALUE = 1, 2
_GRAPH_NODE, _GRAPH_INITIALIZER = 1, 5
_NODE_INPUT, _NODE_OUTPUT, _NODE_KIND = 1, 2, 4
_TENSOR_DIMS, _TENSOR_KIND, _TENSOR_NAME, _TENSOR_RAW = 1, 2, 8, 9
_TENSOR_FLOATS, _TENSOR_INTEGERS = 4, 5
_KINDS: Final = {1: "<f4", 2: "u1", 3: "i1", 7: "<i8"}

SET_OF_LABELS: Final = "labels"
"""Under this key the file says which labels it was trained for, in order, parted by blanks."""

SET_OF_HINTS: Final = "hints"
"""Likewise the hints it is told, parted by bars."""

Array = NDArray[np.generic]


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What the file holds: each matrix by its name, and what the file says of itself."""

    arrays: Mapping[str, Array]
    says: Mapping[str, str]


def shipped() -> Path:
    """Say where the weights that come with tollbook lie."""
    return Path(str(files("tollbook") / "data/encoder/model.onnx"))


@lru_cache(maxsize=1)
def version(weights: Path | None = None) -> str:
    """Name weights by their content: the first digits of their SHA-256.

    Args:
        weights: their file; the shipped ones where none is given.

    Raises:
        UnusableWeights: they are not there.
    """
    with find(weights or shipped()).open("rb") as file:
        return file_digest(file, "sha256").hexdigest()[:8]


def find(file: Path) -> Path:
    """Give the file back if it is there.

    Raises:
        UnusableWeights: it is not.
    """
    if not file.is_file():
        raise UnusableWeights(
            f"the encoder's weights are not at `{file}`; install tollbook again, "
            "or read with --annotator rules"
        )
    return file


def check_labels(file: Path, says: Mapping[str, str], outputs: int) -> None:
    """Check that weights were trained for the labels and hints this version of tollbook knows.

    Args:
        file: where they lie.
        says: what the file says of itself.
        outputs: how many labels it tells apart.

    Raises:
        UnusableWeights: they were trained for others.
    """
    fits = says.get(SET_OF_LABELS) == " ".join(LABELS) and says.get(SET_OF_HINTS) == "|".join(HINTS)
    if outputs != len(LABELS) or not fits:
        raise UnusableWeights(
            f"`{file}` was trained for other labels or hints than this version of tollbook reads "
            f"({outputs} against {len(LABELS)}); train it again with `make train`"
        )


def read_weights(file: Path) -> Weights:
    """Read every matrix of an ONNX file.

    Raises:
        UnusableWeights: it is not there, or is no ONNX file.
    """
    content = memoryview(find(file).read_bytes())
    arrays: dict[str, Array] = {}
    says: dict[str, str] = {}
    same: list[tuple[str, str]] = []
    try:
        for number, message in _fields(content):
            if number == _MODEL_GRAPH:
                for part, inner in _fields(_bytes(message)):
                    if part == _GRAPH_INITIALIZER:
                        name, array = _tensor(_bytes(inner))
                        arrays[name] = array
                    elif part == _GRAPH_NODE:
                        same += _another_name(_bytes(inner))
            elif number == _MODEL_METADATA:
                entry = dict(_fields(_bytes(message)))
                key = _text(entry[_ENTRY_KEY])
                says[key] = _text(entry.get(_ENTRY_VALUE, memoryview(b"")))
    except (ValueError, IndexError, KeyError, struct.error) as error:
        raise UnusableWeights(f"`{file}` is no ONNX file that tollbook can read") from error
    # The exporter keeps equal matrices once, under one of their names.
    arrays |= {name: arrays[kept] for name, kept in same if kept in arrays}
    return Weights(arrays=arrays, says=says)


Field = int | memoryview


def _fields(message: memoryview) -> Iterator[tuple[int, Field]]:
    """Give the fields of a message: numbers as they are, all else as its bytes."""
    at = 0
    while at < len(message):
        key, at = _varint(message, at)
        number, wire = key >> 3, key & 7
        if wire == 0:
            value, at = _varint(message, at)
            yield number, value
            continue
        length = 8 if wire == 1 else 4
        if wire == 2:
            length, at = _varint(message, at)
        elif wire not in (1, 5):
            raise ValueError(f"no field begins with wire type {wire}")
        if at + length > len(message):
            raise ValueError("a field ends after its message")
        yield number, message[at : at + length]
        at += length


def _varint(message: memoryview, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = message[at]
        at += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, at
        shift += 7


def _bytes(field: Field) -> memoryview:
    if isinstance(field, int):
        raise ValueError("a message was expected where a number stands")
    return field


def _text(field: Field) -> str:
    return bytes(_bytes(field)).decode("utf-8")


def _tensor(message: memoryview) -> tuple[str, Array]:
    shape: list[int] = []
    kind, name = 0, ""
    raw = memoryview(b"")
    floats, integers = bytearray(), list[int]()
    for number, field in _fields(message):
        if number == _TENSOR_DIMS:
            shape += _integers(field)
        elif number == _TENSOR_KIND and isinstance(field, int):
            kind = field
        elif number == _TENSOR_NAME:
            name = _text(field)
        elif number == _TENSOR_RAW:
            raw = _bytes(field)
        elif number == _TENSOR_FLOATS:
            floats += _bytes(field)
        elif number == _TENSOR_INTEGERS:
            integers += _integers(field)
    if raw or not (floats or integers):
        array = np.frombuffer(raw, dtype=_KINDS.get(kind, "u1"))
    elif floats:
        array = np.frombuffer(bytes(floats), dtype="<f4")
    else:
        array = np.array(integers, dtype=np.int32)
    return name, array.reshape(shape) if kind in _KINDS else array


def _integers(field: Field) -> list[int]:
    """Read numbers that stand alone or packed, 32 bits signed."""
    if isinstance(field, int):
        return [_signed(field)]
    found, at = [], 0
    while at < len(field):
        value, at = _varint(field, at)
        found.append(_signed(value))
    return found


def _signed(value: int) -> int:
    return value - (1 << 64) if value >= 1 << 63 else value


def _another_name(message: memoryview) -> list[tuple[str, str]]:
    kept = name = ""
    for number, field in _fields(message):
        if number == _NODE_KIND and _text(field) != "Identity":
            return []
        if number == _NODE_INPUT:
            kept = _text(field)
        elif number == _NODE_OUTPUT:
            name = _text(field)
    return [(name, kept)]
