"""PLOVER's event and mode."""

from typing import Final

from tollbook.classifying.camp import Camps, words_of
from tollbook.classifying.evidence import ONE_BY_ONE, Evidence, is_accident
from tollbook.event import Code
from tollbook.incident import Account, What

_MODES: Final = {
    "aerial": "aerial",
    "blade": "primitive",
    "chemical": "unconventional",
    "crowd-control": "crowd-control",
    "drone": "drone",
    "explosive": "explosives",
    "fire": "destroy",
    "firearms": "firearms",
    "grenade": "explosives",
    "shelling": "heavy-weapons",
    "suicide-bomb": "suicide-attack",
    "unarmed": "beat",
    "vehicle": "primitive",
}


def event_of(account: Account, camps: Camps, evidence: Evidence, weapon: Code) -> Code:
    """Choose PLOVER's event: what was done, and whether to people who bear arms."""
    protest = evidence.of("protest")
    is_march = bool(protest) and account.what is What.OTHER
    if account.what is What.RIOT or (is_march and not weapon.words and not evidence.harmed):
        words = (*evidence.of("riot")[:1], *protest[:1])
        if words:
            return Code(value="PROTEST", words=words, rule="people took to the streets")
    if is_accident(account, evidence):
        return Code(value=None, rule="an accident is nobody's act")
    if camps.is_fight and account.what not in ONE_BY_ONE:
        words = words_of(*(camps.fighters + camps.armed_targets)[:2])
        return Code(value="FIGHT", words=words, rule="armed sides met")
    if account.what is What.CLASH and evidence.of("fight"):
        return Code(value="FIGHT", words=evidence.of("fight")[:1], rule="called a clash")
    if evidence.harmed:
        return Code(value="ASSAULT", words=evidence.harmed[:1], rule="people came to harm")
    if weapon.words or evidence.of("abduct"):
        words = (*weapon.words[:1], *evidence.of("abduct")[:1])
        return Code(value="ASSAULT", words=words, rule="force was used")
    return _coerced(evidence)


def mode_of(account: Account, evidence: Evidence, weapon: Code, event: Code) -> Code:
    """Choose PLOVER's mode: how it was done."""
    if event.value not in {"ASSAULT", "FIGHT"}:
        if event.value == "PROTEST":
            riot = evidence.of("riot")
            value = "riot" if riot or account.what is What.RIOT else "demo"
            return Code(value=value, words=(riot or evidence.of("protest"))[:1], rule="as called")
        return Code(value=None, rule="no mode is told")
    if account.what is What.ABDUCTION and evidence.of("abduct"):
        return Code(value="abduct", words=evidence.of("abduct")[:1], rule="people were taken")
    for mode in ("sexual", "torture"):
        if evidence.of(mode) and event.value == "ASSAULT" and weapon.value in {None, "unarmed"}:
            return Code(value=mode, words=evidence.of(mode)[:1], rule="as called")
    if account.what is What.EXECUTION and evidence.of("targeted"):
        return Code(value="targeted", words=evidence.of("targeted")[:1], rule="as called")
    if weapon.value is None:
        return Code(value=None, rule="no weapon is named")
    return Code(value=_MODES[weapon.value], words=weapon.words, rule=f"weapon: {weapon.value}")


def _coerced(evidence: Evidence) -> Code:
    for act, rule in (
        ("arrest", "people were arrested"),
        ("loot", "property was taken"),
        ("destroy", "property was destroyed"),
    ):
        if evidence.of(act):
            return Code(value="COERCE", words=evidence.of(act)[:1], rule=rule)
    if evidence.of("threaten"):
        return Code(value="THREATEN", words=evidence.of("threaten")[:1], rule="a threat was made")
    return Code(value=None, rule="no act is told")
