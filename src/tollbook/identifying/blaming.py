"""Whom claims of responsibility blame: one side for all the words that mean it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from tollbook.actor import Actor, Role, Side, Standing
from tollbook.claim import ResponsibilityClaim, Status
from tollbook.document import Words
from tollbook.identifying.camps import are_one_side
from tollbook.identifying.context import force_alone, whose
from tollbook.identifying.finding import Named
from tollbook.identifying.spelling import keys_in, keys_of, tokens_of
from tollbook.identifying.states import capitals
from tollbook.incident import Account

_LINKS: Final = re.compile(r"\s*(?:,|/|\band\b|\bor\b)\s*", re.IGNORECASE)
_OWNER: Final = re.compile(r"(?P<owner>\w[\w-]*(?:['’]s|s['’]))\s+$")
_SINCE: Final = re.compile(r"\bsince (?:19|20)\d\d\b", re.IGNORECASE)
_TO_VERB: Final = 3  # words, within which a verb stands beside who does it
_FROM_VERB: Final = 8  # words, within which it stands before "by"
_SUREST: Final = (Standing.DECLARED, Standing.STATED, Standing.SUSPECTED)
_STANDINGS: Final = {
    Status.STATED: Standing.STATED,
    Status.ACCUSED: Standing.SUSPECTED,
    Status.CLAIMED: Standing.DECLARED,
}


def attackers_of(account: Account, home: str | None, named: Sequence[Named]) -> Iterator[Side]:
    """The sides said to have attacked, in the order they are told of.

    Args:
        account: what a report tells of the incident.
        home: the country of the events, ISO 3166-1 alpha-2.
        named: the actors the report names, in text order.
    """
    blamed: list[list[Blame]] = []
    for claim in account.claims:
        if isinstance(claim, ResponsibilityClaim) and _tells_of_an_attack(claim):
            for words, actor in _meant(_with_owner(claim), home, named):
                blame = Blame(claim.status, words, actor)
                known = next((told for told in blamed if _are_one(told[0], blame)), None)
                if known is None:
                    blamed.append([blame])
                else:
                    known.append(blame)
    is_known = any(told[0].actor for told in blamed)
    for told in blamed:
        # "Syria", then "Syrian jets": the force that did it says more than the state.
        shown = min(told, key=lambda blame: blame.actor is None or blame.actor.parent is None)
        if shown.actor is not None or not (is_known or _is_nobody(shown.words)):
            standing = _standing(blame.status for blame in told)
            yield Side(words=shown.words, role=Role.ATTACKED, standing=standing, actor=shown.actor)


def _tells_of_an_attack(claim: ResponsibilityClaim) -> bool:
    """Whether the deed is no duty of a force ("police arrested") and no habit of anybody."""
    words, sentence = claim.actor, claim.sentence
    tokens = tokens_of(sentence.text)
    if claim.status is not Status.STATED:
        return True
    is_habit = not keys_in("habits").isdisjoint(token.key for token in tokens)
    if is_habit or _SINCE.search(sentence.text):
        return False
    stop = sum(sentence.start + token.start < words.end for token in tokens)
    first = sum(sentence.start + token.start < words.start for token in tokens)
    behind = {token.key for token in tokens[stop : stop + _TO_VERB]}
    before = [token.key for token in tokens[max(0, first - _FROM_VERB) : first]]
    is_agent = "by" in before[-_TO_VERB:] and keys_in("strikes").isdisjoint(before)
    is_duty = not keys_in("duties").isdisjoint({*behind, *(before if is_agent else ())})
    is_force = force_alone(keys_of(words.text)) is not None
    return not (is_duty and is_force)


def _is_nobody(words: Words) -> bool:
    """Whether words tell nothing of who it was: "someone", "two men", a town."""
    keys = keys_of(words.text)
    return keys_in("nobody").issuperset(keys) or keys in capitals()


class Blame(NamedTuple):
    """One claim that somebody did it: how it is laid at whose door."""

    status: Status
    words: Words
    actor: Actor | None


def _with_owner(claim: ResponsibilityClaim) -> Words:
    """ "Regime's warplanes", where the claim holds but "warplanes"."""
    words, sentence = claim.actor, claim.sentence
    owner = _OWNER.search(sentence.text[: max(0, words.start - sentence.start)])
    if owner is None or not words.text[:1].islower():
        return words
    start = sentence.start + owner.start("owner")
    return Words(
        text=sentence.text[owner.start("owner") : words.end - sentence.start],
        start=start,
        end=words.end,
    )


def _are_one(one: Blame, other: Blame) -> bool:
    if one.actor is not None and other.actor is not None:
        return are_one_side(one.actor, other.actor)
    ours, theirs = stems(one.words), stems(other.words)
    return one.actor is other.actor and (ours <= theirs or theirs <= ours)


def stems(words: Words) -> frozenset[str]:
    """The words as they are compared by, without a plural's "s"."""
    return frozenset(key.removesuffix("s") for key in keys_of(words.text))


def _meant(
    words: Words, home: str | None, named: Sequence[Named]
) -> Iterator[tuple[Words, Actor | None]]:
    """Whom the words of one claim blame; "Russian or Syrian jets" blame two."""
    before = [one for one in named if one.words.start < words.start]
    found: dict[str, tuple[Words, Actor]] = {}
    for start, text in parts(words.text):
        actor = whose(text, country=home, before=before)
        if actor is not None and not (text.isupper() and keys_of(text) in capitals()):
            place = Words(text=text, start=words.start + start, end=words.start + start + len(text))
            found.setdefault(actor.id, (place, actor))
    whole = whose(words.text, country=home, before=before) if len(found) < 2 else None
    if whole is not None and keys_of(words.text) not in capitals():
        found = {whole.id: (words, whole)}
    yield from found.values() or [(words, None)]


def parts(text: str) -> Iterator[tuple[int, str]]:
    """The members of a list, each with its place: "the regime, Russia and their allies"."""
    start = 0
    for link in [*_LINKS.finditer(text), None]:
        end = len(text) if link is None else link.start()
        if text[start:end].strip():
            yield start, text[start:end]
        start = end if link is None else link.end()


def _standing(statuses: Iterable[Status]) -> Standing:
    told = set(statuses)
    if Status.CLAIMED not in told and Status.DENIED in told:
        return Standing.CONTESTED
    standings = {_STANDINGS[status] for status in told if status in _STANDINGS}
    return next(standing for standing in _SUREST if standing in standings)
