"""An account of an incident -> its sides: who attacked, who was attacked, who fought whom."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final

from tollbook.actor import Actor, Role, Side, Standing
from tollbook.claim import Form, Group, Harm, Stance, Status, TollClaim
from tollbook.document import Words
from tollbook.identifying.blaming import Blame, attackers_of, parts, stems
from tollbook.identifying.camps import are_one_side
from tollbook.identifying.context import force_alone, whose
from tollbook.identifying.fighting import Party, fighting_parties, struck_by
from tollbook.identifying.finding import Named, find_actors
from tollbook.identifying.homes import country_of
from tollbook.identifying.spelling import keys_of
from tollbook.identifying.states import governments
from tollbook.incident import Account, What

CIVILIANS: Final = Actor(id="civilians", name="Civilians", sector="CVL", inter=7, ucdp="Civilians")
"""Who takes no part, wherever they live."""

_SENTENCE: Final = re.compile(r"[^.!?\n]+(?:[.!?](?=\S)[^.!?\n]*)*")
_OF: Final = re.compile(r"\s+(?:of|from)\s+(?P<whom>[^.,;:()]{2,60})")
_CIVILIANS: Final = frozenset(
    {Group.CIVILIAN, Group.AID_WORKER, Group.MEDIC, Group.JOURNALIST, Group.CHILD, Group.WOMAN}
)
_ARMED: Final = frozenset({Group.SECURITY_FORCE, Group.ARMED_GROUP})
_HARMED: Final = frozenset(
    {Harm.KILLED, Harm.INJURED, Harm.KILLED_OR_INJURED, Harm.ABDUCTED, Harm.MISSING}
)


def sides_of(
    account: Account,
    *,
    text: str | None = None,
    country: str | None = None,
    year: int | None = None,
) -> tuple[Side, ...]:
    """Say who took part in an incident, as one report tells it.

    Who attacked follows from claims of responsibility; who was attacked from the targets and
    from whom the harmed belonged to; in a clash nobody is said to have begun. A side without
    a known actor keeps its words. A denial alone makes a contested side, none goes.

    Args:
        account: what a report tells of the incident.
        text: the whole report, which names more than the sentences of the claims do.
        country: where it was, ISO 3166-1 alpha-2; where absent, read off the places.
        year: when it was.

    Returns:
        Those who attacked or fought first, each in the order they are told of.
    """
    home = country or country_of(account)
    sentences = _sentences(account, text)
    named = _named_in(sentences, home, year) if text is None else _named(text, home, year)
    attackers = list(attackers_of(account, home, named))
    harmed = list(_harmed(account, home, named, attackers))
    if account.what is What.CLASH:
        fighters = [side for side in [*attackers, *harmed] if side.actor is not CIVILIANS]
        fighters += _fighters(sentences, home, named, fighters)
        civilians = [side for side in harmed if side.actor is CIVILIANS]
        return (*(_with_role(side, Role.FOUGHT) for side in fighters), *civilians)
    return (*attackers, *harmed, *_struck(attackers, harmed, sentences, home, named))


def _sentences(account: Account, text: str | None) -> list[Words]:
    """The sentences of the claims, or all of a report's where it is there."""
    if text is None:
        told = {claim.sentence.start: claim.sentence for claim in account.claims}
        return [told[start] for start in sorted(told)]
    return [
        Words(text=found[0], start=found.start(), end=found.end())
        for found in _SENTENCE.finditer(text)
    ]


@lru_cache(maxsize=8)
def _named(text: str, home: str | None, year: int | None) -> tuple[Named, ...]:
    """Every actor a report names; kept, as each of its accounts asks."""
    return find_actors(text, country=home, year=year)


def _named_in(sentences: Iterable[Words], home: str | None, year: int | None) -> Sequence[Named]:
    """Every actor named, in text order."""
    found: list[Named] = []
    for sentence in sentences:
        for named in find_actors(sentence.text, country=home, year=year):
            words, start = named.words, sentence.start
            place = Words(text=words.text, start=start + words.start, end=start + words.end)
            found.append(Named(words=place, actor=named.actor))
    return found


