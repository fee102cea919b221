"""Insecurity Insight: one-paragraph descriptions of attacks, with people counted by class.

Every file counts a group of its own and leaves everybody else out: under "health worker
killed", "a nurse and two soldiers were killed" is 1. The figure of a class is the sum over the
groups its file counts; columns that break a group down ("Male Aid Workers Killed", "… in
Captivity") are left aside, since they count the same people again.

| file | group counted | classes |
|---|---|---|
| health care | health workers | killed, injured, kidnapped |
| education (two files) | educators, students | killed, injured, kidnapped, arrested |
| explosive weapons | aid workers, health workers, students | killed |
| aid workers | aid workers | killed, injured, kidnapped, arrested |
| protection (a table) | whoever is in a camp | killed, kidnapped, arrested |
| protection (JSON) | whoever is in a camp, or serves there | killed, injured, kidnapped, arrested |

An absent cell of a column that the file has elsewhere means nobody: the health file writes a
cell only where somebody was harmed. A class without a column in the file was never coded, and
is not scored there. Facilities are scored as one yes or no, damaged or destroyed, where coded.

A paragraph becomes a number by adding up its claims of one harm, of those who belong to the
file's group; a figure told again is counted once, and of a whole and its parts only the whole,
or the parts where the whole counts others too ("12 people, including two nurses", is 2).
Who went missing is coded as kidnapped and, in the files on education and on aid workers, who
was beaten or assaulted as injured. "Several" and a bare plural are coded 3 as a rule.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from tollbook.claim import DamageClaim, Form, Harm, Stance, TollClaim
from tollbook.document import Document
from tollbook.errors import UnusableCorpus
from tollbook.evaluating import plain_regex
from tollbook.evaluating.suite import Figure, Reader, Result
from tollbook.extracting.harming.objects import objects
from tollbook.extracting.harming.people import figure, folk
from tollbook.extracting.harming.subjects import subjects
from tollbook.extracting.lexicon import words
from tollbook.extracting.parsing.phrases import Sentence, parse
from tollbook.extracting.parsing.sentences import sentences
from tollbook.incident import Account

TARGETS: Final = {"killed": 0.90, "injured": 0.90, "kidnapped": 0.90}
"""Exact over all rows; "arrested" and facilities are reported for information."""

HARMS: Final = {
    "killed": (Harm.KILLED,),
    "injured": (Harm.INJURED,),
    "kidnapped": (Harm.ABDUCTED, Harm.MISSING),
    "arrested": (Harm.DETAINED,),
}

# What "several" and a bare plural are coded in train more often than anything else.
SEVERAL: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """What one file of the corpus counts.

    `file` is a part of its name. `columns` holds, by class, the columns to add up; `facility`
    those that say a facility was damaged or destroyed; all in small letters.
    """

    file: str
    group: str
    columns: Mapping[str, tuple[str, ...]]
    facility: tuple[str, ...] = ()


def _columns(names: Iterable[str], classes: Iterable[str]) -> dict[str, tuple[str, ...]]:
    return {kind: tuple(f"{name} {kind}" for name in names) for kind in classes}


_CAMPS: Final = (
    "number of attacks on camps reporting destruction",
    "number of attacks on camps reporting damaged",
)
LEDGERS: Final = (
    Ledger(
        file="health-care",
        group="health",
        columns=_columns(["total health worker"], ["killed", "injured", "kidnapped"]),
        facility=(
            "total number of attacks on facilities which reported destruction",
            "total number of attacks on facilities which reported damage",
        ),
    ),
    Ledger(
        file="education",
        group="education",
        columns=_columns(["educators", "students"], HARMS),
        facility=(
            "damage/destruction to education facility",
            "damage/destruction to ed facility event",
        ),
    ),
    Ledger(
        file="explosive",
        group="aid",
        columns=_columns(
            ["aid workers", "health workers", "aid health workers", "students"], ["killed"]
        ),
    ),
    Ledger(file="aidWorker", group="aid", columns=_columns(["aid workers"], HARMS)),
    Ledger(
        file="protection-in-danger",
        group="camp",
        columns=_columns(
            ["people associated with protection programme"], ["killed", "kidnapped", "arrested"]
        ),
        facility=_CAMPS,
    ),
    Ledger(
        file="protection.json",
        group="camp",
        columns=_columns(["camp resident", "camp residents", "service provider"], HARMS),
        facility=_CAMPS,
    ),
)

# Words of those a file counts: a noun phrase that holds one of them names one of the group.
_MEMBERS: Final = {
    "health": words(
        """
        doctor doctors nurse nurses nursing medic medics medical paramedic paramedics midwife
        midwives health healthcare hospital clinic surgeon surgeons physician physicians
        pharmacist pharmacists pharmacy dentist dentists vaccinator vaccinators vaccination
        ambulance psychologist radiologist gynaecologist gynecologist ophthalmologist
        anesthesiologist cardiologist neurologist urologist pediatrician paediatrician
        orthopedist psychiatrist obstetrician pathologist therapist physiotherapist laboratory
        technician responder responders rescuer rescuers red crescent prcs msf sarc staff
        volunteer volunteers worker workers employee employees superintendent
        """
    ),
    "aid": words(
        """
        aid ngo ingo lngo un humanitarian staff relief volunteer volunteers worker workers unicef
        wfp unhcr unrwa iom red crescent icrc msf paramedic paramedics doctor doctors nurse nurses
        medic medics health employee employees contractor contractors driver drivers member
        members enumerator
        """
    ),
    "education": words(
        """
        teacher teachers headteacher headteachers schoolteacher schoolteachers educator educators
        professor professors lecturer lecturers principal principals headmaster headmasters
        headmistress dean rector chancellor academic academics faculty school university college
        madrasa student students pupil pupils schoolgirl schoolgirls schoolboy schoolboys
        schoolchildren child children girl girls boy boys minor director directors staff employee
        employees instructor instructors tutor scholar scholars education educational supervisor
        """
    ),
}
# Heads of those who are on nobody's staff.
_STRANGERS: Final = words(
    """
    people person persons civilian civilians patient patients injured wounded injury injuries
    victim victims soldier soldiers troops woman women man men son sons daughter daughters
    palestinian palestinians passenger passengers protester protesters protestor protestors
    villager villagers resident residents inhabitants idp idps refugee refugees child children
    baby babies boy boys girl girls wife husband brother brothers sister sisters father mother
    relative relatives family families fighter fighters militant militants police policeman
    policemen gunman gunmen perpetrator perpetrators attacker attackers individual individuals
    bystander bystanders fatality fatalities death deaths dead body bodies casualty casualties
    ambulances locals youth youths suspect suspects beneficiary beneficiaries bodyguard journalist
    journalists visitor visitors farmer farmers migrant migrants worshippers citizen citizens
    bandits teenager student students number dozens hundreds members rebels caretaker nephew niece
    uncle cousin parents hostage hostages
    """
)
_FIGHTERS: Final = words(
    """
    soldier soldiers fighter fighters militant militants gunman gunmen police policeman policemen
    officers perpetrator perpetrators attacker attackers commander suspects warplanes troops
    """
)
_POINTS_BACK: Final = words("he she him her they them another one whom both")
_OTHERS: Final = words("others other more")

_ASSAULT_INJURES: Final = frozenset({"education", "aid"})
_ASSAULTS: Final = words(
    """
    assaulted assault assaults assaulting attacked attack attacks attacking beat beats beating
    tortured torture torturing brutalised brutalized raped manhandled molested stoned slapped
    punched whipped flogged thrashed stabbed
    """
)
_BE: Final = words("was were been being are is")
_WORD: Final = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One description: whom its file counts, how many were coded, whether a place was hit.

    `facility` is None where nobody coded it.
    """

    text: str
    group: str
    gold: Mapping[str, int]
    facility: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Some people of a description and the class they are told in.

    `phrase` are the words for them, in small letters; `start` and `sentence` where their figure
    and its sentence begin. `is_bare` marks a figure without a noun of its own.
    """

    kind: str
    count: int
    phrase: tuple[str, ...]
    start: int
    sentence: int
    is_part: bool = False
    is_plural: bool = False
    is_bare: bool = False

    @property
    def head(self) -> str:
        """The last word for them."""
        return self.phrase[-1]


def measure(folder: Path, part: str, reader: Reader) -> Result:
    """Score every class a row's file counts, exactly, beside a plain regular expression.

    Raises:
        UnusableCorpus: the file of that part is not there, or holds no coded rows.
    """
    rows = load(folder / "insecurity_insight" / f"{part}.jsonl")
    ours, plain = Counter[str](), Counter[str]()
    for number, row in enumerate(rows, start=1):
        document = Document(text=row.text, name=f"{part}:{number}")
        accounts = reader.accounts(document)
        ours += _tally(row, read_numbers(document, accounts, row.group))
        plain += _tally(row, _plain_numbers(row.text))
        if row.facility is not None:
            ours["facility of"] += 1
            ours["facility never"] += not row.facility
            ours["facility"] += _tells_of_damage(accounts) == row.facility
    return Result(
        suite="insecurity-insight",
        part=part,
        annotator=reader.annotator.name,
        documents=len(rows),
        figures=tuple(_figures(ours, plain)),
        notes=tuple(_notes(ours)),
    )


def load(path: Path) -> tuple[Row, ...]:
    """Load the rows of which at least one class was coded.

    Raises:
        UnusableCorpus: the file is not there, or no row of it was coded.
    """
    if not path.exists():
        raise UnusableCorpus(f"`{path}` is not there; insecurity-insight reads one file a part")
    lines = path.read_text("utf-8").splitlines()
    rows = [_row(json.loads(line)) for line in lines if line.strip()]
    coded = tuple(row for row in rows if row is not None)
    if not coded:
        raise UnusableCorpus(f"`{path}` holds no row of a file whose columns are known")
    return coded


def _row(coded: Mapping[str, Any]) -> Row | None:
    ledger = next((known for known in LEDGERS if known.file in coded["file"]), None)
    if ledger is None or not coded["text"].strip():
        return None
    cells = {name.lower(): int(count or 0) for name, count in coded["counts"].items()}
    known = [cells[name] for name in ledger.facility if name in cells]
    return Row(
        text=coded["text"],
        group=ledger.group,
        gold={kind: sum(cells.get(n, 0) for n in names) for kind, names in ledger.columns.items()},
        facility=any(known) if known else None,
    )


def _tally(row: Row, numbers: Mapping[str, int]) -> Counter[str]:
    tally = Counter[str]()
    for kind, gold in row.gold.items():
        right = numbers[kind] == gold
        tally[f"{kind} of"] += 1
        tally[kind] += right
        if gold:
            tally[f"{kind} > 0 of"] += 1
            tally[f"{kind} > 0"] += right
    return tally


def _figures(ours: Counter[str], plain: Counter[str]) -> Iterator[Figure]:
    for kind in HARMS:
        # The plain way knows no arrests.
        rival = None if kind == "arrested" else plain
        yield _figure(f"{kind} exact", kind, ours, rival, TARGETS.get(kind))
        yield _figure(f"{kind} exact, coded > 0", f"{kind} > 0", ours, rival, None)
    yield _figure("facility damaged or destroyed", "facility", ours, None, None)


def _figure(
    name: str, key: str, ours: Counter[str], plain: Counter[str] | None, target: float | None
) -> Figure:
    of = ours[f"{key} of"]
    return Figure(
        name=name,
        value=_share(ours[key], of),
        of=of,
        baseline=None if plain is None else _share(plain[key], of),
        target=target,
    )


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _notes(ours: Counter[str]) -> Iterator[str]:
    nobody = [
        f"{kind} {_share(ours[f'{kind} of'] - ours[f'{kind} > 0 of'], ours[f'{kind} of']):.3f}"
        for kind in HARMS
    ]
    never = _share(ours["facility never"], ours["facility of"])
    yield f"always 0 reaches {', '.join(nobody)}; never a facility {never:.3f}"
    yield "the baseline adds up what a plain regular expression finds; it knows no groups"
    yield "a class counts its file's group only; classes a file does not code are not scored"


def read_numbers(document: Document, accounts: Iterable[Account], group: str) -> dict[str, int]:
    """Say how many of a group came to each harm, as the corpus would code it.

    Args:
        document: the description.
        accounts: what it tells.
        group: whom its file counts, one of those in `LEDGERS`.
    """
    told = list(_claimed(accounts))
    if group in _ASSAULT_INJURES:
        known = {(people.kind, people.start) for people in told}
        told += [p for p in _assaulted(document) if (p.kind, p.start) not in known]
    told.sort(key=lambda people: people.start)
    return {kind: _total(told, kind, document.text, group) for kind in HARMS}


def _plain_numbers(text: str) -> dict[str, int]:
    claims = plain_regex.extract(text)["claims"]
    return {
        kind: sum(
            row["count"]["low"] for row in claims if row["kind"] == "toll" and row["harm"] in harms
        )
        for kind, harms in HARMS.items()
    }


def _tells_of_damage(accounts: Iterable[Account]) -> bool:
    return any(isinstance(c, DamageClaim) for account in accounts for c in account.claims)


def _claimed(accounts: Iterable[Account]) -> Iterator[Told]:
    for claim in (claim for account in accounts for claim in account.claims):
        if isinstance(claim, TollClaim) and claim.attribution.stance is not Stance.DENIED:
            kind = next((k for k, harms in HARMS.items() if claim.harm in harms), None)
            if kind is not None:
                yield _told(claim, kind)


def _told(claim: TollClaim, kind: str) -> Told:
    count = claim.count
    named = count.words if claim.group_words is None else claim.group_words
    is_figure = count.stated is not None and count.form is not Form.ONE
    return Told(
        kind=kind,
        count=_coded(count.form, count.low, count.stated),
        phrase=_words_of(named.text),
        start=count.words.start,
        sentence=claim.sentence.start,
        is_part=claim.part_of,
        is_plural=count.form is Form.VAGUE,
        is_bare=is_figure and named.start <= count.words.start,
    )


def _assaulted(document: Document) -> Iterator[Told]:
    """Read whom an assault befell, which the guideline of claims does not count as harm."""
    for passage in sentences(document.text):
        sentence = parse(passage)
        for index, chunk in enumerate(sentence.chunks):
            if chunk.is_verb and chunk.head in _ASSAULTS:
                passive = not _BE.isdisjoint(chunk.helpers)
                whom = subjects(sentence, index) if passive else objects(sentence, index)
                for at in whom:
                    yield from _assaulted_at(sentence, at)


def _assaulted_at(sentence: Sentence, at: int) -> Iterator[Told]:
    people = folk(sentence, sentence.chunks[at])
    if people is None or people.is_name:
        return
    how_many = figure(sentence, sentence.chunks[at], people)
    yield Told(
        kind="injured",
        count=_coded(how_many.form, how_many.low, how_many.stated),
        phrase=_words_of(sentence.text(people.first, max(people.stop, how_many.stop))),
        start=sentence.tokens[how_many.first].start,
        sentence=sentence.passage.start,
        is_plural=how_many.form is Form.VAGUE,
    )


def _words_of(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text.lower())) or (text.lower(),)


def _coded(form: Form, low: int, stated: int | None) -> int:
    if form is Form.VAGUE and low == 2:
        return SEVERAL
    return low if stated is None else stated


def _total(told: Sequence[Told], kind: str, text: str, group: str) -> int:
    total, whole_counts, was_member = 0, False, False
    counted: list[Told] = []
    for at, people in enumerate(told):
        is_member = was_member if _names_nobody(people) else _belongs(people, text, group)
        was_member = is_member
        if people.kind != kind or (people.is_part and whole_counts):
            continue
        if not people.is_part:
            whole_counts = is_member
        if is_member and not _is_told_again(people, counted) and not _died(told, at):
            total += people.count
            counted.append(people)
    return total


def _names_nobody(people: Told) -> bool:
    """ "Two others", a bare "three": more of those told of before."""
    return people.is_bare or people.head in _OTHERS


def _is_told_again(people: Told, counted: Sequence[Told]) -> bool:
    if people.head in _POINTS_BACK:
        return bool(counted)
    return any(
        before.head == people.head
        and before.sentence != people.sentence
        and (people.is_plural or before.count == people.count)
        for before in counted
    )


def _died(told: Sequence[Told], at: int) -> bool:
    """ "A nurse was shot. She died on the way": nobody is left who was only injured."""
    people, after = told[at], told[at + 1 :]
    return people.kind == "injured" and any(
        later.kind == "killed" and later.head in _POINTS_BACK and later.count == people.count
        for later in after
    )


def _belongs(people: Told, text: str, group: str) -> bool:
    """Whether people are of a group; a pronoun means whoever was named before."""
    if group == "camp":
        return people.head not in _FIGHTERS
    members = _MEMBERS[group]
    if not members.isdisjoint(people.phrase):
        return True
    if people.head in _POINTS_BACK:
        before = text[: people.start].lower()
        return not members.isdisjoint(_WORD.findall(before))
    return group != "education" and people.head not in _STRANGERS
