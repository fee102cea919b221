"""The incidents to fit on: what was said of each, what was settled, and how much it weighs."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha1
from itertools import chain
from multiprocessing import Pool
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tollbook.annotating import annotator
from tollbook.claim import Claim, Group, Harm
from tollbook.document import Document
from tollbook.evaluating.plain_rules import numbers_claimed
from tollbook.evaluating.settled import AIRWARS, MAVERICK, WIRE, Settled, airwars, maverick, ucdp
from tollbook.evaluating.suite import Reader
from tollbook.evaluating.suites.gva import articles
from tollbook.reconciling.intake import take_in
from tollbook.reconciling.testimony import Testimony, hear

GVA = "gva"
FOLDS = 5
# The longest to read first, for two readers.
_ARCHIVES = (GVA, WIRE, AIRWARS, MAVERICK)
# How much each set weighs, by whether several figures, one, or only vague words stand there. The
# three sets with a target weigh most; the many of one agency (Syria) and one country (gva) less.
WEIGHTS = {
    "maverick": (0.0, 0.35, 1.0),
    "ucdp wire": (0.1, 0.6, 1.0),
    "ucdp syria": (0.1, 0.25, 0.5),
    "airwars killed": (0.2, 0.5, 1.0),
    "airwars injured": (0.3, 0.3, 0.5),
    "gva killed": (0.05, 0.15, 0.3),
    "gva injured": (0.05, 0.15, 0.3),
}
# Of the large sets a share is drawn, in percent, for speed: where one figure or none stands
# there, and where several do. Of the shootings one share, before they are read.
DRAWN = {"ucdp syria": (25, 100), "airwars killed": (50, 100), "airwars injured": (45, 100)}
SHOOTINGS_DRAWN = 13


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Incident:
    """One incident and harm: its testimony, the numbers claimed, and the settled figure."""

    settled: Settled
    testimony: Testimony
    numbers: tuple[float, ...]

    @property
    def name(self) -> str:
        """The set, one for each harm where an archive settles both."""
        corpus, harm = self.settled.corpus, self.settled.harm
        return f"{corpus} {harm}" if f"{corpus} {harm}" in WEIGHTS else corpus

    @property
    def figures(self) -> int:
        """How many figures are claimed: none where words name no number, 2 for several."""
        is_vague = all(each.is_vague for each in self.testimony.figures)
        return 0 if is_vague else min(len(self.numbers), 2)

    @property
    def fold(self) -> int:
        """Which fold it is kept for; all harms of one incident are kept together."""
        return _draw(f"{self.settled.corpus}{self.settled.id}") % FOLDS


def incidents(folder: Path, part: str) -> list[Incident]:
    """Read every incident of one part that somebody counts."""
    with Pool(2) as pool:
        read = pool.starmap(_settled, [(folder, part, name) for name in _ARCHIVES], 1)
    return [one for each in chain(*read) if (one := _incident(each)) is not None]


def _settled(folder: Path, part: str, archive: str) -> list[Settled]:
    reader = Reader(annotator=annotator())
    if archive == GVA:
        return list(_shootings(folder, part, reader))
    if archive == MAVERICK:
        return list(maverick(folder, part))
    return list((ucdp if archive == WIRE else airwars)(folder, part, reader))


def drawn(every: Sequence[Incident]) -> list[Incident]:
    """Draw a share of the large sets, always the same."""
    return [one for one in every if _draw(f"drawn{one.settled.id}{one.name}") % 100 < _share(one)]


def weights(chosen: Sequence[Incident]) -> NDArray[np.float64]:
    """Weigh incidents so that each set has its weight, however many there are."""
    cells = [(one.name, one.figures) for one in chosen]
    counts = Counter(cells)
    raw = np.array([WEIGHTS[name][figures] / counts[name, figures] for name, figures in cells])
    return np.asarray(raw / raw.sum())


def _share(one: Incident) -> int:
    few, several = DRAWN.get(one.name, (100, 100))
    return several if one.figures > 1 else few


def _draw(name: str) -> int:
    return int(sha1(name.encode(), usedforsecurity=False).hexdigest(), 16)


def _incident(settled: Settled) -> Incident | None:
    testimony = hear(take_in(settled.claims).statements, settled.harm, Group.PEOPLE)
    if not testimony.figures:
        return None
    return Incident(
        settled=settled, testimony=testimony, numbers=numbers_claimed(testimony.figures)
    )


def _shootings(folder: Path, part: str, reader: Reader) -> Iterator[Settled]:
    """Read the incidents of the Gun Violence Archive, each from all of its articles."""
    documents = {
        one.document.name.split()[-1]: one.document
        for one in articles(folder, part)
        if one.document is not None
    }
    lines = (folder / "gva" / f"{part}.incidents.jsonl").read_text("utf-8").splitlines()
    every = [json.loads(line) for line in lines]
    shared = Counter(name for row in every for name in row["docs"])
    rows = [row for row in every if _draw(f"drawn{row['incident_id']}") % 100 < SHOOTINGS_DRAWN]
    # An article of two incidents tells of both, and nobody says which figure is whose.
    kept = {
        row["incident_id"]: [
            documents[name] for name in row["docs"] if shared[name] == 1 and name in documents
        ]
        for row in rows
    }
    for row in rows:
        claims = [claim for text in kept[row["incident_id"]] for claim in _claims(text, reader)]
        for harm in (Harm.KILLED, Harm.INJURED):
            yield Settled(
                id=row["incident_id"],
                corpus=GVA,
                harm=harm,
                low=row[harm],
                high=row[harm],
                claims=tuple(claims),
                happened_on=datetime.strptime(row["date"], "%B %d, %Y").date(),
            )


def _claims(document: Document, reader: Reader) -> tuple[Claim, ...]:
    """Read the first account: the incident an article is about."""
    accounts = reader.accounts(document)
    return accounts[0].claims if accounts else ()


__all__ = ["FOLDS", "WEIGHTS", "Incident", "drawn", "incidents", "weights"]
