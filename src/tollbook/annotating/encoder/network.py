"""Pieces -> what the network makes of them, by ONNX Runtime or, without it, by numpy.

Both read the same file. Loaded when first needed, once per process.
"""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
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

    def read(self, ids: Ids, hints: Numbers) -> Reading:
        """Read the pieces of one window.

        Args:
            ids: shape (pieces,).
            hints: what the grammar sees at each, shape (pieces, hints).
        """
        ...


@lru_cache(maxsize=1)
def network(file: Path | None = None) -> Network:
    """Load weights, into ONNX Runtime where it is installed.

    Args:
        file: where they lie; the shipped ones where none is given.

    Raises:
        UnusableWeights: they are not there, or fit other labels.
    """
    try:
        # Imported late: it takes a while, and a report without harm does not need it.
        from tollbook.annotating.encoder.session import OnnxNetwork
    except ImportError:
        from tollbook.annotating.encoder.plain import PlainNetwork

        return PlainNetwork(file or shipped())
    return OnnxNetwork(file or shipped())
