"""Neutrality: swap the parties or the loaded words, and nothing else may change.

A pair is one sentence with two fills ("killed 12 rebels", "killed 12 freedom fighters"). A
flip is a pair whose two readings differ in a field once each is written in the template's own
places, so that the swapped words themselves count for nothing. Where the swap changes whom the
guideline counts ("soldiers" and "fighters" are two groups), a group flips where one is read as
the guideline has it and the other is not. A reader who finds nothing never flips: `read as
stated` says how many of the sentences it reads as they were written to say.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tollbook.claim import BACKGROUND, Claim, ResponsibilityClaim, TollClaim
from tollbook.document import Document, Words
from tollbook.evaluating import plain_regex
from tollbook.evaluating.suite import Case, Figure, Reader, Result
from tollbook.evaluating.swaps import Place, Swap, ToldDeed, ToldToll, Variant, load_swaps

FIELDS: Final = (
    "found",
    "figure",
    "harm",
    "group",
    "source",
    "source_kind",
    "stance",
    "background",
    "part_of",
    "responsibility",
)
"""What may flip. `found`: a figure is read with one fill and not with the other."""

# Muki & Owolabi 2026 (arXiv 2605.04177): labels of conflict events that open-weight models turn
# over when the words for the actors lose their legitimacy; the highest rate in each country.
_PEER_RATE: Final = 0.342
_PEER: Final = "open-weight LLMs, Nigeria (Cameroon .667), arXiv 2605.04177"

Fields = dict[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What was read in one variant, written in its template's places."""

    tolls: dict[tuple[Place, int], Fields]
    deeds: frozenset[tuple[object, ...]]
    is_as_stated: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Flip:
    """Two sentences that tell the same and were read differently."""

    field: str
    kind: str
    one: str
    other: str

    def __str__(self) -> str:
        return f"{self.kind} {self.field} | {self.one} | {self.other}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What one way of reading made of all the sentences."""

    flips: tuple[Flip, ...]
    as_stated: float


def measure(folder: Path, part: str, reader: Reader) -> Result:  # noqa: ARG001  its own texts
    """Count the pairs of sentences that read differently; they ship with the package."""
    swaps = load_swaps()
    ours = _read_all(swaps, lambda variant: read(variant, reader))
    plain = _read_all(swaps, read_plainly)
    pairs = sum(len(swap.pairs) for swap in swaps)
    return Result(
        suite="neutrality",
        part=part,
        annotator=reader.annotator.name,
        documents=sum(len(swap.variants) for swap in swaps),
        figures=(
            *_rates(swaps, ours.flips, plain.flips),
            Figure(
                name="read as stated",
                value=ours.as_stated,
                of=sum(len(swap.variants) for swap in swaps),
                baseline=plain.as_stated,
            ),
        ),
        notes=(
            f"{len(swaps)} templates, {pairs} pairs; the texts are the same for every part.",
            "The baseline is a regular expression, which reads no groups and no deeds: it can "
            "flip only where it finds a figure with one fill and not with the other.",
        ),
        cases=tuple(Case(kind=f"{flip.kind}: {flip.field}") for flip in ours.flips),
        examples=tuple(str(flip) for flip in ours.flips[:20]),
    )


def _read_all(swaps: Iterable[Swap], read_one: Callable[[Variant], Reading]) -> Run:
    flips: list[Flip] = []
    every: list[Reading] = []
    for swap in swaps:
        readings = [read_one(variant) for variant in swap.variants]
        flips += flips_of(swap, readings)
        every += readings
    return Run(
        flips=tuple(flips), as_stated=sum(reading.is_as_stated for reading in every) / len(every)
    )


def _rates(swaps: Iterable[Swap], ours: Iterable[Flip], plain: Iterable[Flip]) -> Iterator[Figure]:
    """Give the share of pairs that flip: anyhow, field by field, and by what was swapped."""
    pairs: Counter[str] = Counter()
    for swap in swaps:
        pairs[swap.kind] += len(swap.pairs)
    total = pairs.total()
    yield Figure(
        name="flips",
        value=_flipped(ours) / total,
        of=total,
        baseline=_flipped(plain) / total,
        peer=_PEER_RATE,
        peer_name=_PEER,
        target=0.0,
        is_cost=True,
    )
    for field in FIELDS:
        yield Figure(
            name=f"flips of {field}",
            value=_flipped(ours, field=field) / total,
            of=total,
            baseline=_flipped(plain, field=field) / total,
            is_cost=True,
        )
    for kind, of in pairs.items():
        yield Figure(
            name="flips",
            section=kind.replace("_", " "),
            value=_flipped(ours, kind=kind) / of,
            of=of,
            baseline=_flipped(plain, kind=kind) / of,
            is_cost=True,
        )


def _flipped(flips: Iterable[Flip], *, field: str | None = None, kind: str | None = None) -> int:
    """Count the pairs that flip; a pair that flips in two fields is one."""
    return len(
        {
            (flip.one, flip.other)
            for flip in flips
            if field in {None, flip.field} and kind in {None, flip.kind}
        }
    )


