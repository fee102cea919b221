"""Figures that were read too doubtfully to go on with, left out and counted."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace

from tollbook.claim import Claim, TollClaim
from tollbook.document import Words
from tollbook.errors import UnusableProbability
from tollbook.event import Code, EventCodes
from tollbook.incident import Account, Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Abstained:
    """A report without its doubtful figures, and those that were left out, in text order."""

    report: Report
    left_out: tuple[TollClaim, ...]


def leave_out_doubtful(report: Report, *, surer_than: float) -> Abstained:
    """Leave out the figures that are less probable than asked to be figures at all.

    Only `confidence.claim` decides: a figure that is surely there stays, however unsure its
    source is. Claims of which nobody says how sure they are stay too: those a person wrote, and
    who did it, what broke, who reacted. An account that loses all its claims goes with them;
    of one that keeps some, the sides go that only those figures show, and codes that rest on
    nothing else are undetermined.

    Args:
        report: what one document tells.
        surer_than: the least probability that a figure must have to stay, in [0, 1]; 0 leaves
            everything.

    Raises:
        UnusableProbability: `surer_than` is not in [0, 1].

    Example:
        >>> from tollbook.testing import account, claim
        >>> said = claim("12")  # nobody says how sure
        >>> told = Report(imprint=said.imprint, accounts=(account([said]),))
        >>> leave_out_doubtful(told, surer_than=0.9).left_out
        ()
    """
    check_probability(surer_than)
    accounts, left_out = [], []
    for account in report.accounts:
        doubtful = [claim for claim in account.claims if _is_doubtful(claim, surer_than)]
        figures = [claim for claim in doubtful if isinstance(claim, TollClaim)]
        left_out += figures
        kept = tuple(claim for claim in account.claims if not _is_doubtful(claim, surer_than))
        if not doubtful:
            accounts.append(account)
        elif kept:
            accounts.append(_coded_without(figures, replace(account, claims=kept)))
    return Abstained(
        report=replace(report, accounts=tuple(accounts)),
        left_out=tuple(sorted(left_out, key=lambda claim: claim.count.words.start)),
    )


def _coded_without(figures: Sequence[TollClaim], account: Account) -> Account:
    """Take back what the words of figures alone show of the sides and the codes."""
    gone = [
        words
        for claim in figures
        for words in (claim.count.words, claim.group_words)
        if words is not None
    ]
    return replace(
        account,
        sides=tuple(side for side in account.sides if not _is_in(side.words, gone)),
        codes=None if account.codes is None else _codes_without(gone, account.codes),
    )


def _codes_without(gone: Sequence[Words], codes: EventCodes) -> EventCodes:
    told: dict[str, Code] = {}
    for field in fields(codes):
        code: Code = getattr(codes, field.name)
        words = tuple(word for word in code.words if not _is_in(word, gone))
        rests_on_nothing = bool(code.words) and not words
        told[field.name] = (
            Code(value=None, rule="rests on a figure that was left out")
            if rests_on_nothing
            else replace(code, words=words)
        )
    return EventCodes(**told)


def _is_in(words: Words, stretches: Sequence[Words]) -> bool:
    return any(one.start <= words.start and words.end <= one.end for one in stretches)


def check_probability(surer_than: float) -> None:
    """Refuse what is no probability.

    Raises:
        UnusableProbability: it is not in [0, 1].
    """
    if not 0 <= surer_than <= 1:
        raise UnusableProbability(f"{surer_than:g} is no probability; give one from 0 to 1")


def _is_doubtful(claim: Claim, surer_than: float) -> bool:
    if not isinstance(claim, TollClaim) or claim.confidence is None:
        return False
    return claim.confidence.claim < surer_than
