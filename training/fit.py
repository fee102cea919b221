"""Teaches the encoder: first on every corpus, then on the annotated reports alone."""

import math
import random
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from tollbook.annotating.encoder.pieces import vocabulary
from tollbook.annotation import (
    GROUPS,
    HARMS,
    IN_BACKGROUND,
    LABELS,
    PART,
    PLACE,
    STANCES,
    TIME,
)
from training.model import Encoder, pointer_logits
from training.sheets import NUMBER, Example, Sheet, batches, examples
from training.swaps import swap, withhold

# Swept nowhere: the usual value for fine-tuning encoders of this size; heads are new and learn
# faster.
LAYERS_RATE, HEADS_RATE = 2e-4, 1e-3
PIECES_A_BATCH = 1024
# What MiniLM does not have.
NEW = {"labels", "counted", "quoted", "hinted"}
WARM_UP = 0.06


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """What to learn from, and how often to go through it.

    `skip` is the share of sentences without a mark that are left out of a pass.
    """

    name: str
    sheets: tuple[Sheet, ...]
    passes: int
    skip: float = 0.3
    rate: float = 1.0


def teach(encoder: Encoder, course: Course, *, seed: int) -> None:
    """Run one course; the same course and seed give the same weights on the same machine."""
    dice = random.Random(seed)
    torch.manual_seed(seed)
    known = vocabulary()

    def one_pass() -> list[list[Example]]:
        cut = [
            e
            for s in course.sheets
            for e in examples(s, known, dice, course.skip * dice.randint(0, 1))
        ]
        telling = [e for e in cut if e.known.any() or len(e.asked)]
        return list(batches(telling, PIECES_A_BATCH, dice))

    first = one_pass()
    steps = len(first) * course.passes
    optimiser, schedule = _optimiser(encoder, steps, course.rate)
    encoder.train()
    step, began, recent = 0, time.monotonic(), 0.0
    for number in range(course.passes):
        for batch in first if number == 0 else one_pass():
            loss = _loss(encoder, [withhold(swap(example, dice), dice) for example in batch])
            optimiser.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(encoder.parameters(), 1.0)
            optimiser.step()
            if step < steps:
                schedule.step()
            step += 1
            now = float(loss.detach())
            recent = now if step == 1 else 0.98 * recent + 0.02 * now
            if step % 20 == 0:
                _say(course.name, step, steps, recent, time.monotonic() - began)
    print(file=sys.stderr)


def _say(name: str, step: int, steps: int, loss: float, seconds: float) -> None:
    left = seconds / step * max(0, steps - step)
    end = "\r" if sys.stderr.isatty() else "\n"
    print(
        f"{name}: step {step}/{steps}, loss {loss:.4f}, {left / 60:.0f} min left",
        end=end,
        file=sys.stderr,
        flush=True,
    )


def _optimiser(
    encoder: Encoder, steps: int, rate: float
) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.LRScheduler]:
    heads = [p for n, p in encoder.named_parameters() if n.split(".")[0] in NEW]
    layers = [p for n, p in encoder.named_parameters() if n.split(".")[0] not in NEW]
    optimiser = torch.optim.AdamW(
        [{"params": layers, "lr": LAYERS_RATE * rate}, {"params": heads, "lr": HEADS_RATE * rate}],
        weight_decay=0.01,
    )
    warm = max(1, int(steps * WARM_UP))

    def share(step: int) -> float:
        return min((step + 1) / warm, 0.5 * (1 + math.cos(math.pi * min(1.0, step / steps))))

    return optimiser, torch.optim.lr_scheduler.LambdaLR(optimiser, share)


def _loss(encoder: Encoder, batch: list[Example]) -> Tensor:
    ids, mask, hints, target, known = _padded(batch)
    with torch.autocast("cpu", torch.bfloat16):
        labels, counted, quoted = encoder(ids, mask, hints)
    labels, counted, quoted = labels.float(), counted.float(), quoted.float()
    losses = [_label_loss(labels, target, known)]
    losses += [_rival_loss(labels, target, known, rivals) for rivals in (GROUPS, STANCES)]
    losses.append(_pointer_loss(pointer_logits(counted, quoted, mask), batch))
    return torch.stack(losses).sum()


def _padded(batch: list[Example]) -> tuple[Tensor, ...]:
    longest = max(len(example.ids) for example in batch)

    def stacked(of: Callable[[Example], np.ndarray]) -> Tensor:
        rows = []
        for example in batch:
            row = of(example)
            room = [(0, longest - len(row))] + [(0, 0)] * (row.ndim - 1)
            rows.append(np.pad(row, room))
        return torch.from_numpy(np.stack(rows))

    ids = stacked(lambda e: e.ids)
    mask = stacked(lambda e: np.ones(len(e.ids), dtype=np.int64))
    target = stacked(lambda e: e.target).float()
    return ids, mask, stacked(lambda e: e.hints), target, stacked(lambda e: e.known)


_RIVALS = [NUMBER[label] for label in (*GROUPS, *STANCES)]
_ALONE = torch.tensor([number for number in NUMBER.values() if number not in set(_RIVALS)])

# Who was harmed is what all else hangs on; what is said of a figure is known at few pieces;
# where and when are marked wherever the words stand, also where they mean something else.
_WEIGHT = {
    **dict.fromkeys(HARMS, 2.0),
    **dict.fromkeys((PART, IN_BACKGROUND), 4.0),
    **dict.fromkeys((PLACE, TIME), 0.25),
}
_WEIGHTS = torch.tensor([_WEIGHT.get(label, 1.0) for label in LABELS])[_ALONE]


def _label_loss(labels: Tensor, target: Tensor, known: Tensor) -> Tensor:
    """Every label but the rival ones is a question of its own; rare ones are not drowned."""
    each = torch.nn.functional.binary_cross_entropy_with_logits(
        labels[..., _ALONE], target[..., _ALONE], reduction="none"
    )
    holds = known[..., _ALONE].float()
    # Summed over labels, averaged over pieces: a piece is one decision.
    return (each * holds * _WEIGHTS).sum() / holds.amax(-1).sum().clamp(min=1) * 4


def _rival_loss(labels: Tensor, target: Tensor, known: Tensor, rivals: Iterable[str]) -> Tensor:
    columns = torch.tensor([NUMBER[label] for label in rivals])
    here = known[..., columns[0]]
    if not here.any():
        return labels.sum() * 0
    return (
        torch.nn.functional.cross_entropy(
            labels[here][:, columns], target[here][:, columns].argmax(-1)
        )
        * 0.3
    )


def _pointer_loss(logits: Tensor, batch: list[Example]) -> Tensor:
    rows, rights = [], []
    for number, example in enumerate(batch):
        if len(example.asked):
            rows.append(logits[number, torch.from_numpy(example.asked)])
            room = logits.shape[-1] - example.answers.shape[1]
            rights.append(torch.from_numpy(np.pad(example.answers, [(0, 0), (0, room)])))
    if not rows:
        return logits.sum() * 0
    log_shares = torch.cat(rows).log_softmax(-1)
    right = torch.cat(rights)
    # Any piece of the source will do.
    return -log_shares.masked_fill(~right, -1e4).logsumexp(-1).mean() * 0.3
