"""ISAF: press releases on operations in Afghanistan, with how many were killed and captured.

The coder notes the least number of insurgents killed and of people captured or detained, of
all a release tells; "several", "multiple" and a bare plural are noted as 3. The force's own
dead and civilians are not insurgents. A release tells its figures in the lead and again below:
a figure told again is counted once, and of a whole and its parts only the whole. The day is
right where the first incident begins on it, the province where it is the first one that the
release names.

There are few releases, and no part to learn from.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

from tollbook.claim import Form, Group, Harm, Stance, TollClaim
from tollbook.document import Document
from tollbook.errors import UnusableCorpus
from tollbook.evaluating.suite import Case, Figure, Reader, Result
from tollbook.incident import Account

HARMS: Final = {"killed": (Harm.KILLED,), "captured": (Harm.DETAINED, Harm.ABDUCTED)}
SEVERAL: Final = 3

_NOT_CODED: Final = {
    "killed": frozenset({Group.CIVILIAN, Group.SECURITY_FORCE, Group.CHILD, Group.WOMAN}),
    "captured": frozenset[Group](),
}
_OPENING: Final = "PRESS RELEASE TEXT:"
# "KABUL, Afghanistan (Jan. 25, 2013)", or without its year; that is in the release's number.
_PUBLISHED: Final = re.compile(
    r"\((?P<month>[A-Z][a-z]{2})[a-z]*\.? (?P<day>\d{1,2})(?:, ?(?P<year>\d{4}))?\)"
)
_RELEASE: Final = re.compile(r"\b(?P<year>20\d\d)-(?P<month>\d\d)-")
_MONTHS: Final = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_PROVINCES: Final = re.compile(r"provinces = \[(?P<names>[^\]]*)\]")
_NAME: Final = re.compile(r"[a-z_]+")

_ONES: Final = "a an one two three four five six seven eight nine ten".split()
_NUMBER: Final = r"(?P<number>\d+|one|two|three|four|five|six|seven|eight|nine|ten|several|an?)"
_PLAIN: Final = {
    "killed": re.compile(rf"\bkill(?:ed|ing) {_NUMBER}\b", re.IGNORECASE),
    "captured": re.compile(
        rf"\b(?:detained|captured|arrested|detaining|capturing) {_NUMBER}\b", re.IGNORECASE
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """One press release and what was coded of it; `provinces` are those a coder may choose."""

    document: Document
    gold: Mapping[str, int]
    happened_on: date
    province: frozenset[str]
    provinces: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    release: Release
    ours: Mapping[str, int]
    plain: Mapping[str, int]
    day: date | None
    province: str | None


def measure(folder: Path, part: str, reader: Reader) -> Result:
    """Score the killed, the captured, the day and the province of every release.

    Raises:
        UnusableCorpus: the file of that part is not there; the corpus has no train part.
    """
    releases = load(folder / "isaf" / f"{part}.jsonl")
    read = [_read(release, reader.accounts(release.document)) for release in releases]
    return Result(
        suite="isaf",
        part=part,
        annotator=reader.annotator.name,
        documents=len(read),
        figures=tuple(_figures(read)),
        notes=tuple(_notes(read)),
        cases=tuple(_cases(read)),
    )


def load(path: Path) -> tuple[Release, ...]:
    """Load the releases of one part.

    Raises:
        UnusableCorpus: the file is not there.
    """
    if not path.exists():
        raise UnusableCorpus(
            f"`{path}` is not there; isaf has a dev and a test part, and none to learn from"
        )
    lines = [line for line in path.read_text("utf-8").splitlines() if line.strip()]
    return tuple(
        _release(json.loads(line), f"{path.stem}:{number}")
        for number, line in enumerate(lines, start=1)
    )


def _release(row: Mapping[str, Any], name: str) -> Release:
    task, told, answer = (turn["value"] for turn in row["conversations"])
    text = told.removeprefix(_OPENING).lstrip()
    coded = json.loads(answer)
    listed = _PROVINCES.search(task)
    return Release(
        document=Document(text=text, name=name, published_at=_published(text)),
        gold={kind: int(coded[f"min_{kind}"]) for kind in HARMS},
        happened_on=date.fromisoformat(coded["start_date"]),
        province=frozenset(coded["province"]),
        provinces=frozenset(_NAME.findall(listed["names"]) if listed else coded["province"]),
    )


def _published(text: str) -> date | None:
    """Read the day of a dateline; a release of January may bear a December's date."""
    found = _PUBLISHED.search(text)
    if found is None or found["month"] not in _MONTHS:
        return None
    month, number = _MONTHS.index(found["month"]) + 1, _RELEASE.search(text)
    if found["year"] is not None:
        return date(int(found["year"]), month, int(found["day"]))
    if number is None:
        return None
    year = int(number["year"]) - (month > int(number["month"]))
    return date(year, month, int(found["day"]))


