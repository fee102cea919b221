"""Trained weights -> the one file that is shipped: an ONNX graph, its matrices as int8."""

import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from training.model import Encoder

INPUTS = ["ids", "mask"]
OUTPUTS = ["labels", "counted", "quoted"]


def export(encoder: Encoder, to: Path, *, exact: Path | None = None) -> None:
    """Write the shipped file.

    Args:
        encoder: in evaluation mode or not; it is put there.
        to: the int8 file.
        exact: where to keep the float file, if anywhere.
    """
    encoder.eval()
    with tempfile.TemporaryDirectory() as folder:
        plain = exact or Path(folder, "plain.onnx")
        torch.onnx.export(
            encoder,
            (torch.ones(2, 9, dtype=torch.int64), torch.ones(2, 9, dtype=torch.int64)),
            str(plain),
            dynamo=False,
            opset_version=17,
            input_names=INPUTS,
            output_names=OUTPUTS,
            dynamic_axes={name: {0: "batch", 1: "pieces"} for name in INPUTS + OUTPUTS},
        )
        quantize_dynamic(plain, to, per_channel=True, weight_type=QuantType.QInt8)
