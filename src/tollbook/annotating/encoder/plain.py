"""The network in numpy, for machines that have no ONNX Runtime: the same file, slower.

The graph multiplies whole numbers: each matrix is stored in 8 bits, and what comes in is
rounded to 8 bits on the way. The same is done here, so that both agree.

References:
    Devlin et al., BERT (2019), for the layers; the operator DynamicQuantizeLinear of ONNX for
    the rounding; Abramowitz & Stegun 7.1.26 for the error function.
"""

from pathlib import Path
from typing import Final, cast

import numpy as np
from numpy.typing import NDArray

from tollbook.annotating.encoder.network import Ids, Numbers, Reading
from tollbook.annotating.encoder.weights import Weights, check_labels, read_weights
from tollbook.errors import UnusableWeights

_HEADS: Final = 12
_EPSILON: Final = np.float32(1e-12)


class PlainNetwork:
    """Runs the network layer by layer."""

    def __init__(self, file: Path) -> None:
        """Load the weights.

        Raises:
            UnusableWeights: the file is not there, is no ONNX file, or fits other labels.
        """
        weights = read_weights(file)
        try:
            self._words = _Table(weights, "words")
            self._positions = _Table(weights, "positions")
            self._hinted = weights.arrays["hinted"].astype(np.float32)
            self._embedding_norm = _Norm(weights, "embedding_norm")
            self._layers = [_Layer(weights, f"layers.{n}") for n in range(_depth(weights))]
            self._labels = _Affine(weights, "labels")
            self._counted = _Affine(weights, "counted")
            self._quoted = _Affine(weights, "quoted")
        except KeyError as error:
            raise UnusableWeights(f"`{file}` lacks the weights {error}") from error
        check_labels(file, weights.says, self._labels.outputs)

    def read(self, ids: Ids, hints: Numbers) -> Reading:
        """Read the pieces of one window, shape (pieces,), with their hints."""
        x = self._words.rows(ids) + self._positions.rows(np.arange(len(ids)))
        x = x + hints @ self._hinted
        x = self._embedding_norm(x)
        for layer in self._layers:
            x = layer(x)
        rounded = _Rounded(x)
        return Reading(self._labels(rounded), self._counted(rounded), self._quoted(rounded))


def _depth(weights: Weights) -> int:
    return len({name.split(".")[1] for name in weights.arrays if name.startswith("layers.")})


class _Rounded:
    """Numbers as the graph rounds them: 256 steps from the smallest to the largest."""

    def __init__(self, x: Numbers) -> None:
        low, high = min(x.min(), np.float32(0)), max(x.max(), np.float32(0))
        self.step = np.float32((high - low) / np.float32(255)) or np.float32(1)
        zero = np.clip(np.rint(-low / self.step), 0, 255)
        self.steps = np.clip(np.rint(x / self.step) + zero, 0, 255) - zero


class _Affine:
    """`x @ weight + bias`, the weight with a step per column."""

    def __init__(self, weights: Weights, name: str) -> None:
        arrays = weights.arrays
        stored = arrays[f"{name}.weight_quantized"].astype(np.float32)
        # Kept as floats: numpy multiplies those by BLAS, and whole numbers one by one.
        self._steps = stored - arrays[f"{name}.weight_zero_point"].astype(np.float32)
        self._step = arrays[f"{name}.weight_scale"].astype(np.float32)
        self._bias = arrays[f"{name}.bias"].astype(np.float32)
        self.outputs = self._steps.shape[1]

    def __call__(self, x: _Rounded) -> Numbers:
        product = cast(Numbers, x.steps @ self._steps)
        return product * (x.step * self._step) + self._bias


class _Table:
    """A row of numbers for each piece; kept in 8 bits, since few rows are ever asked for."""

    def __init__(self, weights: Weights, name: str) -> None:
        self._rows = weights.arrays[f"{name}.weight_quantized"]
        self._zero = weights.arrays[f"{name}.weight_zero_point"].astype(np.float32)
        self._step = weights.arrays[f"{name}.weight_scale"].astype(np.float32)

    def rows(self, numbers: NDArray[np.int64]) -> Numbers:
        return (self._rows[numbers].astype(np.float32) - self._zero) * self._step


class _Norm:
    """Every row with mean 0 and variance 1, then stretched and moved as learned."""

    def __init__(self, weights: Weights, name: str) -> None:
        self._weight = weights.arrays[f"{name}.weight"].astype(np.float32)
        self._bias = weights.arrays[f"{name}.bias"].astype(np.float32)

    def __call__(self, x: Numbers) -> Numbers:
        centred = x - x.mean(-1, keepdims=True)
        spread = np.sqrt((centred**2).mean(-1, keepdims=True) + _EPSILON)
        return cast(Numbers, centred / spread * self._weight + self._bias)


class _Layer:
    """Attention, then a feed-forward, each added to what came in and normalised."""

    def __init__(self, weights: Weights, name: str) -> None:
        self._attention = _Affine(weights, f"{name}.attention")
        self._mixed = _Affine(weights, f"{name}.mixed")
        self._mixed_norm = _Norm(weights, f"{name}.mixed_norm")
        self._inner = _Affine(weights, f"{name}.inner")
        self._outer = _Affine(weights, f"{name}.outer")
        self._outer_norm = _Norm(weights, f"{name}.outer_norm")

    def __call__(self, x: Numbers) -> Numbers:
        x = self._mixed_norm(x + self._mixed(_Rounded(self._seen(x))))
        inner = _gelu(self._inner(_Rounded(x)))
        return self._outer_norm(x + self._outer(_Rounded(inner)))

    def _seen(self, x: Numbers) -> Numbers:
        pieces, width = x.shape
        each = self._attention(_Rounded(x)).reshape(pieces, 3, _HEADS, width // _HEADS)
        query, key, value = each.transpose(1, 2, 0, 3)
        scores = query @ key.transpose(0, 2, 1) / np.float32(np.sqrt(width // _HEADS))
        shares = np.exp(scores - scores.max(-1, keepdims=True))
        shares /= shares.sum(-1, keepdims=True)
        return cast(Numbers, (shares @ value).transpose(1, 0, 2).reshape(pieces, width))


def _gelu(x: Numbers) -> Numbers:
    return x * (np.float32(0.5) + np.float32(0.5) * _erf(x * np.float32(np.sqrt(0.5))))


def _erf(x: Numbers) -> Numbers:
    """Give the error function within 1.5e-7, which is about as fine as 32 bits are."""
    size = np.abs(x)
    t = 1 / (1 + np.float32(0.3275911) * size)
    terms = (1.061405429, -1.453152027, 1.421413741, -0.284496736, 0.254829592)
    series = np.zeros_like(t)
    for term in terms:
        series = (series + np.float32(term)) * t
    return cast(Numbers, np.copysign(1 - series * np.exp(-size * size), x))
