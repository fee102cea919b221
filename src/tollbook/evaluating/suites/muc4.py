"""MUC-4 (1992): templates of terrorist incidents filled from wire reports in capitals.

Slots are scored by the official rules. `dev` is TST3 and `test` is TST4, so the seventeen systems
of 1992 stand beside; where their responses lie beside the texts they are scored again, and the
notes say how far our scoring is from their official sheets.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from tollbook.evaluating.muc4.filling import fill
from tollbook.evaluating.muc4.judging import judge
from tollbook.evaluating.muc4.keywords import fill_plainly
from tollbook.evaluating.muc4.linear import shipped
from tollbook.evaluating.muc4.phrases import read
from tollbook.evaluating.muc4.proof import official_folder, rescore
from tollbook.evaluating.muc4.scoring import ALL, TEMPLATES, score
from tollbook.evaluating.muc4.slots import SLOTS
from tollbook.evaluating.muc4.tallies import Tally
from tollbook.evaluating.muc4.templates import Template
from tollbook.evaluating.muc4.texts import PARTS, Message, read_messages
from tollbook.evaluating.suite import Figure, Reader, Result

NAMES: Final = {
    "hum-tgt-num": "human number F",
    "hum-tgt-effect": "human effect F",
    "perp-org-id": "perpetrator organisation F",
    "perp-org-conf": "organisation confidence F",
    ALL: "overall F",
    TEMPLATES: "template F",
    "inc-type": "incident type F",
    "inc-date": "date F",
    "inc-loc": "location F",
}
"""Rows of a score sheet by what the figures call them; the others keep the sheet's name."""

TARGETS: Final = {
    "hum-tgt-num": 0.62,
    "hum-tgt-effect": 0.60,
    "perp-org-id": 0.64,
    "perp-org-conf": 0.50,
    "inc-date": 0.61,
    "inc-loc": 0.62,
}
BEST_OF_1992: Final[Mapping[str, tuple[float, float]]] = {
    TEMPLATES: (0.771, 0.768),
    "inc-date": (0.589, 0.594),
    "inc-loc": (0.609, 0.590),
    "inc-type": (0.757, 0.754),
    "inc-stage": (0.767, 0.725),
    "inc-instr-id": (0.650, 0.666),
    "inc-instr-type": (0.585, 0.578),
    "perp-inc-cat": (0.583, 0.629),
    "perp-ind-id": (0.493, 0.479),
    "perp-org-id": (0.481, 0.624),
    "perp-org-conf": (0.336, 0.480),
    "phys-tgt-id": (0.444, 0.561),
    "phys-tgt-type": (0.371, 0.458),
    "phys-tgt-num": (0.495, 0.572),
    "phys-tgt-effect": (0.431, 0.563),
    "hum-tgt-name": (0.635, 0.703),
    "hum-tgt-desc": (0.578, 0.549),
    "hum-tgt-type": (0.551, 0.535),
    "hum-tgt-num": (0.606, 0.527),
    "hum-tgt-effect": (0.566, 0.509),
    ALL: (0.559, 0.572),
}
"""By row: the best F of the seventeen systems on TST3 and on TST4, from their official sheets."""

_SETS: Final = ("dev", "test")
PEER: Final = "best of 17 systems, 1992"
_PROVED: Final = (ALL, "hum-tgt-num", "hum-tgt-effect", "perp-org-id", "perp-org-conf")


def measure(folder: Path, part: str, reader: Reader) -> Result:
    """Fill templates from every text of a part and score them.

    Raises:
        UnusableCorpus: the texts or keys of that part are not there.
    """
    corpus = folder / "muc34"
    messages = read_messages(corpus, part)
    key = {message.id: message.key for message in messages}
    ours = score(key, {message.id: _fill(message, reader) for message in messages})
    plain = score(key, {message.id: fill_plainly(message) for message in messages})
    rows = [*NAMES, *(slot.name for slot in SLOTS if slot.name not in NAMES)]
    return Result(
        suite="muc4",
        part=part,
        annotator=reader.annotator.name,
        documents=len(messages),
        figures=tuple(_figure(row, part, ours, plain) for row in rows),
        notes=(*_notes(part), *_proof(corpus, part)),
    )


def _fill(message: Message, reader: Reader) -> tuple[Template, ...]:
    reading = read(message.text, reader.accounts(message.document))
    return fill(message, judge(reading, shipped()), shipped())


def _figure(row: str, part: str, ours: Mapping[str, Tally], plain: Mapping[str, Tally]) -> Figure:
    best = BEST_OF_1992.get(row) if part in _SETS else None
    peer = None if best is None else best[_SETS.index(part)]
    return Figure(
        name=NAMES.get(row, f"{row} F"),
        value=ours[row].f1,
        precision=ours[row].precision,
        recall=ours[row].recall,
        of=ours[row].possible,
        baseline=plain[row].f1,
        peer=peer,
        peer_name=None if peer is None else PEER,
        target=TARGETS.get(row),
    )


def _notes(part: str) -> tuple[str, ...]:
    if part != "train":
        return ()
    return ("the models learned from these very texts: the figures say nothing of others",)


def _proof(corpus: Path, part: str) -> tuple[str, ...]:
    """Say how far our scoring is from the official one, where the responses of 1992 are."""
    folder = corpus / PARTS[part][-1]
    if official_folder(folder) is None:
        return ()
    proof, as_mapped = rescore(folder), rescore(folder, as_mapped=True)
    systems = len(proof.of(ALL))
    if not systems:
        return ()
    notes = [
        f"the responses of {systems} systems of 1992 scored again: "
        f"{proof.same_pairs} of {proof.pairs} templates mapped as on the official sheets"
    ]
    for row in _PROVED:
        worst = proof.largest(row)
        notes.append(
            f"{NAMES[row]} differs from the official sheets by {proof.median(row):.1f} points in "
            f"the median and {worst.f1:+.1f} at most ({worst.system}); with the sheets' own "
            f"mapping of templates by {as_mapped.median(row):.1f} and "
            f"{as_mapped.largest(row).f1:+.1f}"
        )
    return tuple(notes)
