"""ACLED's event type and sub-type."""

from typing import Final

from tollbook.claim import DamageClaim
from tollbook.classifying.camp import Camps, Kind, kind_of, words_of
from tollbook.classifying.evidence import OF_PERSONS, ONE_BY_ONE, Evidence, is_accident
from tollbook.document import Words
from tollbook.event import Code
from tollbook.incident import Account, What

BATTLES: Final = "Battles"
REMOTE: Final = "Explosions/Remote violence"
CIVILIANS: Final = "Violence against civilians"
PROTESTS: Final = "Protests"
RIOTS: Final = "Riots"
STRATEGIC: Final = "Strategic developments"

_REMOTE: Final = {
    "aerial": "Air/drone strike",
    "chemical": "Chemical weapon",
    "drone": "Air/drone strike",
    "explosive": "Remote explosive/landmine/IED",
    "grenade": "Grenade",
    "shelling": "Shelling/artillery/missile attack",
    "suicide-bomb": "Suicide bomb",
}
_BY_HAND: Final = frozenset({"firearms", "blade", "fire", "unarmed", "vehicle"})
Codes = tuple[Code, Code]


def acled_of(account: Account, camps: Camps, evidence: Evidence, weapon: Code) -> Codes:
    """Choose ACLED's type and sub-type; both undetermined where the words do not say.

    Fighting between armed sides goes before the weapons fought with, a remote weapon before
    whom it hit, as the codebook ranks them.
    """
    for rule in (_accident, _crime, _unrest, _battle, _remote, _on_civilians, _strategic):
        codes = rule(account, camps, evidence, weapon)
        if codes is not None:
            return codes
    return _both(None, None, (), "the words do not say")


def _both(kind: str | None, sub: str | None, words: tuple[Words, ...], rule: str) -> Codes:
    return Code(value=kind, words=words, rule=rule), Code(value=sub, words=words, rule=rule)


def _accident(account: Account, camps: Camps, evidence: Evidence, weapon: Code) -> Codes | None:  # noqa: ARG001
    if not is_accident(account, evidence):
        return None
    return _both(None, None, (), "an accident is no political violence")


def _crime(account: Account, camps: Camps, evidence: Evidence, weapon: Code) -> Codes | None:
    """What is told as a crime of persons is left out; nobody organised takes part in it."""
    is_organised = any(
        kind_of(side) in {Kind.STATE, Kind.GROUP} for side in camps.attackers + camps.fighters
    )
    is_told = bool(evidence.of("crime")) and account.what in OF_PERSONS
    if not is_told or is_organised or weapon.value in _REMOTE or evidence.of("riot", "protest"):
        return None
    return _both(None, None, (), "told as a crime, not as political violence")


def _unrest(account: Account, camps: Camps, evidence: Evidence, weapon: Code) -> Codes | None:
    riot, protest = evidence.of("riot"), evidence.of("protest")
    if account.what is What.RIOT and (riot or protest):
        is_mob = any(words.text.lower().startswith(("mob", "lynch")) for words in riot)
        sub = "Mob violence" if is_mob and not protest else "Violent demonstration"
        return _both(RIOTS, sub, (*riot[:1], *protest[:1]), "called a riot")
    if not protest or weapon.value in _REMOTE or account.what in _FIGHTS:
        return None
    by_state = [side for side in camps.attackers if kind_of(side) is Kind.STATE]
    if by_state and weapon.value == "firearms" and evidence.harmed:
        words = (*protest[:1], *words_of(by_state[0]), *weapon.words[:1])
        return _both(PROTESTS, "Excessive force against protesters", words, "forces shot at them")
    is_crowd = account.what in _CROWDS
    if is_crowd and (weapon.value == "crowd-control" or evidence.of("arrest")):
        words = (*protest[:1], *(weapon.words or evidence.of("arrest"))[:1])
        return _both(PROTESTS, "Protest with intervention", words, "forces stepped in")
    if account.what is What.OTHER and not evidence.harmed and not weapon.words:
        return _both(PROTESTS, "Peaceful protest", protest[:1], "no force is told")
    return None


