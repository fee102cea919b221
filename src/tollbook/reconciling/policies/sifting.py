"""Which statements a policy counts, and the reason it gives for every other one."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from tollbook.claim import Count, Form
from tollbook.reconciling.statements import Statement
from tollbook.reconciling.testimony import Testimony
from tollbook.toll import Ruling, SetAside

_APPROXIMATE = frozenset({Form.ABOUT, Form.NEARLY, Form.UP_TO, Form.FEWER_THAN})


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What a policy may look at beside the testimony it rules on.

    `statements` are all those about the incident; `is_admitted` is true where somebody
    claims responsibility.
    """

    statements: tuple[Statement, ...]
    is_admitted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """A reason not to count a statement."""

    reason: str
    applies: Callable[[Statement], bool]


REPLACED = Ground(
    reason="replaced by a later or fuller figure of the same voice",
    applies=lambda each: each.is_replaced,
)
PARTY = Ground(
    reason="a party to the conflict counts its own or its enemy's losses",
    applies=lambda each: each.is_by_party,
)
VAGUE = Ground(
    reason="a vague word, where others give a number", applies=lambda each: each.is_vague
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sifted:
    """The statements a policy counts, and every other claim with its reason."""

    kept: tuple[Statement, ...]
    set_aside: tuple[SetAside, ...]

    def drop(self, ground: Ground) -> "Sifted":
        """Set aside the statements a ground applies to, though never the last ones."""
        kept = tuple(each for each in self.kept if not ground.applies(each))
        if not kept:
            return self
        gone = [each for each in self.kept if ground.applies(each)]
        return Sifted(kept=kept, set_aside=(*self.set_aside, *_aside(gone, ground.reason)))


def sift(testimony: Testimony, *grounds: Ground) -> Sifted:
    """Count the figures on the whole group that no ground speaks against."""
    kept, aside = [], list(testimony.set_aside)
    for each in testimony.figures:
        reason = next((ground.reason for ground in grounds if ground.applies(each)), None)
        if reason is None:
            kept.append(each)
        else:
            aside += _aside([each], reason)
    aside += _aside(testimony.floors, "counts a part of these people")
    together = (*testimony.combined, *testimony.combined_floors)
    aside += _aside(together, "counts the killed and the injured together")
    return Sifted(kept=tuple(kept), set_aside=tuple(aside))


def number_low(count: Count) -> int:
    """Give the smallest number the words themselves name: 100 for "about 100"."""
    if count.form in _APPROXIMATE:
        return count.low if count.stated is None else count.stated
    return count.low


def number_high(count: Count) -> int:
    """Give the largest number the words themselves name: 79 for "in the 70s"."""
    names_two = count.form in (Form.RANGE, Form.DECADE) or (
        count.form in _APPROXIMATE and count.stated is None
    )
    if names_two and count.high is not None:
        return count.high
    return number_low(count)


def range_of(kept: Sequence[Statement]) -> tuple[int, None, int | None]:
    """Range from the smallest to the largest number named, without a best.

    No ceiling where there are only vague words: "dozens" names none.
    """
    low = min(number_low(each.count) for each in kept)
    numbered = [number_high(each.count) for each in kept if not each.is_vague]
    return low, None, max(numbered, default=None)


def ends_of(kept: Sequence[Statement]) -> str:
    """Say in words what a range goes from and to."""
    lowest = min(kept, key=lambda each: number_low(each.count))
    highest = max(kept, key=lambda each: number_high(each.count))
    return lowest.said if lowest is highest else f"from {lowest.said} to {highest.said}"


def ruling(
    policy: str,
    sifted: Sifted,
    figures: tuple[int | None, int | None, int | None],
    rule: str,
    notes: Iterable[str] = (),
) -> Ruling:
    """Write a ruling; `figures` are low, best and high."""
    low, best, high = figures
    return Ruling(
        policy=policy,
        version="1",
        low=low,
        best=best,
        high=high,
        rule=rule,
        notes="; ".join(note for note in notes if note),
        counted=_ids(sifted.kept),
        set_aside=tuple(
            aside for aside in sifted.set_aside if aside.claim_id not in _ids(sifted.kept)
        ),
    )


def not_recorded(policy: str, testimony: Testimony, why: str) -> Ruling:
    """Rule nothing where a policy keeps no record of such harm; zero would be a figure."""
    everything = Ground(reason=why, applies=lambda _: True)
    return ruling(policy, sift(testimony, everything), (None, None, None), why)


def listed(label: str, statements: Sequence[Statement]) -> str:
    """List statements in words for a note; nothing for none."""
    if not statements:
        return ""
    return f"{label}: {', '.join(each.said for each in statements)}"


def _ids(statements: Iterable[Statement]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(claim_id for each in statements for claim_id in each.claim_ids))


def _aside(statements: Iterable[Statement], reason: str) -> list[SetAside]:
    return [SetAside(claim_id=claim_id, reason=reason) for claim_id in _ids(statements)]