def _harmed(
    account: Account, home: str | None, named: Sequence[Named], attackers: Sequence[Side]
) -> Iterator[Side]:
    found: dict[str, Side] = {}
    for words, group, standing in _those_hit(account):
        before = [one for one in named if one.words.start < words.start]
        is_nation = keys_of(words.text) in governments()
        actor = CIVILIANS if group in _CIVILIANS else whose(words.text, country=home, before=before)
        if actor is None and group in _ARMED:
            actor = _of_whom(words, account, home, before)
        if is_nation or (actor is None and not _is_force(words, group)):
            continue
        blame = Blame(Status.STATED, words, actor)
        if not any(_is_of(blame, side) for side in attackers):
            key = actor.id if actor else str(group)
            found.setdefault(
                key, Side(words=words, role=Role.WAS_ATTACKED, standing=standing, actor=actor)
            )
    yield from found.values()


def _of_whom(
    words: Words, account: Account, home: str | None, before: Sequence[Named]
) -> Actor | None:
    """Whose "members of the regime forces" are, where the claim holds but "members"."""
    for claim in account.claims:
        sentence = claim.sentence
        if sentence.start <= words.start and words.end <= sentence.end:
            behind = _OF.match(sentence.text, words.end - sentence.start)
            return (
                whose(next(parts(behind["whom"]))[1], country=home, before=before)
                if behind
                else None
            )
    return None


def _is_of(harmed: Blame, side: Side) -> bool:
    """Whether the harmed are the attackers' own: no attack on them."""
    if harmed.actor is not None and side.actor is not None:
        return are_one_side(harmed.actor, side.actor)
    return harmed.actor is side.actor and bool(stems(harmed.words) & stems(side.words))


def _those_hit(account: Account) -> Iterator[tuple[Words, Group | None, Standing]]:
    for target in account.targets:
        yield target, None, Standing.STATED
    for claim in account.claims:
        if not isinstance(claim, TollClaim) or claim.group_words is None:
            continue
        is_told = (
            claim.attribution.stance is not Stance.DENIED and claim.count.form is not Form.NONE
        )
        if is_told and claim.harm in _HARMED and claim.group is not Group.ATTACKER:
            standing = Standing.STATED if claim.attribution.source is None else Standing.SUSPECTED
            yield claim.group_words, claim.group, standing


def _is_force(words: Words, group: Group | None) -> bool:
    """Whether they bear arms, whosever they are."""
    return group in _ARMED or force_alone(keys_of(words.text)) is not None


def _fighters(
    sentences: Sequence[Words],
    home: str | None,
    named: Sequence[Named],
    known: Sequence[Side],
) -> Iterator[Side]:
    """Those whom sentences say to have fought, beside those known already."""
    taken = [side.actor for side in known if side.actor is not None]
    kinds = {stems(side.words) for side in known}
    for party in fighting_parties(sentences, named, home):
        if party.actor is not None:
            is_new = not any(are_one_side(party.actor, other) for other in taken)
            taken.append(party.actor)
        else:
            is_new = stems(party.words) not in kinds
            kinds.add(stems(party.words))
        if is_new:
            yield _stated(party, Role.FOUGHT)


def _struck(
    attackers: Sequence[Side],
    harmed: Sequence[Side],
    sentences: Sequence[Words],
    home: str | None,
    named: Sequence[Named],
) -> Iterator[Side]:
    """Whom the attackers attacked, where neither targets nor harmed tell of anybody armed."""
    if any(side.actor is not CIVILIANS for side in harmed):
        return
    for side in attackers:
        party = struck_by(side.words, sentences, named, home)
        if party is not None:
            blame = Blame(Status.STATED, party.words, party.actor)
            if not any(_is_of(blame, one) for one in attackers):
                yield _stated(party, Role.WAS_ATTACKED)
                return


def _stated(party: Party, role: Role) -> Side:
    return Side(words=party.words, role=role, standing=Standing.STATED, actor=party.actor)


def _with_role(side: Side, role: Role) -> Side:
    return Side(words=side.words, role=role, standing=side.standing, actor=side.actor)
