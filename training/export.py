"""Trained weights -> the one file that is shipped: an ONNX graph, its matrices as int8."""

import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from tollbook.annotating.encoder.hints import HINTS
from tollbook.annotating.encoder.weights import SET_OF_HINTS, SET_OF_LABELS
from tollbook.annotation import LABELS
from training.model import Encoder

INPUTS = ["ids", "mask", "hints"]
OUTPUTS = ["labels", "counted", "quoted"]


def export(encoder: Encoder, to: Path, *, exact: Path | None = None) -> None:
    """Write the shipped file.

    Args:
        encoder: in evaluation mode or not; it is put there.
        to: the int8 file.
        exact: where to keep the float file, if anywhere.
    """
    encoder.eval()
    ones = torch.ones(2, 9, dtype=torch.int64)
    with tempfile.TemporaryDirectory() as folder:
        plain = exact or Path(folder, "plain.onnx")
        torch.onnx.export(
            encoder,
            (ones, ones, torch.zeros(2, 9, len(HINTS))),
            str(plain),
            dynamo=False,
            opset_version=17,
            input_names=INPUTS,
            output_names=OUTPUTS,
            dynamic_axes={name: {0: "batch", 1: "pieces"} for name in INPUTS + OUTPUTS},
        )
        quantize_dynamic(
            plain,
            to,
            per_channel=True,
            weight_type=QuantType.QInt8,
            # Seven bits: in eight, processors without VNNI run over in some products.
            reduce_range=True,
            nodes_to_exclude=[_hinting(onnx.load(plain))],
        )
    _say_what_it_knows(to)


def _hinting(graph: onnx.ModelProto) -> str:
    """Name the one product that stays exact: hints are yes or no, and there are few."""
    (node,) = (node for node in graph.graph.node if "hinted" in node.input)
    return str(node.name)


def _say_what_it_knows(file: Path) -> None:
    """Write the labels and hints into the file: who reads it checks that they are theirs."""
    graph = onnx.load(file)
    onnx.helper.set_model_props(
        graph, {SET_OF_LABELS: " ".join(LABELS), SET_OF_HINTS: "|".join(HINTS)}
    )
    onnx.save(graph, file)
