"""What the models make of a text -> templates, one for each incident of the task."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import product
from statistics import mean
from typing import Final

from tollbook.evaluating.muc4.agreement import essential
from tollbook.evaluating.muc4.incident_date import when
from tollbook.evaluating.muc4.judging import (
    Judged,
    Named,
    incident_features,
    pair_features,
    phrase_features,
)
from tollbook.evaluating.muc4.linear import NONE, LinearModel
from tollbook.evaluating.muc4.phrases import line
from tollbook.evaluating.muc4.setting import where
from tollbook.evaluating.muc4.slots import (
    CATEGORY,
    CONFIDENCE,
    DATE,
    DESCRIPTION,
    INSTRUMENT,
    INSTRUMENT_TYPE,
    ORGANISATION,
    PERPETRATOR,
    PERSON,
    PERSON_EFFECT,
    PERSON_NUMBER,
    PERSON_TYPE,
    PLACE,
    STAGE,
    THING,
    THING_EFFECT,
    THING_NUMBER,
    THING_TYPE,
    TYPE,
    Slot,
)
from tollbook.evaluating.muc4.templates import Filler, Template
from tollbook.evaluating.muc4.texts import Message


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """From what probability on a thing is believed.

    Chosen for the totals of TST3 and of tst1 and tst2 held out of the learning, each weighing
    the same.
    """

    relevance: float = 0.03
    mention: float = 0.08
    name: float = 0.6
    description: float = 0.3
    thing: float = 0.3
    title: float = 0.3
    perpetrator: float = 0.3
    instrument: float = 0.25
    group: float = 0.3
    likeliest_group: float = 0.15
    incident: float = 0.25
    joined: float = 0.6


THRESHOLDS: Final = Thresholds()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """Somebody or something a text mentions, once or several times, in one role.

    `mentions` are the places of its phrases in the reading, surest first.
    """

    role: str
    words: str
    number: str
    probability: float
    mentions: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One incident: its targets, and the sentences that tell of them."""

    targets: tuple[Entity, ...]
    sentences: tuple[int, ...]


