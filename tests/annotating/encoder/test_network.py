import sys
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from tollbook.annotating.encoder.hints import Hints
from tollbook.annotating.encoder.network import Network, Reading, network
from tollbook.annotating.encoder.pieces import vocabulary
from tollbook.annotating.encoder.plain import PlainNetwork
from tollbook.annotating.encoder.session import OnnxNetwork
from tollbook.annotating.encoder.windows import windows
from tollbook.document import Span
from tollbook.extracting.parsing.sentences import sentences

SENTENCES = [
    "At least 12 people were killed on Tuesday when shells struck the landing at Ketta, the mayor "
    "said.",
    "The Sorn Rights Monitor put the number of dead at 17 and said that 30 others were wounded.",
    "The army denied shelling the town.",
    "Two nurses were among the dead, and a clinic burned down.",
]


def sheet(count: int) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """Give the pieces of the first sentences, and what the grammar sees at them."""
    text = " ".join(SENTENCES[:count])
    passages = [*sentences(text)]
    spans = [Span(start=passage.start, end=passage.end) for passage in passages]
    (window,) = windows(text, spans, [True] * len(spans), vocabulary())
    return np.array(window.ids, dtype=np.int64), Hints(passages).of(window)


def probabilities(reading: Reading) -> NDArray[np.float64]:
    return 1 / (1 + np.exp(-reading.labels.astype(np.float64)))


@pytest.fixture(scope="module")
def both(weights: Path) -> tuple[Network, Network]:
    return OnnxNetwork(weights), PlainNetwork(weights)


@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_numpy_and_onnx_runtime_see_the_same(both: tuple[Network, Network], count: int) -> None:
    ours, theirs = (each.read(*sheet(count)) for each in both)
    differences = abs(probabilities(ours) - probabilities(theirs))
    # Both round to 256 steps between layers. Where a number lies half way, its last bit decides,
    # and the step goes on from there; on 24 windows of training reports the largest difference
    # was 0.10, the largest mean of one window 0.0026. A wrong layer gives a mean above 0.02.
    assert differences.max() < 0.25
    assert differences.mean() < 0.005
    assert abs(ours.counted - theirs.counted).mean() < 0.1
    assert abs(ours.quoted - theirs.quoted).mean() < 0.1


def test_the_network_is_loaded_once(weights: Path) -> None:  # noqa: ARG001
    assert network() is network()


@pytest.mark.usefixtures("weights", "fresh_network")
def test_onnx_runtime_is_taken_where_it_is_installed() -> None:
    assert isinstance(network(), OnnxNetwork)


@pytest.mark.usefixtures("weights", "fresh_network")
def test_numpy_steps_in_where_onnx_runtime_is_not_installed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    monkeypatch.delitem(sys.modules, "tollbook.annotating.encoder.session")
    assert isinstance(network(), PlainNetwork)
