"""The network in ONNX Runtime: one thread, no more memory than it needs."""

from pathlib import Path
from typing import Final

import numpy as np
import onnxruntime
from onnxruntime.capi.onnxruntime_pybind11_state import (
    Fail,
    InvalidArgument,
    InvalidGraph,
    InvalidProtobuf,
    NotImplemented,
)

from tollbook.annotating.encoder.network import Ids, Numbers, Reading
from tollbook.annotating.encoder.weights import check_labels, find
from tollbook.errors import UnusableWeights

_OUTPUTS: Final = ["labels", "counted", "quoted"]


class OnnxNetwork:
    """Runs the ONNX graph as it stands in the file."""

    def __init__(self, file: Path) -> None:
        """Load the graph.

        Raises:
            UnusableWeights: the file is not there, is no ONNX file, or fits other labels.
        """
        # Whoever reads archives starts one process per core; a window is too small to share.
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        try:
            self._session = onnxruntime.InferenceSession(
                str(find(file)), options, providers=["CPUExecutionProvider"]
            )
        except (Fail, InvalidArgument, InvalidGraph, InvalidProtobuf, NotImplemented) as error:
            raise UnusableWeights(f"`{file}` cannot be loaded: {error}") from error
        widths = {output.name: output.shape[-1] for output in self._session.get_outputs()}
        says = self._session.get_modelmeta().custom_metadata_map
        check_labels(file, says, widths.get("labels", 0))

    def read(self, ids: Ids, hints: Numbers) -> Reading:
        """Read the pieces of one window, shape (pieces,), with their hints."""
        batch = ids[None]
        given = {"ids": batch, "mask": np.ones_like(batch), "hints": hints[None]}
        labels, counted, quoted = self._session.run(_OUTPUTS, given)
        return Reading(labels[0], counted[0], quoted[0])