def fill(
    message: Message,
    judged: Judged,
    models: Mapping[str, LinearModel],
    least: Thresholds = THRESHOLDS,
) -> tuple[Template, ...]:
    """Fill a template for each incident that a text tells of; none where it tells of none.

    Args:
        message: the text.
        judged: what the models make of it.
        models: they judge what follows: which targets belong together, what became of them.
        least: from what probability on a thing is believed.
    """
    if judged.relevance < least.relevance:
        return ()
    writer = _Writer(message=message, judged=judged, models=models, least=least)
    incidents = writer.incidents()
    return tuple(
        writer.template(number, incident, incidents)
        for number, incident in enumerate(incidents, start=1)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Writer:
    """Writes the templates of one text."""

    message: Message
    judged: Judged
    models: Mapping[str, LinearModel]
    least: Thresholds

    def incidents(self) -> list[Told]:
        """Part the targets that are believed into incidents."""
        least = self.least
        targets = [
            entity
            for role, believed in (
                ("name", least.name),
                ("description", least.description),
                ("thing", least.thing),
            )
            for entity in self.entities(role)
            if entity.probability >= believed
        ]
        groups: list[list[Entity]] = []
        for entity in sorted(targets, key=lambda entity: -entity.probability):
            alike = [self._together(entity, group) for group in groups]
            if alike and max(alike) >= least.joined:
                groups[alike.index(max(alike))].append(entity)
            elif entity.probability >= least.incident:
                groups.append([entity])
        return [Told(targets=tuple(group), sentences=self._sentences(group)) for group in groups]

    def _sentences(self, entities: Sequence[Entity]) -> tuple[int, ...]:
        phrases = self.judged.reading.phrases
        return tuple(sorted({phrases[at].sentence for e in entities for at in e.mentions}))

    def _together(self, entity: Entity, group: Sequence[Entity]) -> float:
        """How probable it is that a target belongs to an incident, by its nearest targets."""
        found = [self._paired(entity, other) for other in group]
        return mean(sorted(found, reverse=True)[:3])

    def _paired(self, one: Entity, other: Entity) -> float:
        phrases = self.judged.reading.phrases
        pairs = product(one.mentions[:2], other.mentions[:2])
        return max(
            self.models["pair"].probabilities(
                pair_features(self.judged.reading, phrases[a], phrases[b])
            )["yes"]
            for a, b in pairs
        )

    def entities(self, role: str) -> list[Entity]:
        """Gather the phrases of a role: the same name, or the same noun and number, is one."""
        found: list[Entity] = []
        for mention in sorted(self._mentions(role), key=lambda m: -m.probability):
            same = next((at for at, e in enumerate(found) if _are_one(e, mention)), None)
            if same is None:
                found.append(mention)
            else:
                found[same] = _merged(found[same], mention)
        return found

    def _mentions(self, role: str) -> list[Entity]:
        found = []
        for at, (phrase, roles) in enumerate(
            zip(self.judged.reading.phrases, self.judged.roles, strict=True)
        ):
            probability = roles[role]
            if role in {"name", "description"}:
                # Whoever is a target at all is named or described, whichever is likelier.
                other = roles["name" if role == "description" else "description"]
                if other > probability or (other == probability and role == "name"):
                    continue
                probability += other
            if probability >= self.least.mention:
                whole = role in {"name", "perpetrator"}
                found.append(
                    Entity(
                        role=role,
                        words=phrase.words if whole else phrase.core,
                        number=phrase.number if role != "name" else "1",
                        probability=probability,
                        mentions=(at,),
                    )
                )
        return found

    def template(self, number: int, incident: Told, incidents: Sequence[Told]) -> Template:
        """Write the template of one incident."""
        reading = self.judged.reading
        features = incident_features(
            reading, incident.sentences, (target.role for target in incident.targets)
        )
        kind = self.models["type"].likeliest(features)
        fillers = _Fillers()
        fillers.add(TYPE, kind)
        fillers.add(STAGE, self.models["stage"].likeliest(features))
        fillers.add(DATE, when(self.message, reading, incident.sentences))
        fillers.add(PLACE, where(self.message, reading, incident.sentences))
        for target in incident.targets:
            if target.role == "thing":
                if kind != "KIDNAPPING":
                    self._write_thing(target, fillers)
            else:
                self._write_person(target, fillers)
        self._write_perpetrators(incident, incidents, features, fillers)
        if kind not in {"ARSON", "KIDNAPPING"}:
            for entity in self._near("instrument", self.least.instrument, incident, incidents):
                fillers.add(INSTRUMENT, entity.words)
                fillers.add(INSTRUMENT_TYPE, instrument_type(entity.words), of=entity.words)
        return Template(message=self.message.id, number=number, fillers=fillers.by_slot())

    def _write_person(self, target: Entity, fillers: "_Fillers") -> None:
        words = target.words
        fillers.add(PERSON if target.role == "name" else DESCRIPTION, words)
        if target.role == "name":
            fillers.add(DESCRIPTION, self._title(target), of=words)
        fillers.add(PERSON_NUMBER, target.number, of=words)
        fillers.add(PERSON_TYPE, self._said("person-type", target), of=words)
        fillers.add(PERSON_EFFECT, self._said("person-effect", target), of=words)

    def _write_thing(self, target: Entity, fillers: "_Fillers") -> None:
        fillers.add(THING, target.words)
        fillers.add(THING_NUMBER, target.number, of=target.words)
        fillers.add(THING_TYPE, self._said("thing-type", target), of=target.words)
        fillers.add(THING_EFFECT, self._said("thing-effect", target), of=target.words)

    def _said(self, model: str, entity: Entity) -> str:
        """What is said of somebody over all mentions, each weighing the same."""
        phrases = self.judged.reading.phrases
        judged = [
            self.models[model].probabilities(phrase_features(phrases[at], self.judged.relevance))
            for at in entity.mentions
        ]
        return max(self.models[model].classes, key=lambda name: sum(p[name] for p in judged))

    def _title(self, target: Entity) -> str | None:
        """The likeliest title that stands beside a mention of somebody named."""
        phrases, roles = self.judged.reading.phrases, self.judged.roles
        beside = [
            (roles[near]["title"], phrases[near].core)
            for at in target.mentions
            for near in (at - 1, at + 1, at - 2, at + 2)
            if 0 <= near < len(phrases) and phrases[near].sentence == phrases[at].sentence
        ]
        probability, words = max(beside, default=(0.0, ""))
        return words if probability >= self.least.title else None

    def _write_perpetrators(
        self,
        incident: Told,
        incidents: Sequence[Told],
        features: Sequence[str],
        fillers: "_Fillers",
    ) -> None:
        people = self._near("perpetrator", self.least.perpetrator, incident, incidents)
        for entity in people:
            fillers.add(PERPETRATOR, entity.words)
        groups = [
            named for named in self._believed_groups() if self._is_near(named, incident, incidents)
        ]
        for named in groups:
            words = self._called(named)
            fillers.add(ORGANISATION, words)
            fillers.add(CONFIDENCE, self.models["confidence"].likeliest(named.standing), of=words)
        category = self.models["category"].likeliest(features)
        if any(named.kind == "state" for named in groups):
            category = "STATE-SPONSORED VIOLENCE"
        elif groups or people:
            category = "TERRORIST ACT"
        fillers.add(CATEGORY, category)

    def _believed_groups(self) -> list[Named]:
        """Give the groups that did it: the likeliest of the text needs less to be believed."""
        surest = max((probability for _, probability in self.judged.groups), default=0.0)
        least = self.least
        return [
            named
            for named, probability in self.judged.groups
            if probability >= (least.likeliest_group if probability == surest else least.group)
        ]

    def _called(self, named: Named) -> str:
        text = self.message.text
        return max((line(text[m.start : m.end]) for m in named.mentions), key=len)

    def _near(
        self, role: str, believed: float, incident: Told, incidents: Sequence[Told]
    ) -> list[Entity]:
        """Give who or what is mentioned nearest to an incident, or as near as to any other."""
        found = []
        for entity in self.entities(role):
            if entity.probability < believed:
                continue
            at = [self.judged.reading.phrases[mention].sentence for mention in entity.mentions]
            if _is_nearest(at, incident, incidents):
                found.append(entity)
        return found

    def _is_near(self, named: Named, incident: Told, incidents: Sequence[Told]) -> bool:
        at = [self.judged.reading.sentence_at(mention.start) for mention in named.mentions]
        return _is_nearest(at, incident, incidents)


_BESIDE: Final = 2
"""Sentences this near to an incident may tell of who did it, whatever else they tell of."""


def _is_nearest(at: Sequence[int], incident: Told, incidents: Sequence[Told]) -> bool:
    distance = _distance(at, incident)
    return distance <= max(_BESIDE, min(_distance(at, other) for other in incidents))


def _distance(at: Sequence[int], incident: Told) -> int:
    return min(abs(here - there) for here in at for there in incident.sentences)


def _are_one(entity: Entity, mention: Entity) -> bool:
    ours, theirs = essential(entity.words), essential(mention.words)
    if not ours or not theirs:
        return entity.words == mention.words
    if entity.role == "name":
        return set(ours) <= set(theirs) or set(theirs) <= set(ours)
    same_noun = ours[-1].removesuffix("S") == theirs[-1].removesuffix("S")
    numbers = {entity.number, mention.number}
    return same_noun and (len(numbers) == 1 or "PLURAL" in numbers)


_LONGEST_NAME: Final = 5
_SHARE: Final = 0.4
_WITNESSES: Final = 4


def _merged(entity: Entity, mention: Entity) -> Entity:
    """Join a mention to an entity: the fullest name, the only figure, surer together."""
    words, number = entity.words, entity.number
    size = len(essential(mention.words))
    if entity.role == "name" and len(essential(words)) < size <= _LONGEST_NAME:
        words = mention.words
    if number in {"PLURAL", "1"} and mention.number not in {"PLURAL", "1"}:
        number = mention.number
    # Mentions are no independent witnesses: each counts for less than half, the first four only.
    share = _SHARE if len(entity.mentions) < _WITNESSES else 0.0
    probability = 1 - (1 - entity.probability) * (1 - share * mention.probability)
    return replace(
        entity,
        words=words,
        number=number,
        probability=probability,
        mentions=(*entity.mentions, *mention.mentions),
    )


_INSTRUMENTS: Final = (
    ("CAR BOMB", "VEHICLE BOMB"),
    ("BUS BOMB", "VEHICLE BOMB"),
    ("TRUCK BOMB", "VEHICLE BOMB"),
    ("MACHINEGUN", "MACHINE GUN"),
    ("MACHINE GUN", "MACHINE GUN"),
    ("MACHINE-GUN", "MACHINE GUN"),
    ("DYNAMITE", "DYNAMITE"),
    ("GRENADE", "GRENADE"),
    ("MORTAR", "MORTAR"),
    ("ROCKET", "ROCKET"),
    ("MISSILE", "MISSILE"),
    ("MINE", "MINE"),
    ("MOLOTOV", "MOLOTOV COCKTAIL"),
    ("RIFLE", "RIFLE"),
    ("PISTOL", "HANDGUN"),
    ("REVOLVER", "HANDGUN"),
    ("KNI", "CUTTING DEVICE"),
    ("MACHETE", "CUTTING DEVICE"),
    ("STONE", "STONE"),
    ("EXPLOSIVE DEVICE", "BOMB"),
    ("BOMB", "BOMB"),
    ("EXPLOSIVE", "EXPLOSIVE"),
    ("CHARGE", "EXPLOSIVE"),
    ("TORTURE", "TORTURE"),
    ("FIRE", "FIRE"),
)


def instrument_type(words: str) -> str:
    """Give the category of an instrument; a gun where the words say no more."""
    return next((kind for told, kind in _INSTRUMENTS if told in words), "GUN")


@dataclass(frozen=True, slots=True)
class _Fillers:
    """The slots of a template as they are filled."""

    filled: dict[int, list[Filler]] = field(default_factory=dict)

    def add(self, slot: Slot, words: str | None, *, of: str | None = None) -> None:
        """Fill a slot, once with the same words; nothing fills nothing."""
        if words is None or words == NONE:
            return
        filler = Filler(options=(words,), referents=() if of is None else (of,))
        fillers = self.filled.setdefault(slot.number, [])
        if filler not in fillers:
            fillers.append(filler)

    def by_slot(self) -> dict[int, tuple[Filler, ...]]:
        """Give the fillers of every slot that has any."""
        return {number: tuple(fillers) for number, fillers in self.filled.items()}
