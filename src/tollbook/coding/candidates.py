"""The numbers that may be the toll, and what speaks for each of them.

A feature is a string with a plain meaning ("is figure": the number is the largest figure
claimed); the weights say how much each counts. `>2` at the end means "for a toll of two".
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tollbook.claim import Harm
from tollbook.coding.summary import Summary, summarise
from tollbook.coding.wording import Wording, read_wording
from tollbook.document import Document
from tollbook.incident import Account

SIZES: Final = 4
"""Tolls of none, one, two, and more are told in different words."""

_ALWAYS = range(6)
_LARGEST = 60
_WHOLES = ("shot", "wounded", "injured", "victims", "people", "hospital")


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Everything in one report that bears on its toll."""

    wording: Wording
    killed: Summary
    injured: Summary

    def of(self, harm: Harm) -> tuple[Summary, Summary]:
        """The summary of a harm, and that of the other one."""
        both = (self.killed, self.injured)
        return both if harm is Harm.KILLED else both[::-1]


def gather_evidence(document: Document, accounts: Sequence[Account]) -> Evidence:
    """Look at a report's words and at what was read out of it."""
    title = document.title or ""
    text = (
        document.text
        if not title or document.text.startswith(title)
        else (f"{title}\n{document.text}")
    )
    return Evidence(
        wording=read_wording(text),
        killed=summarise(accounts, Harm.KILLED),
        injured=summarise(accounts, Harm.INJURED),
    )


def size(number: int) -> int:
    """Sort a toll by the words it is told in."""
    return min(number, SIZES - 1)


def candidates(evidence: Evidence, harm: Harm, killed: int | None = None) -> list[int]:
    """List the numbers that may be the toll of a harm, smallest first.

    Args:
        evidence: what the report holds.
        harm: killed or injured.
        killed: how many were killed, where the injured are asked for.
    """
    own, other = evidence.of(harm)
    found = {*_ALWAYS, *own.values(), *(near.number for near in evidence.wording.near)}
    taken = other["top"] if killed is None else killed
    found |= {number - taken for number in tuple(found)}
    found |= {own["top"] + 1, own["figure"] + 1, own["top"] + own["named"]}
    return sorted(number for number in found if 0 <= number <= _LARGEST)


def features(
    evidence: Evidence, harm: Harm, numbers: Sequence[int], killed: int | None = None
) -> list[list[str]]:
    """Say what speaks for each number, apart from the report's terms."""
    beside = defaultdict(set)
    for near in evidence.wording.near:
        beside[near.number].add(near.company)
        if near.is_lead:
            beside[near.number].add(f"^{near.company}")
    return [
        [
            *_of_claims(evidence, harm, number),
            *_of_wording(evidence.wording, number),
            *(f"beside {company}" for company in sorted(beside[number])),
            *(f"beside {company}>{size(number)}" for company in sorted(beside[number])),
            *_given_killed(evidence, number, killed),
            *(f"over {least}" for least in (3, 5, 8, 15) if number > least),
        ]
        for number in numbers
    ]


def _of_claims(evidence: Evidence, harm: Harm, number: int) -> Iterator[str]:
    own, other = evidence.of(harm)
    told = size(number)
    for name, claimed in own.items():
        if claimed == number:
            yield f"is {name}"
            yield f"is {name}>{told}"
        way = "=" if claimed == number else "+" if claimed > number else "-"
        yield f"{name} {min(claimed, 4)}{way}>{told}"
    for name in ("top", "figure", "lead", "named", "singles", "said"):
        yield f"other {name} {min(other[name], 4)}>{told}"
    yield f"both {min(own['top'], 3)} {min(other['top'], 3)}>{told}"
    yield f"leads {min(own['lead'], 3)} {min(other['lead'], 3)}>{told}"
    if number == own["top"] + other["top"]:
        yield "is both tops"
    if number == own["figure"] + 1:
        yield "is figure and one"


def _of_wording(wording: Wording, number: int) -> Iterator[str]:
    for company in ("killed", "shot", "wounded", "injured", "hurt", "victims", "people", "men"):
        if number == wording.first(company):
            yield f"is first {company}"
        if number == wording.largest(company):
            yield f"is largest {company}"
    for name, counted in _counted(wording):
        if number == counted:
            yield f"is {name}"
        yield f"{name} {min(counted, 6)}>{size(number)}"


def _counted(wording: Wording) -> tuple[tuple[str, int], ...]:
    return (
        ("ages", wording.ages),
        ("harmed ages", wording.harmed_ages),
        ("harmed kinds", wording.harmed_kinds),
    )


def _given_killed(evidence: Evidence, number: int, killed: int | None) -> Iterator[str]:
    if killed is None:
        return
    wording, told, dead = evidence.wording, size(number), size(killed)
    yield f"killed {dead}>{told}"
    for name in ("top", "figure", "lead", "largest sum"):
        claimed = evidence.injured[name]
        yield f"killed {dead} {name} {min(claimed, 4)}>{told}"
        if killed and number == claimed - killed:
            yield f"is {name} less killed"
    if killed and killed + number == evidence.killed["figure"]:
        yield "is killed figure less killed"
    for company in _WHOLES:
        for name, whole in (
            ("first", wording.first(company)),
            ("largest", wording.largest(company)),
        ):
            if killed and whole is not None and number == whole - killed:
                yield f"is {name} {company} less killed"
    for name, counted in _counted(wording):
        if killed and number == counted - killed:
            yield f"is {name} less killed"
