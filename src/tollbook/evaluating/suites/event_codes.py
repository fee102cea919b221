"""Event codes against coders': UCDP's type of violence and dyad, weapons, what was protected.

UCDP's coders had whole articles and knew the war; here are headlines. Scored are the events of
at most three headlines that name both coded sides; where the words do not say, a code is
undetermined, and how often is a figure beside how often a code given is right. Headlines tell
of other events of the day too, which no reader of them can know.

Insecurity Insight's coders note the weapon, also where only the war lets one guess it, and
publish what was done to health care, schools and aid in files of their own: a report in one of
them hit that.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from tollbook.claim import BACKGROUND
from tollbook.classifying import classify
from tollbook.document import Document
from tollbook.errors import UnusableCorpus
from tollbook.evaluating.suite import Case, Figure, Reader, Result
from tollbook.event import EventCodes
from tollbook.identifying import find_actors, identify, sides_of
from tollbook.identifying.context import force_alone
from tollbook.identifying.spelling import keys_of

MOST_HEADLINES: Final = 3

_COUNTRIES: Final = {"syria": "SY", "car": "CF"}
_CIVILIANS: Final = re.compile(r"civilian|villager|resident|wom[ae]n|child|people", re.IGNORECASE)
_REBELS: Final = re.compile(r"rebel|faction|opposition|insurgent|militant", re.IGNORECASE)
_PROTECTED: Final = {"attacked-and-threatened-health-care": "health", "education": "school"}
_AID: Final = "aidWorker"
# Insecurity Insight's names of weapons, as they begin, and ours.
_WEAPONS: Final = {
    "Aerial Bomb: Drone": "drone",
    "Aerial Bomb": "aerial",
    "Arson": "fire",
    "Artillery": "shelling",
    "Chemical": "chemical",
    "Cluster Bomb": "aerial",
    "Fire Arm Blunt Use": "unarmed",
    "Firearms": "firearms",
    "Fist and Foot": "unarmed",
    "Hand Grenade": "grenade",
    "Knife": "blade",
    "Live and Rubber Bullets": "crowd-control",
    "Mine": "explosive",
    "Missile": "shelling",
    "Mortar": "shelling",
    "RCIED": "explosive",
    "RPG": "shelling",
    "Remote-controlled IED": "explosive",
    "Rocket": "shelling",
    "SVIED": "suicide-bomb",
    "Shelling": "shelling",
    "Sticks": "unarmed",
    "Stones": "unarmed",
    "Tasers": "crowd-control",
    "UXO": "explosive",
    "Unarmed Perpetrator": "unarmed",
    "Unspecified Explosive": "explosive",
    "Unspecified IED": "explosive",
    "VBIED": "explosive",
}
# Coders' words for perpetrators without a name.
_UNNAMED: Final = re.compile(
    r"^(?:unidentified|no ?info|criminal|student|local |youth|armed (?:men|group)|employee"
    r"|beneficiar|militia$|private|protest|communit|civil|unknown|mob$|parent|staff|family|clan$"
    r"|tribesmen|demonstrators|gunmen|herdsmen|conflict party|children|refugees|former)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """A code a coder gave, and ours of the same report; None where the words did not say."""

    gold: frozenset[str]
    ours: str | None

    @property
    def is_right(self) -> bool:
        """Whether ours is one of the coder's."""
        return self.ours in self.gold


def measure(folder: Path, part: str, reader: Reader) -> Result:
    """Score every code that both corpora hold.

    Raises:
        UnusableCorpus: a file of that part is not there.
    """
    events = [row for row in _rows(folder / "ucdp" / f"{part}.jsonl") if names_both_sides(row)]
    reports = _rows(folder / "insecurity_insight" / f"{part}.jsonl")
    violence, dyads = _ucdp(events, reader)
    weapons, protected = _insecurity(reports, reader)
    return Result(
        suite="event-codes",
        part=part,
        annotator=reader.annotator.name,
        documents=len(events) + len(reports),
        figures=(
            *_figures("UCDP type of violence", violence, plain="1"),
            *_figures("UCDP dyad", dyads, plain=None),
            *_figures("weapon", weapons, plain="firearms"),
            *_figures("protected", protected, plain="school"),
            _known(reports),
        ),
        notes=(
            "the baseline always says state-based, firearms, school",
            f"UCDP: events of at most {MOST_HEADLINES} headlines that name both coded sides",
        ),
        cases=(
            *_cases("UCDP type of violence", violence),
            *_cases("weapon", weapons),
            *_cases("protected", protected),
        ),
    )


def _rows(path: Path) -> list[dict[str, Any]]:
    if not path.exists():
        raise UnusableCorpus(f"`{path}` is not there")
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def headlines(row: Mapping[str, Any]) -> str:
    """The headlines of an event, one a line, none twice."""
    told = [article["headline"].rstrip(".") for article in row["articles"] if article["headline"]]
    return "".join(f"{headline}.\n" for headline in dict.fromkeys(told))