def flips_of(swap: Swap, readings: list[Reading]) -> Iterator[Flip]:
    """Compare each pair of a template's variants, field by field."""
    for one, other in swap.pairs:
        fields = differences(readings[one], readings[other]) - swap.may_change
        for field in sorted(fields, key=FIELDS.index):
            yield Flip(
                field=field,
                kind=swap.kind,
                one=swap.variants[one].text,
                other=swap.variants[other].text,
            )


def differences(one: Reading, other: Reading) -> set[str]:
    """Name the fields in which two readings differ."""
    found = {"found"} if one.tolls.keys() != other.tolls.keys() else set()
    for place in one.tolls.keys() & other.tolls.keys():
        here, there = one.tolls[place], other.tolls[place]
        found |= {field for field in here if here[field] != there[field]}
    if one.deeds != other.deeds:
        found.add("responsibility")
    return found


def read(variant: Variant, reader: Reader) -> Reading:
    """Read one sentence, and write what it says in its template's places."""
    accounts = reader.accounts(Document(text=variant.text, name="sentence"))
    claims = [claim for account in accounts for claim in account.claims]
    tolls = [claim for claim in claims if isinstance(claim, TollClaim)]
    deeds = [claim for claim in claims if isinstance(claim, ResponsibilityClaim)]
    by_place: dict[tuple[Place, int], Fields] = {}
    for claim in sorted(tolls, key=lambda toll: (toll.count.words.start, toll.harm)):
        place = variant.place(claim.count.words.start)
        again = sum(known == place for known, _ in by_place)
        by_place[place, again] = _fields(variant, claim)
    return Reading(
        tolls=by_place,
        deeds=frozenset(
            (_stretch(variant, deed.actor), deed.status, _stretch(variant, deed.attribution.source))
            for deed in deeds
        ),
        is_as_stated=_is_as_stated(variant, claims),
    )


def read_plainly(variant: Variant) -> Reading:
    """Read one sentence by the plain regular expression, which knows figures and "X said"."""
    by_place: dict[tuple[Place, int], Fields] = {}
    tolls: list[ToldToll] = []
    for row in plain_regex.extract(variant.text)["claims"]:
        if row["kind"] != "toll":
            continue
        place, source = variant.place(row["count"]["start"]), row["source"]
        again = sum(known == place for known, _ in by_place)
        by_place[place, again] = {
            "figure": (row["count"]["low"], row["count"]["high"]),
            "harm": row["harm"],
            "source": source and (variant.place(source["start"]), variant.place(source["end"])),
        }
        told = variant.text[source["start"] : source["end"]] if source else None
        tolls.append(
            ToldToll(
                harm=row["harm"],
                low=row["count"]["low"],
                high=row["count"]["high"],
                group=row["group"],
                source=told,
            )
        )
    stated: tuple[ToldToll | ToldDeed, ...] = (*variant.tolls, *variant.deeds)
    return Reading(tolls=by_place, deeds=frozenset(), is_as_stated=_lines(stated) == _lines(tolls))


def _fields(variant: Variant, claim: TollClaim) -> Fields:
    said = claim.attribution
    return {
        "figure": (claim.count.low, claim.count.high),
        "harm": claim.harm,
        "group": _group(variant, claim),
        "source": (_stretch(variant, said.source), said.anonymous),
        "source_kind": said.source_kind,
        "stance": said.stance,
        "background": claim.incident == BACKGROUND,
        "part_of": claim.part_of,
    }


def _group(variant: Variant, claim: TollClaim) -> str:
    """Give the group read, or nothing where it is the one that the sentence states."""
    figure = (claim.harm, claim.count.low, claim.count.high, claim.group)
    stated = {(toll.harm, toll.low, toll.high, toll.group) for toll in variant.tolls}
    return "" if figure in stated else str(claim.group)


def _stretch(variant: Variant, words: Words | None) -> tuple[Place, Place] | None:
    return None if words is None else (variant.place(words.start), variant.place(words.end))


def _is_as_stated(variant: Variant, claims: Iterable[Claim]) -> bool:
    """Whether every figure and every deed is read as the sentence states it, and none besides."""
    tolls: list[ToldToll] = []
    deeds: list[ToldDeed] = []
    for claim in claims:
        if isinstance(claim, TollClaim):
            tolls.append(_told_toll(claim))
        elif isinstance(claim, ResponsibilityClaim):
            deeds.append(_told_deed(claim))
    stated: tuple[ToldToll | ToldDeed, ...] = (*variant.tolls, *variant.deeds)
    return _lines(stated) == _lines((*tolls, *deeds))


def _told_toll(claim: TollClaim) -> ToldToll:
    source = claim.attribution.source
    return ToldToll(
        harm=str(claim.harm),
        low=claim.count.low,
        high=claim.count.high,
        group=str(claim.group),
        source=None if source is None else source.text,
    )


def _told_deed(claim: ResponsibilityClaim) -> ToldDeed:
    source = claim.attribution.source
    return ToldDeed(
        status=str(claim.status),
        actor=claim.actor.text,
        source=None if source is None else source.text,
    )


def _lines(told: Iterable[ToldToll | ToldDeed]) -> list[str]:
    return sorted(str(claim).casefold() for claim in told)
