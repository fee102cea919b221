"""One invented incident, told by four reports that contradict each other."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from math import exp, log

import pytest

from tollbook.claim import (
    BACKGROUND,
    Attribution,
    Claim,
    Count,
    DamageClaim,
    Effect,
    Form,
    Group,
    Harm,
    Reaction,
    ReactionKind,
    ResponsibilityClaim,
    SourceKind,
    Stance,
    Status,
    TollClaim,
)
from tollbook.document import Document
from tollbook.incident import Account, Days, Incident, What
from tollbook.testing import document, words_in
from tollbook.toll import (
    Case,
    Cell,
    Findings,
    Influence,
    Ruling,
    SetAside,
    Spread,
    Toll,
    Voice,
)

FLASH = document(
    "A night attack on the village of Oker killed at least 12 people and wounded dozens, a nurse "
    "told Oker Radio. Fighters of the Tarn Front burnt the clinic.",
    name="flash.txt",
    title="Night attack on Oker",
    publisher="Oker Daily",
    published_at=datetime(2031, 3, 4, 7, 5, tzinfo=UTC),
)
NOTE = document(
    "Between 17 and 19 people were killed at Oker, 4 of them children, the Vell Monitor said in "
    "its second note.",
    name="note.txt",
    publisher="Vell Monitor",
    published_at=date(2031, 3, 6),
)
ARMY = document(
    "The army said hundreds of villagers had died by the hand of the Tarn Front. The president "
    "condemned the attack.",
    name="army.txt",
    publisher="Army Desk",
    published_at=date(2031, 3, 5),
)
UNDATED = document(
    "Hardly a week passes without dead in the hills. Since 2019 the war has killed thousands. "
    "At Oker the teacher Lena Oster was shot.",
    name="letter.txt",
    publisher=None,
    published_at=None,
)


@dataclass(frozen=True, kw_only=True)
class Said:
    """The words of one toll claim, to be found in its document."""

    printed: Document
    words: str
    low: int
    high: int | None
    harm: Harm = Harm.KILLED
    group: Group = Group.PEOPLE
    form: Form = Form.EXACT
    source: str | None = None
    source_kind: SourceKind | None = None
    relay: str | None = None
    stance: Stance = Stance.ASSERTED
    part_of: bool = False
    incident: str = "A"
    sentence: str | None = None


def toll_claim(said: Said) -> TollClaim:
    printed = said.printed
    whole = said.sentence or next(
        f"{part.rstrip('.')}." for part in printed.text.split(". ") if said.words in part
    )
    return TollClaim(
        harm=said.harm,
        count=Count(
            low=said.low, high=said.high, words=words_in(printed, said.words), form=said.form
        ),
        group=said.group,
        group_words=None,
        part_of=said.part_of,
        attribution=Attribution(
            source=None if said.source is None else words_in(printed, said.source),
            source_kind=said.source_kind,
            anonymous=said.source == "a nurse",
            relay=None if said.relay is None else words_in(printed, said.relay),
            stance=said.stance,
        ),
        incident=said.incident,
        sentence=words_in(printed, whole),
        imprint=printed.imprint,
    )


NURSE = Said(
    printed=FLASH,
    words="at least 12",
    low=12,
    high=None,
    form=Form.AT_LEAST,
    source="a nurse",
    source_kind=SourceKind.MEDICAL,
    relay="Oker Radio",
)
MONITOR = Said(
    printed=NOTE,
    words="Between 17 and 19",
    low=17,
    high=19,
    form=Form.RANGE,
    source="the Vell Monitor",
    source_kind=SourceKind.NGO,
)


@pytest.fixture(scope="session")
def tolls_claimed() -> dict[str, TollClaim]:
    return {
        "nurse": toll_claim(NURSE),
        "wounded": toll_claim(
            replace(NURSE, words="dozens", low=24, form=Form.VAGUE, harm=Harm.INJURED)
        ),
        "monitor": toll_claim(MONITOR),
        "children": toll_claim(
            replace(MONITOR, words="4", low=4, high=4, group=Group.CHILD, part_of=True)
        ),
        "army": toll_claim(
            Said(
                printed=ARMY,
                words="hundreds",
                low=200,
                high=None,
                form=Form.VAGUE,
                source="The army",
                source_kind=SourceKind.MILITARY,
                stance=Stance.HEDGED,
            )
        ),
        "teacher": toll_claim(
            Said(printed=UNDATED, words="the teacher Lena Oster", low=1, high=1, form=Form.ONE)
        ),
        "war": toll_claim(
            Said(
                printed=UNDATED,
                words="thousands",
                low=2000,
                high=None,
                form=Form.VAGUE,
                incident=BACKGROUND,
            )
        ),
    }


def posterior(top: int) -> tuple[Cell, ...]:
    """A bell on the logarithm, around `top`."""
    mass = {n: exp(-(((log(n + 1) - log(top + 1)) / 0.2) ** 2)) for n in range(120)}
    return tuple(
        Cell(low=n, high=n, probability=one / sum(mass.values())) for n, one in mass.items()
    )


def influence(claim: Claim, shift: int, low: int, high: int) -> Influence:
    return Influence(claim_id=claim.id, shift=shift, low_without=low, high_without=high)


@pytest.fixture(scope="session")
def killed(tolls_claimed: dict[str, TollClaim]) -> Toll:
    nurse, monitor, army, teacher, children = (
        tolls_claimed[name] for name in ("nurse", "monitor", "army", "teacher", "children")
    )
    return Toll(
        harm=Harm.KILLED,
        group=Group.PEOPLE,
        low=15,
        best=18,
        high=25,
        spread=Spread(
            low=1, high=200, is_open=True, claim_ids=(nurse.id, monitor.id, army.id, teacher.id)
        ),
        rulings=(
            Ruling(
                policy="ucdp",
                version="1",
                low=12,
                best=18,
                high=19,
                rule="best is the figure most sources support; the party's is set aside",
            ),
            Ruling(
                policy="acled", version="1", low=None, best=12, high=None, rule="the lowest figure"
            ),
        ),
        cells=posterior(18),
        influences=(influence(nurse, 0, 15, 25), influence(monitor, -7, 13, 60)),
        voices=(
            Voice(name="a nurse", claim_ids=(nurse.id,)),
            Voice(name="the Vell Monitor", claim_ids=(monitor.id, children.id)),
        ),
        counted=(nurse.id, monitor.id, children.id),
        set_aside=(
            SetAside(claim_id=army.id, reason="a party speaks of its enemy's victims"),
            SetAside(claim_id=teacher.id, reason="one person is no figure for the whole"),
        ),
    )


@pytest.fixture(scope="session")
def injured(tolls_claimed: dict[str, TollClaim]) -> Toll:
    wounded = tolls_claimed["wounded"]
    return Toll(
        harm=Harm.INJURED,
        group=Group.PEOPLE,
        low=24,
        best=36,
        high=90,
        spread=Spread(low=24, high=24, is_open=True, claim_ids=(wounded.id,)),
        rulings=(),
        cells=posterior(36),
        influences=(),
        voices=(Voice(name="a nurse", claim_ids=(wounded.id,)),),
        counted=(wounded.id,),
        set_aside=(),
    )


@pytest.fixture(scope="session")
def others() -> list[Claim]:
    front = words_in(FLASH, "Fighters of the Tarn Front")
    return [
        ResponsibilityClaim(
            actor=front,
            status=Status.STATED,
            attribution=Attribution(),
            incident="A",
            sentence=words_in(FLASH, "Fighters of the Tarn Front burnt the clinic."),
            imprint=FLASH.imprint,
        ),
        DamageClaim(
            object=words_in(FLASH, "the clinic"),
            effect=Effect.BURNED,
            attribution=Attribution(),
            incident="A",
            sentence=words_in(FLASH, "Fighters of the Tarn Front burnt the clinic."),
            imprint=FLASH.imprint,
        ),
        Reaction(
            actor=words_in(ARMY, "The president"),
            reaction=ReactionKind.CONDEMNED,
            incident="A",
            sentence=words_in(ARMY, "The president condemned the attack."),
            imprint=ARMY.imprint,
        ),
    ]


@pytest.fixture(scope="session")
def oker(tolls_claimed: dict[str, TollClaim], others: list[Claim]) -> Incident:
    told: dict[str, list[Claim]] = {}
    for claim in [*tolls_claimed.values(), *others]:
        if claim.incident == "A":
            told.setdefault(claim.imprint.document_id, []).append(claim)
    return Incident(
        what=What.ARMED_ATTACK,
        days=Days(first=date(2031, 3, 3), last=date(2031, 3, 4)),
        places=("Oker",),
        perpetrators=("Fighters of the Tarn Front",),
        targets=("the village of Oker",),
        accounts=tuple(
            Account(
                label="A",
                what=What.ARMED_ATTACK,
                imprint=claims[0].imprint,
                claims=tuple(claims),
            )
            for claims in told.values()
        ),
    )


@pytest.fixture(scope="session")
def war(tolls_claimed: dict[str, TollClaim]) -> Incident:
    total = tolls_claimed["war"]
    account = Account(label=BACKGROUND, what=What.OTHER, imprint=total.imprint, claims=(total,))
    return Incident(
        what=What.OTHER,
        days=None,
        places=(),
        perpetrators=(),
        targets=(),
        accounts=(account,),
        is_background=True,
    )


@pytest.fixture(scope="session")
def findings(oker: Incident, war: Incident, killed: Toll, injured: Toll) -> Findings:
    return Findings(
        cases=(Case(incident=oker, tolls=(killed, injured)), Case(incident=war, tolls=())),
        documents=(FLASH.imprint, ARMY.imprint, NOTE.imprint, UNDATED.imprint),
        copies=(replace(FLASH.imprint, name="again/flash.txt"),),
    )
