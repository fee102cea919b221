"""What was said: who says how many were harmed, who did it, what broke, who reacted.

The vocabulary is that of the claims guideline (see `docs/vocabulary.md`). A claim is one
source, one figure, one harm, one group; it keeps its sentence and the place of every word.
"""

from dataclasses import dataclass, field, fields
from enum import StrEnum
from typing import Literal

from tollbook.document import Imprint, Words, content_id
from tollbook.errors import UnusableClaim, UnusableCount

BACKGROUND = "background"
"""The `incident` of a claim about a war, a year or a campaign, not about one incident."""


class Harm(StrEnum):
    """What was done to the people counted."""

    KILLED = "killed"
    INJURED = "injured"
    KILLED_OR_INJURED = "killed_or_injured"
    MISSING = "missing"
    ABDUCTED = "abducted"
    DETAINED = "detained"
    DISPLACED = "displaced"


class Group(StrEnum):
    """Whom the words count."""

    PEOPLE = "people"
    CIVILIAN = "civilian"
    SECURITY_FORCE = "security_force"
    ARMED_GROUP = "armed_group"
    ATTACKER = "attacker"
    AID_WORKER = "aid_worker"
    MEDIC = "medic"
    JOURNALIST = "journalist"
    OFFICIAL = "official"
    CHILD = "child"
    WOMAN = "woman"
    OTHER = "other"

    @property
    def plural(self) -> str:
        """Several of them, in words.

        Example:
            >>> Group.SECURITY_FORCE.plural, Group.CHILD.plural
            ('security forces', 'children')
        """
        # A group that is a body is not what one counts: four fighters, not "four armed groups".
        irregular = {
            Group.PEOPLE: "people",
            Group.ARMED_GROUP: "armed-group fighters",
            Group.CHILD: "children",
            Group.WOMAN: "women",
        }
        return irregular.get(self, f"{self.value.replace('_', ' ')}s")


class SourceKind(StrEnum):
    """What kind of voice is quoted."""

    GOVERNMENT = "government"
    MILITARY = "military"
    POLICE = "police"
    ARMED_GROUP = "armed_group"
    MEDICAL = "medical"
    DIPLOMAT = "diplomat"
    UN = "un"
    NGO = "ngo"
    WITNESS = "witness"
    ACTIVIST = "activist"
    DOCUMENT = "document"
    MEDIA = "media"
    COURT = "court"
    FAMILY = "family"
    EXPERT = "expert"
    OTHER = "other"


class Stance(StrEnum):
    """How firmly the source stands behind it."""

    ASSERTED = "asserted"
    HEDGED = "hedged"
    DENIED = "denied"


class Form(StrEnum):
    """The shape of a quantity phrase, before anybody interprets it."""

    EXACT = "exact"  # 31, a dozen, both
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    ABOUT = "about"
    NEARLY = "nearly"
    UP_TO = "up_to"
    FEWER_THAN = "fewer_than"
    RANGE = "range"  # between 4 and 9
    DECADE = "decade"  # in the 70s
    VAGUE = "vague"  # dozens, several, some, a bare plural
    ONE = "one"  # a named or single person
    NONE = "none"  # nobody


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many people the words strictly allow, both ends included.

    `high=None` means the words give no ceiling ("at least 12"). Zero is a number
    ("no one was hurt") and never stands for unknown. `stated` is the number the words
    name (70 in "more than 70"), if they name one; `term` is the vague word as the policy
    tables list it ("dozens"), if there is one. `is_additional` marks "12 more": people on
    top of a figure given elsewhere.
    """

    low: int
    high: int | None
    words: Words
    form: Form = Form.EXACT
    stated: int | None = None
    term: str | None = None
    is_additional: bool = False

    def __post_init__(self) -> None:
        if self.low < 0 or (self.high is not None and self.high < self.low):
            raise UnusableCount(
                f"{self.words.text!r} reads as {self.low} to {self.high} people; "
                "need 0 <= low <= high (or high=None for no ceiling)"
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who says so: the source, the medium that carried it, the words that tie them to it.

    Without a source the report says it in its own voice.
    """

    source: Words | None = None
    source_kind: SourceKind | None = None
    anonymous: bool = False
    relay: Words | None = None
    cue: Words | None = None
    stance: Stance = Stance.ASSERTED

    def __post_init__(self) -> None:
        if (self.source is None) != (self.source_kind is None):
            raise UnusableClaim(
                f"source {self.source and self.source.text!r} has kind {self.source_kind}; "
                "give both, or neither when the report speaks in its own voice"
            )