def names_both_sides(row: Mapping[str, Any]) -> bool:
    """Whether an event's few headlines name somebody of each coded side."""
    text = headlines(row)
    if not text or len(row["articles"]) > MOST_HEADLINES:
        return False
    named = {one.actor.ucdp for one in find_actors(text, country=_COUNTRIES.get(row["set"]))}
    has_state = force_alone(keys_of(text)) is not None
    return all(
        any(_is_named(name, named, text, has_state) for name in row[side].split(", "))
        for side in ("side_a", "side_b")
    )


def _is_named(name: str, named: set[str | None], text: str, has_state: bool) -> bool:
    if name == "Civilians":
        return _CIVILIANS.search(text) is not None
    if name.endswith("insurgents") and _REBELS.search(text):
        return True
    return name in named or (name.startswith("Government of") and has_state)


def _ucdp(events: Sequence[Mapping[str, Any]], reader: Reader) -> tuple[list[Coded], list[Coded]]:
    violence: list[Coded] = []
    dyads: list[Coded] = []
    for row in events:
        document = Document(text=headlines(row), name=str(row["id"]))
        codes = _code(
            document,
            reader,
            country=_COUNTRIES.get(row["set"]),
            year=int(row["date_start"][:4]),
        )
        gold = frozenset({str(row["type_of_violence"])})
        violence.append(Coded(gold=gold, ours=codes.ucdp_violence.value if codes else None))
        dyads.append(
            Coded(gold=frozenset(_dyads(row)), ours=codes.ucdp_dyad.value if codes else None)
        )
    return violence, dyads


def _dyads(row: Mapping[str, Any]) -> Iterator[str]:
    """Every dyad of a member of one side and one of the other, either way round."""
    for one in row["side_a"].split(", "):
        for other in row["side_b"].split(", "):
            yield f"{one} - {other}"
            yield f"{other} - {one}"


def _insecurity(
    reports: Sequence[Mapping[str, Any]], reader: Reader
) -> tuple[list[Coded], list[Coded]]:
    weapons: list[Coded] = []
    protected: list[Coded] = []
    for number, row in enumerate(reports):
        gold, kind = _weapons(row["weapon"] or ""), _kind(row["file"])
        if not row["text"].strip() or not (gold or kind):
            continue
        codes = _code(Document(text=row["text"], name=str(number)), reader)
        if gold:
            weapons.append(Coded(gold=gold, ours=codes.weapon.value if codes else None))
        if kind:
            protected.append(
                Coded(gold=frozenset({kind}), ours=codes.protected.value if codes else None)
            )
    return weapons, protected


def _code(
    document: Document, reader: Reader, *, country: str | None = None, year: int | None = None
) -> EventCodes | None:
    """The codes of the first incident; None where the report tells of none."""
    accounts = [one for one in reader.accounts(document) if one.label != BACKGROUND]
    if not accounts:
        return None
    sides = sides_of(accounts[0], text=document.text, country=country, year=year)
    return classify(accounts[0], sides)


def _weapons(noted: str) -> frozenset[str]:
    found = (
        next((ours for theirs, ours in _WEAPONS.items() if name.startswith(theirs)), None)
        for name in noted.split(", ")
    )
    return frozenset(weapon for weapon in found if weapon is not None)


def _kind(file: str) -> str | None:
    if file.startswith(_AID):
        return "aid"
    return next((kind for words, kind in _PROTECTED.items() if words in file), None)


def _figures(name: str, coded: Sequence[Coded], *, plain: str | None) -> Iterator[Figure]:
    given = [one for one in coded if one.ours is not None]
    yield Figure(
        name=f"{name}, where given",
        value=_share([one.is_right for one in given]),
        of=len(given),
        baseline=None if plain is None else _share([plain in one.gold for one in given]),
    )
    yield Figure(
        name=f"{name}, share given",
        value=_share([one.ours is not None for one in coded]),
        of=len(coded),
    )


def _known(reports: Sequence[Mapping[str, Any]]) -> Figure:
    """How many of the coders' named perpetrators the lexicon knows."""
    named = [
        name
        for row in reports
        for name in (row["perp_name"] or "").split(", ")
        if name and not _UNNAMED.match(name)
    ]
    return Figure(
        name="named perpetrator known",
        value=_share([identify(name) is not None for name in named]),
        of=len(named),
    )


def _share(right: Sequence[bool]) -> float:
    return sum(right) / len(right) if right else 0.0


def _cases(name: str, coded: Sequence[Coded]) -> Iterator[Case]:
    for one in coded:
        gold = "/".join(sorted(one.gold))
        if one.ours is None:
            yield Case(kind=f"{name}: not given, {gold}", weight=0.5)
        elif not one.is_right:
            yield Case(kind=f"{name}: {one.ours} for {gold}")
