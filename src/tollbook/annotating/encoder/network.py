"""Pieces -> what the network makes of them, by ONNX Runtime or, without it, by numpy.

Both read the same file. Loaded when first needed, once per process.
"""

from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from tollbook.annotating.encoder.weights import shipped

Ids = NDArray[np.int64]
Numbers = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Reading:
    """What the network makes of one window.

    Shapes: `labels` (pieces, labels), logits; `counted` and `quoted` (pieces, 64): their
    scaled product is the logit that the second piece is who says the figure at the first.
    """

    labels: Numbers
    counted: Numbers
    quoted: Numbers


class Network(Protocol):
    """Reads one window at a time."""

    def read(self, ids: Ids) -> Reading:
        """Read the pieces of one window; shape (pieces,)."""
        ...


@lru_cache(maxsize=1)
def network() -> Network:
    """Load the shipped weights, into ONNX Runtime where it is installed.

    Raises:
        UnusableWeights: they are not there, or fit other labels.
    """
    # Neither is loaded for a report that the other reads.
    if find_spec("onnxruntime") is None:
        from tollbook.annotating.encoder.plain import PlainNetwork

        return PlainNetwork(shipped())
    from tollbook.annotating.encoder.session import OnnxNetwork

    return OnnxNetwork(shipped())