def _read(release: Release, accounts: Sequence[Account]) -> _Read:
    days = [account.days.first for account in accounts if account.days is not None]
    return _Read(
        release=release,
        ours={kind: total(accounts, kind) for kind in HARMS},
        plain={kind: _plain(release.document.text, kind) for kind in HARMS},
        day=days[0] if days else None,
        province=_first_province(release),
    )


def total(accounts: Iterable[Account], kind: str) -> int:
    """Add up who was killed or captured, each once.

    Args:
        accounts: what a release tells.
        kind: one of `HARMS`.
    """
    claims = [claim for account in accounts for claim in account.claims]
    told = [claim for claim in claims if isinstance(claim, TollClaim) and _is_coded(claim, kind)]
    told.sort(key=lambda claim: claim.count.words.start)
    counted: list[TollClaim] = []
    for claim in told:
        if not any(_is_told_again(claim, before) for before in counted):
            counted.append(claim)
    return sum(_number(claim) for claim in counted)


def _is_coded(claim: TollClaim, kind: str) -> bool:
    said = claim.attribution.stance is not Stance.DENIED and not claim.part_of
    return said and claim.harm in HARMS[kind] and claim.group not in _NOT_CODED[kind]


def _is_told_again(claim: TollClaim, before: TollClaim) -> bool:
    """Whether a later sentence says the same: the figure again, or who it was."""
    if claim.sentence.start == before.sentence.start:
        return False
    return _number(claim) == _number(before) or claim.count.form is Form.ONE


def _number(claim: TollClaim) -> int:
    count = claim.count
    if count.form is Form.VAGUE and count.low <= SEVERAL:
        return SEVERAL
    return count.low if count.stated is None else count.stated


def _plain(text: str, kind: str) -> int:
    """Take the first number behind the verb."""
    found = _PLAIN[kind].search(text)
    if found is None:
        return 0
    word = found["number"].lower()
    if word == "several":
        return SEVERAL
    return int(word) if word.isdigit() else max(1, _ONES.index(word) - 1)


def _first_province(release: Release) -> str | None:
    """The province that is named first, as the coder's list spells it."""
    text = release.document.text.lower()
    named = {
        name: found.start()
        for name in release.provinces
        if (found := re.search(rf"\b{name.replace('_', '[ -]')} (?:province|and)", text))
    }
    return min(named, key=lambda name: named[name]) if named else None


def _figures(read: Sequence[_Read]) -> Iterator[Figure]:
    for kind in HARMS:
        yield _exact(f"{kind} exact", kind, read)
        coded = [one for one in read if one.release.gold[kind]]
        yield _exact(f"{kind} exact, coded > 0", kind, coded)
    right_day = [one.day == one.release.happened_on for one in read]
    yield Figure(name="day", value=_share(right_day), of=len(read))
    right_place = [one.province in one.release.province for one in read]
    yield Figure(name="province", value=_share(right_place), of=len(read))


def _exact(name: str, kind: str, read: Sequence[_Read]) -> Figure:
    return Figure(
        name=name,
        value=_share([one.ours[kind] == one.release.gold[kind] for one in read]),
        of=len(read),
        baseline=_share([one.plain[kind] == one.release.gold[kind] for one in read]),
    )


def _share(right: Sequence[bool]) -> float:
    return sum(right) / len(right) if right else 0.0


def _notes(read: Sequence[_Read]) -> Iterator[str]:
    nobody = [
        f"{kind} {_share([not one.release.gold[kind] for one in read]):.3f}" for kind in HARMS
    ]
    yield f"always 0 reaches {', '.join(nobody)}"
    yield "the baseline takes the first number behind the verb; the province is that named first"


def _cases(read: Sequence[_Read]) -> Iterator[Case]:
    for one in read:
        for kind in HARMS:
            gold, ours = one.release.gold[kind], one.ours[kind]
            if gold != ours:
                fault = "none read" if not ours else "none noted" if not gold else "another number"
                yield Case(kind=f"{kind}: {fault}", weight=abs(gold - ours))
