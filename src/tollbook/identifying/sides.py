"""An account of an incident -> its sides: who attacked, who was attacked, who fought whom."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final, NamedTuple, TypeGuard

from tollbook.actor import Actor, Role, Side, Standing
from tollbook.claim import Attribution, Claim, Form, Group, Harm, Stance, Status, TollClaim
from tollbook.document import Words
from tollbook.identifying.blaming import Blame, attackers_of, parts, stems
from tollbook.identifying.camps import are_one_side
from tollbook.identifying.context import force_alone, means_rebels, names_arms, whose
from tollbook.identifying.fighting import Party, fighting_parties, struck_by
from tollbook.identifying.finding import Named, find_actors
from tollbook.identifying.homes import country_of
from tollbook.identifying.speaking import sources_of
from tollbook.identifying.spelling import keys_in, keys_of
from tollbook.identifying.states import governments
from tollbook.incident import Account, What

CIVILIANS: Final = Actor(id="civilians", name="Civilians", sector="CVL", inter=7, ucdp="Civilians")
"""Who takes no part, wherever they live."""

_SENTENCE: Final = re.compile(r"[^.!?\n]+(?:[.!?](?=\S)[^.!?\n]*)*")
# "Rebel-held areas", "government-controlled towns" are no rebels and no government.
_COMPOUND: Final = re.compile(r"\w+-(?:held|controlled|run|occupied|populated|dominated)\b")
_OF_THEM: Final = re.compile(r"of\s+(?:(?:them|whom|these|those)\s+)?(?=\w)", re.IGNORECASE)
_OF: Final = re.compile(r"\s+(?:of|from)\s+(?P<whom>[^.,;:()]{2,60})")
_CIVILIANS: Final = frozenset(
    {
        Group.CIVILIAN,
        Group.AID_WORKER,
        Group.MEDIC,
        Group.JOURNALIST,
        Group.OFFICIAL,
        Group.CHILD,
        Group.WOMAN,
    }
)
_ARMED: Final = frozenset({Group.SECURITY_FORCE, Group.ARMED_GROUP})
_SUREST: Final = (Standing.DECLARED, Standing.STATED, Standing.SUSPECTED)
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
    a known actor keeps its words. A denial alone makes a contested side, none goes. Whoever is
    only quoted is no side.

    Whom an attack hit is declared where the hit say so themselves, stated where the report or a
    bystander does, suspected where it is hedged or only the attacker says so.

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
        fighters += _fighters(account, sentences, home, named, fighters)
        civilians = [side for side in harmed if side.actor is CIVILIANS]
        return (*(_with_role(side, Role.FOUGHT) for side in fighters), *civilians)
    return (*attackers, *harmed, *_struck(account, attackers, harmed, sentences, home, named))


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
    for hit in _those_hit(account, attackers):
        words = hit.words
        before = [one for one in named if one.words.start < words.start]
        is_nation = keys_of(words.text) in governments()
        text = _COMPOUND.sub("", words.text)
        actor = CIVILIANS if hit.group in _CIVILIANS else whose(text, country=home, before=before)
        if actor is None and hit.group in _ARMED:
            words, actor = _of_whom(hit, account, home, before)
        if is_nation or (actor is None and not _is_force(text)):
            continue
        if not any(_is_of(Blame(Status.STATED, words, actor), side) for side in attackers):
            key = actor.id if actor else str(hit.group)
            standing = _standing(hit, actor, attackers, home)
            side = Side(
                words=_without_of(words), role=Role.WAS_ATTACKED, standing=standing, actor=actor
            )
            known = found.setdefault(key, side)
            if _SUREST.index(standing) < _SUREST.index(known.standing):
                found[key] = replace(known, standing=standing)
    yield from found.values()


def _without_of(words: Words) -> Words:
    """ "Children", where the claim holds "of them children"."""
    start = found.end() if (found := _OF_THEM.match(words.text)) else 0
    return Words(text=words.text[start:], start=words.start + start, end=words.end)


class _Hit(NamedTuple):
    """Somebody who came to harm, or something attacked, and who says so."""

    words: Words
    group: Group | None
    said: Attribution


def _standing(
    hit: _Hit, actor: Actor | None, attackers: Sequence[Side], home: str | None
) -> Standing:
    """How surely somebody was hit: their own word, the report's or a bystander's, else."""
    if hit.said.source is None:
        is_hedged = hit.said.stance is Stance.HEDGED
        return Standing.SUSPECTED if is_hedged else Standing.STATED
    source = whose(hit.said.source.text, country=home)
    if source is not None and actor is not None and are_one_side(source, actor):
        return Standing.DECLARED
    is_attacker = any(
        source is not None and side.actor is not None and are_one_side(source, side.actor)
        for side in attackers
    )
    if is_attacker or hit.said.stance is Stance.HEDGED:
        return Standing.SUSPECTED
    return Standing.STATED


def _of_whom(
    hit: _Hit, account: Account, home: str | None, before: Sequence[Named]
) -> tuple[Words, Actor | None]:
    """Whose "members of the regime forces" are, where the claim holds but "members".

    Losses that a force or a group owns to are its own.
    """
    words, source = hit.words, hit.said.source
    for claim in account.claims:
        sentence = claim.sentence
        if sentence.start <= words.start and words.end <= sentence.end:
            behind = _OF.match(sentence.text, words.end - sentence.start)
            if behind is not None:
                whom = next(parts(behind["whom"]))[1]
                return words, whose(whom, country=home, before=before)
            break
    if source is not None and not keys_in("losses").isdisjoint(keys_of(words.text)):
        owner = whose(source.text, country=home, before=before)
        if owner is not None and (owner.inter == 1) is (hit.group is Group.SECURITY_FORCE):
            return source, owner
    return words, None


def _is_of(harmed: Blame, side: Side) -> bool:
    """Whether the harmed are the attackers' own: no attack on them."""
    if harmed.actor is not None and side.actor is not None:
        return are_one_side(harmed.actor, side.actor)
    return harmed.actor is side.actor and bool(stems(harmed.words) & stems(side.words))