def _said(by: Attribution) -> str:
    source = "" if by.source is None else f", {by.source.text}"
    return source if by.stance is Stance.ASSERTED else f"{source}, {by.stance}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Confidence:
    """How probable it is that each part of a claim is read right, each in [0, 1].

    `claim`: that the words count people who came to this harm; the others, given that.
    They say how well the report was read, never how far its source can be believed.
    """

    claim: float
    figure: float
    source: float
    group: float
    stance: float
    part_of: float
    background: float

    def __post_init__(self) -> None:
        for part in fields(self):
            probability = getattr(self, part.name)
            if not 0 <= probability <= 1:
                raise UnusableClaim(
                    f"a confidence of {probability} in {part.name!r} is no probability; "
                    "need 0 <= confidence <= 1"
                )

    @property
    def whole(self) -> float:
        """How probable it is that what a toll rests on is right: figure, source, incident."""
        return self.claim * self.figure * self.source * self.background


@dataclass(frozen=True, slots=True, kw_only=True)
class TollClaim:
    """Somebody says how many people of one group came to one harm.

    `incident` names the account within its document ("A", "B", … or `BACKGROUND`);
    `part_of` is true where the words make it a part of a bigger figure of the report.
    `confidence` says how well it was read; None where a person wrote it.
    """

    harm: Harm
    count: Count
    group: Group
    group_words: Words | None
    part_of: bool
    attribution: Attribution
    incident: str
    sentence: Words
    imprint: Imprint
    confidence: Confidence | None = None
    kind: Literal["toll"] = "toll"
    id: str = field(init=False)

    def __post_init__(self) -> None:
        where = (self.imprint.document_id, self.count.words.start, self.count.words.end)
        object.__setattr__(self, "id", content_id(self.kind, *where, self.harm, self.group))

    def __str__(self) -> str:
        return f"{self.harm} {self.group}: “{self.count.words.text}”{_said(self.attribution)}"


class Status(StrEnum):
    """How an act is laid at somebody's door."""

    STATED = "stated"
    ACCUSED = "accused"
    CLAIMED = "claimed"
    DENIED = "denied"


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponsibilityClaim:
    """Somebody says who did it."""

    actor: Words
    status: Status
    attribution: Attribution
    incident: str
    sentence: Words
    imprint: Imprint
    kind: Literal["responsibility"] = "responsibility"
    id: str = field(init=False)

    def __post_init__(self) -> None:
        where = (self.imprint.document_id, self.actor.start, self.actor.end)
        object.__setattr__(self, "id", content_id(self.kind, *where, self.status))

    def __str__(self) -> str:
        return f"{self.status}: “{self.actor.text}”{_said(self.attribution)}"


class Effect(StrEnum):
    """What became of a thing."""

    DAMAGED = "damaged"
    DESTROYED = "destroyed"
    LOOTED = "looted"
    SEIZED = "seized"
    BURNED = "burned"


@dataclass(frozen=True, slots=True, kw_only=True)
class DamageClaim:
    """Somebody says a thing was damaged."""

    object: Words
    effect: Effect
    attribution: Attribution
    incident: str
    sentence: Words
    imprint: Imprint
    kind: Literal["damage"] = "damage"
    id: str = field(init=False)

    def __post_init__(self) -> None:
        where = (self.imprint.document_id, self.object.start, self.object.end)
        object.__setattr__(self, "id", content_id(self.kind, *where, self.effect))

    def __str__(self) -> str:
        return f"{self.effect}: “{self.object.text}”{_said(self.attribution)}"


class ReactionKind(StrEnum):
    """What somebody's answer to an incident was."""

    CONDEMNED = "condemned"
    MOURNED = "mourned"
    VOWED = "vowed"
    DENIED = "denied"
    WELCOMED = "welcomed"
    CALLED_FOR = "called_for"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reaction:
    """Somebody reacts to an incident."""

    actor: Words
    reaction: ReactionKind
    incident: str
    sentence: Words
    imprint: Imprint
    kind: Literal["reaction"] = "reaction"
    id: str = field(init=False)

    def __post_init__(self) -> None:
        where = (self.imprint.document_id, self.actor.start, self.actor.end)
        object.__setattr__(self, "id", content_id(self.kind, *where, self.reaction))

    def __str__(self) -> str:
        return f"{self.reaction}: “{self.actor.text}”"


Claim = TollClaim | ResponsibilityClaim | DamageClaim | Reaction
