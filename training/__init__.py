"""Builds the encoder that tollbook ships: `make train`, or `python -m training`.

Needs PyTorch, ONNX and the corpora beside the repository; tollbook itself needs none of them.
"""
