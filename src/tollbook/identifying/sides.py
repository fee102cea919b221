"""An account of an incident -> its sides: who attacked, who was attacked, who fought whom."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from tollbook.actor import Actor, Role, Side, Standing
from tollbook.claim import Form, Group, Harm, ResponsibilityClaim, Stance, Status, TollClaim
from tollbook.document import Words
from tollbook.identifying.camps import are_one_side
from tollbook.identifying.context import force_alone, force_of, is_armed_group, whose
from tollbook.identifying.finding import Named, find_actors
from tollbook.identifying.spelling import Token, keys_of, tokens_of
from tollbook.identifying.states import capitals, governments
from tollbook.identifying.words import word_list
from tollbook.incident import Account, What

CIVILIANS: Final = Actor(id="civilians", name="Civilians", sector="CVL", inter=7, ucdp="Civilians")
"""Who takes no part, wherever they live."""

_LINKS: Final = re.compile(r"\s*(?:,|/|\band\b|\bor\b)\s*", re.IGNORECASE)
_SENTENCE: Final = re.compile(r"[^.!?\n]+(?:[.!?](?=\S)[^.!?\n]*)*")
_OF: Final = re.compile(r"\s+(?:of|from)\s+(?P<whom>[^.,;:()]{2,60})")
_STANDINGS: Final = {
    Status.STATED: Standing.STATED,
    Status.ACCUSED: Standing.SUSPECTED,
    Status.CLAIMED: Standing.DECLARED,
}
_SUREST: Final = (Standing.DECLARED, Standing.STATED, Standing.SUSPECTED)
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
    named = _named_in(sentences, home, year)
    attackers = list(_attackers(account, home, named))
    harmed = list(_harmed(account, home, named, attackers))
    if account.what is What.CLASH:
        fighters = [side for side in [*attackers, *harmed] if side.actor is not CIVILIANS]
        fighters += _fighters(sentences, home, named, fighters)
        civilians = [side for side in harmed if side.actor is CIVILIANS]
        return (*(_with_role(side, Role.FOUGHT) for side in fighters), *civilians)
    return (*attackers, *harmed)


def country_of(account: Account) -> str | None:
    """The country that an account's places and sentences name most; None where two tie."""
    votes: Counter[str] = Counter()
    for place in account.places:
        keys = tuple(key.removesuffix("s") for key in keys_of(place.words.text))
        for part in {keys, keys[:1], keys[-1:], keys[-2:]}:
            if part in governments() and place.words.text[:1].isupper():
                votes[governments()[part]] += 1 if part in capitals() else 3
    for sentence in {claim.sentence for claim in account.claims}:
        for word in sentence.text.split():
            keys = keys_of(word.strip(".,;:()\"'’“”"))
            if word[:1].isupper() and keys in governments() and keys not in capitals():
                votes[governments()[keys]] += 1
    best = votes.most_common(2)
    return best[0][0] if best and (len(best) == 1 or best[0][1] > best[1][1]) else None


def _sentences(account: Account, text: str | None) -> list[Words]:
    """The sentences of the claims, or all of a report's where it is there."""
    if text is None:
        told = {claim.sentence.start: claim.sentence for claim in account.claims}
        return [told[start] for start in sorted(told)]
    return [
        Words(text=found[0], start=found.start(), end=found.end())
        for found in _SENTENCE.finditer(text)
    ]


def _named_in(sentences: Iterable[Words], home: str | None, year: int | None) -> list[Named]:
    """Every actor named, in text order."""
    found: list[Named] = []
    for sentence in sentences:
        for named in find_actors(sentence.text, country=home, year=year):
            words, start = named.words, sentence.start
            place = Words(text=words.text, start=start + words.start, end=start + words.end)
            found.append(Named(words=place, actor=named.actor))
    return found