_FIGHTS: Final = frozenset(
    {
        What.ABDUCTION,
        What.AIR_STRIKE,
        What.BOMBING,
        What.CLASH,
        What.EXECUTION,
        What.SUICIDE_BOMBING,
    }
)
_CROWDS: Final = frozenset({What.OTHER, What.RIOT, What.SHOOTING})


_TAKING: Final = frozenset({What.CLASH, What.ARMED_ATTACK, What.OTHER})


def _battle(account: Account, camps: Camps, evidence: Evidence, weapon: Code) -> Codes | None:
    if account.what in ONE_BY_ONE:
        return None
    is_remote = weapon.value in _REMOTE
    taken = _territory(camps, evidence)
    if account.what is not What.CLASH and (is_remote or not camps.is_fight):
        return None
    if taken is not None and account.what in _TAKING:
        return taken
    words = (*words_of(*(camps.fighters + camps.armed_targets)[:2]), *evidence.of("fight")[:1])
    if not words:
        return None
    return _both(BATTLES, "Armed clash", words, "armed sides met")


def _territory(camps: Camps, evidence: Evidence) -> Codes | None:
    """Who took a place: a state takes it back, a group takes it."""
    winners = camps.attackers or camps.fighters
    if evidence.of("retake") and any(kind_of(side) is Kind.STATE for side in winners):
        words = evidence.of("retake")[:1]
        return _both(BATTLES, "Government regains territory", words, "a place was retaken")
    if evidence.of("capture") and winners and kind_of(winners[0]) is Kind.GROUP:
        words = (*evidence.of("capture")[:1], *words_of(winners[0]))
        return _both(BATTLES, "Non-state actor overtakes territory", words, "a place was taken")
    return None


def _remote(account: Account, camps: Camps, evidence: Evidence, weapon: Code) -> Codes | None:  # noqa: ARG001
    if weapon.value not in _REMOTE:
        return None
    return _both(REMOTE, _REMOTE[weapon.value], weapon.words, f"weapon: {weapon.value}")


def _on_civilians(account: Account, camps: Camps, evidence: Evidence, weapon: Code) -> Codes | None:
    if evidence.of("sexual") and weapon.value in {None, "unarmed", "firearms"}:
        words = evidence.of("sexual")[:1]
        return _both(CIVILIANS, "Sexual violence", words, "as called")
    taken = evidence.of("abduct")
    if taken and (not evidence.harmed or account.what is What.ABDUCTION):
        return _both(CIVILIANS, "Abduction/forced disappearance", taken[:1], "people were taken")
    are_armed = evidence.are_armed or bool(evidence.of("fight"))
    may_be_fight = camps.is_fight or (are_armed and not camps.civilians)
    if may_be_fight or not evidence.harmed:
        return None
    if not camps.attackers and account.what not in _ATTACKS:
        return None
    if camps.civilians or weapon.value in _BY_HAND or account.what in _ATTACKS:
        words = (*words_of(*camps.civilians[:1]), *evidence.harmed[:1], *weapon.words[:1])
        return _both(CIVILIANS, "Attack", words, "people not said to bear arms were harmed")
    return None


# Somebody's attack by its kind; people shot by nobody knows whom may have met with a crime.
_ATTACKS: Final = frozenset({What.ARMED_ATTACK, What.EXECUTION, What.ARSON})


def _strategic(account: Account, camps: Camps, evidence: Evidence, weapon: Code) -> Codes | None:  # noqa: ARG001
    if evidence.harmed:
        return None
    damage = tuple(claim.object for claim in account.claims if isinstance(claim, DamageClaim))
    for act, sub in (
        ("defuse", "Disrupted weapons use"),
        ("agreement", "Agreement"),
        ("arrest", "Arrests"),
        ("loot", "Looting/property destruction"),
        ("destroy", "Looting/property destruction"),
    ):
        words = evidence.of(act)[:1]
        if words:
            return _both(STRATEGIC, sub, words, "as called")
    if damage:
        return _both(STRATEGIC, "Looting/property destruction", damage[:1], "things were damaged")
    return None