def _those_hit(account: Account, attackers: Sequence[Side]) -> Iterator[_Hit]:
    """Targets, then the harmed.

    Where nobody knows who attacked, soldiers among the dead of a street were not its aim.
    """
    is_known = account.what is What.CLASH or any(side.actor for side in attackers)
    for target in account.targets:
        yield _Hit(target, None, Attribution())
    harmed = [claim for claim in account.claims if _is_harm(claim)]
    is_crowd = not is_known and any(
        claim.group not in _ARMED and not claim.part_of for claim in harmed
    )
    for claim in harmed:
        is_in_crowd = is_crowd and claim.part_of and claim.group in _ARMED
        is_named = claim.group_words is not None and not claim.group_words.text.isnumeric()
        if claim.group_words is not None and is_named and not is_in_crowd:
            yield _Hit(claim.group_words, claim.group, claim.attribution)


def _is_harm(claim: Claim) -> TypeGuard[TollClaim]:
    """Whether a claim says that others than the attackers came to harm."""
    return (
        isinstance(claim, TollClaim)
        and claim.harm in _HARMED
        and claim.group is not Group.ATTACKER
        and claim.attribution.stance is not Stance.DENIED
        and claim.count.form is not Form.NONE
    )


def _is_force(text: str) -> bool:
    """Whether words mean somebody who bears arms, whosever they are."""
    keys = keys_of(text)
    return force_alone(keys) is not None or means_rebels(keys) or names_arms(keys)


def _fighters(
    account: Account,
    sentences: Sequence[Words],
    home: str | None,
    named: Sequence[Named],
    known: Sequence[Side],
) -> Iterator[Side]:
    """Those whom sentences say to have fought, beside those known already.

    The sentences that tell of the harm come first; the others only where these leave one
    side open, as a report tells of other fights too.
    """
    taken = [side.actor for side in known if side.actor is not None]
    kinds = {stems(side.words) for side in known}
    harm = {claim.sentence.start for claim in account.claims}
    near = [one for one in sentences if any(one.start <= at < one.end for at in harm)]
    far = [one for one in sentences if one not in near]
    sources, count = sources_of(account), sum(_is_known(side) for side in known)
    for told in (near, *([one] for one in far)):
        if count > 1 and told is not near:
            return
        for party in fighting_parties(told, named, home, sources):
            if party.actor is not None:
                is_new = not any(are_one_side(party.actor, other) for other in taken)
                taken.append(party.actor)
            else:
                is_new = stems(party.words) not in kinds
                kinds.add(stems(party.words))
            if is_new:
                side = _stated(party, Role.FOUGHT)
                count += _is_known(side)
                yield side


def _is_known(side: Side) -> bool:
    """Whether it is told which side it is: "militiamen" may be anybody's."""
    keys = keys_of(side.words.text)
    return side.actor is not None or force_alone(keys) is not None or means_rebels(keys)


def _struck(
    account: Account,
    attackers: Sequence[Side],
    harmed: Sequence[Side],
    sentences: Sequence[Words],
    home: str | None,
    named: Sequence[Named],
) -> Iterator[Side]:
    """Whom the attackers attacked, where neither targets nor harmed tell of anybody armed."""
    if any(side.actor is not CIVILIANS and _is_known(side) for side in harmed):
        return
    sources = sources_of(account)
    for side in attackers:
        party = struck_by(side.words, sentences, named, home, sources)
        if party is not None:
            blame = Blame(Status.STATED, party.words, party.actor)
            if not any(_is_of(blame, one) for one in attackers):
                yield _stated(party, Role.WAS_ATTACKED)
                return


def _stated(party: Party, role: Role) -> Side:
    return Side(words=party.words, role=role, standing=Standing.STATED, actor=party.actor)


def _with_role(side: Side, role: Role) -> Side:
    return Side(words=side.words, role=role, standing=side.standing, actor=side.actor)
