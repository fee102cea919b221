from pathlib import Path

import numpy as np
import pytest

from tollbook.annotating.encoder.plain import PlainNetwork
from tollbook.annotating.encoder.session import OnnxNetwork
from tollbook.annotating.encoder.weights import check_labels, read_weights
from tollbook.annotation import LABELS
from tollbook.errors import UnusableWeights


def number(key: int, value: int) -> bytes:
    return bytes([key << 3]) + varint(value)


def message(key: int, content: bytes) -> bytes:
    return bytes([key << 3 | 2]) + varint(len(content)) + content


def varint(value: int) -> bytes:
    low, rest = value & 0x7F, value >> 7
    return bytes([low]) if not rest else bytes([low | 0x80]) + varint(rest)


def tensor(name: str, shape: list[int], kind: int, *content: bytes) -> bytes:
    dims = b"".join(number(1, size) for size in shape)
    return message(5, dims + number(2, kind) + b"".join(content) + message(8, name.encode()))


def onnx_file(folder: Path, *graph: bytes, says: bytes = b"") -> Path:
    file = folder / "weights.onnx"
    file.write_bytes(number(1, 8) + message(7, b"".join(graph)) + says)
    return file


def test_whole_numbers_and_fractions_are_read_however_they_are_stored(tmp_path: Path) -> None:
    raw = np.array([[1, -2, 3], [-4, 5, 6]], dtype=np.int8).tobytes()
    halves = np.array([0.5, -1.5], dtype="<f4").tobytes()
    file = onnx_file(
        tmp_path,
        tensor("raw", [2, 3], 3, message(9, raw)),
        tensor("packed", [2], 1, message(4, halves)),
        tensor("alone", [], 2, message(5, varint(131))),
        tensor("negative", [1], 3, message(5, varint((1 << 64) - 7))),
    )
    arrays = read_weights(file).arrays
    assert arrays["raw"].tolist() == [[1, -2, 3], [-4, 5, 6]]
    assert arrays["packed"].tolist() == [0.5, -1.5]
    assert arrays["alone"].tolist() == 131
    assert arrays["negative"].tolist() == [-7]


def test_weights_kept_once_for_two_places_are_found_under_both_names(tmp_path: Path) -> None:
    node = message(1, message(1, b"one") + message(2, b"other") + message(4, b"Identity"))
    raw = np.array([7], dtype=np.int8).tobytes()
    file = onnx_file(tmp_path, node, tensor("one", [1], 3, message(9, raw)))
    assert read_weights(file).arrays["other"].tolist() == [7]


def test_what_the_file_says_of_itself_is_read(tmp_path: Path) -> None:
    says = message(14, message(1, b"labels") + message(2, b"killed injured"))
    assert read_weights(onnx_file(tmp_path, says=says)).says == {"labels": "killed injured"}


@pytest.mark.parametrize("kind", [OnnxNetwork, PlainNetwork])
def test_missing_weights_say_where_they_were_looked_for(
    kind: type[OnnxNetwork] | type[PlainNetwork], tmp_path: Path
) -> None:
    with pytest.raises(UnusableWeights, match=r"not at .*nowhere\.onnx"):
        kind(tmp_path / "nowhere.onnx")


@pytest.mark.parametrize("kind", [OnnxNetwork, PlainNetwork])
@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"not weights at all", id="another file"),
        pytest.param(b"", id="an empty file"),
        pytest.param(b"\x3a\xff\xff\xff\x7f", id="a file cut off"),
    ],
)
def test_a_file_that_holds_no_weights_is_refused(
    kind: type[OnnxNetwork] | type[PlainNetwork], content: bytes, tmp_path: Path
) -> None:
    file = tmp_path / "weights.onnx"
    file.write_bytes(content)
    with pytest.raises(UnusableWeights, match=r"weights\.onnx"):
        kind(file)


def test_shipped_weights_that_were_cut_off_are_refused(weights: Path, tmp_path: Path) -> None:
    file = tmp_path / "weights.onnx"
    file.write_bytes(weights.read_bytes()[:-1000])
    with pytest.raises(UnusableWeights):
        read_weights(file)


@pytest.mark.parametrize(
    ("says", "outputs"),
    [
        pytest.param({}, len(LABELS) - 1, id="one label fewer"),
        pytest.param({"labels": " ".join(reversed(LABELS))}, len(LABELS), id="another order"),
    ],
)
def test_weights_for_other_labels_are_refused(says: dict[str, str], outputs: int) -> None:
    with pytest.raises(UnusableWeights, match="trained for other labels"):
        check_labels(Path("weights.onnx"), says, outputs)


def test_the_shipped_weights_are_small_enough_to_ship(weights: Path) -> None:
    assert weights.stat().st_size <= 25_000_000