def _attackers(account: Account, home: str | None, named: Sequence[Named]) -> Iterator[Side]:
    blamed: list[list[_Blame]] = []
    for claim in account.claims:
        if isinstance(claim, ResponsibilityClaim):
            for words, actor in _meant(claim.actor, home, named):
                blame = _Blame(claim.status, words, actor)
                known = next((told for told in blamed if _are_one(told[0], blame)), None)
                if known is None:
                    blamed.append([blame])
                else:
                    known.append(blame)
    is_known = any(told[0].actor for told in blamed)
    for told in blamed:
        # "Syria", then "Syrian jets": the force that did it says more than the state.
        shown = min(told, key=lambda blame: blame.actor is None or blame.actor.parent is None)
        if shown.actor is not None or not is_known:
            standing = _standing(blame.status for blame in told)
            yield Side(words=shown.words, role=Role.ATTACKED, standing=standing, actor=shown.actor)


class _Blame(NamedTuple):
    """One claim that somebody did it: how it is laid at whose door."""

    status: Status
    words: Words
    actor: Actor | None


def _are_one(one: _Blame, other: _Blame) -> bool:
    if one.actor is not None and other.actor is not None:
        return are_one_side(one.actor, other.actor)
    ours, theirs = _stems(one.words), _stems(other.words)
    return one.actor is other.actor and (ours <= theirs or theirs <= ours)


def _stems(words: Words) -> frozenset[str]:
    return frozenset(key.removesuffix("s") for key in keys_of(words.text))


def _meant(
    words: Words, home: str | None, named: Sequence[Named]
) -> Iterator[tuple[Words, Actor | None]]:
    """Whom the words of one claim blame; "Russian or Syrian jets" blame two."""
    before = [one for one in named if one.words.start < words.start]
    found: dict[str, tuple[Words, Actor]] = {}
    for start, text in _parts(words.text):
        actor = whose(text, country=home, before=before)
        if actor is not None and not (text.isupper() and keys_of(text) in capitals()):
            place = Words(text=text, start=words.start + start, end=words.start + start + len(text))
            found.setdefault(actor.id, (place, actor))
    whole = whose(words.text, country=home, before=before) if len(found) < 2 else None
    if whole is not None and keys_of(words.text) not in capitals():
        found = {whole.id: (words, whole)}
    yield from found.values() or [(words, None)]


def _parts(text: str) -> Iterator[tuple[int, str]]:
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
        blame = _Blame(Status.STATED, words, actor)
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
                whose(_first_party(behind["whom"]), country=home, before=before) if behind else None
            )
    return None


def _first_party(text: str) -> str:
    return _LINKS.split(text)[0]


def _is_of(harmed: _Blame, side: Side) -> bool:
    """Whether the harmed are the attackers' own: no attack on them."""
    if harmed.actor is not None and side.actor is not None:
        return are_one_side(harmed.actor, side.actor)
    return harmed.actor is side.actor and bool(_stems(harmed.words) & _stems(side.words))


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
    sentences: Iterable[Words], home: str | None, named: Sequence[Named], known: Sequence[Side]
) -> Iterator[Side]:
    """Those named where a sentence says that they fought: "clashes between A and B"."""
    taken = [side.actor for side in known if side.actor is not None]
    for sentence in sentences:
        tokens = tokens_of(sentence.text)
        if _fights().isdisjoint(token.key for token in tokens):
            continue
        inside = [one for one in named if sentence.start <= one.words.start < sentence.end]
        for one in [*inside, *_alone_in(sentence, tokens, home)]:
            is_new = not any(are_one_side(one.actor, other) for other in taken)
            if is_new and (one.actor.inter == 1 or is_armed_group(one.actor)):
                taken.append(one.actor)
                yield Side(
                    words=one.words, role=Role.FOUGHT, standing=Standing.STATED, actor=one.actor
                )


def _alone_in(sentence: Words, tokens: Sequence[Token], home: str | None) -> Iterator[Named]:
    """ "The army" of the country, where a sentence says no more of it."""
    force = force_alone([token.key for token in tokens])
    if home is not None and force is not None:
        start, end = tokens[force.first].start, tokens[force.stop - 1].end
        words = Words(
            text=sentence.text[start:end],
            start=sentence.start + start,
            end=sentence.start + end,
        )
        yield Named(words=words, actor=force_of(home, force.kind))


def _with_role(side: Side, role: Role) -> Side:
    return Side(words=side.words, role=role, standing=side.standing, actor=side.actor)


def _fights() -> frozenset[str]:
    return frozenset(word_list("fights"))
