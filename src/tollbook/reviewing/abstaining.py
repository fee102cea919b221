"""Figures that were read too doubtfully to go on with, left out and counted."""

from dataclasses import dataclass, replace

from tollbook.claim import Claim, TollClaim
from tollbook.errors import UnusableProbability
from tollbook.incident import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Abstained:
    """A report without its doubtful figures, and those that were left out, in text order."""

    report: Report
    left_out: tuple[TollClaim, ...]


def leave_out_doubtful(report: Report, *, surer_than: float) -> Abstained:
    """Leave out the figures that are less probable than asked to be figures at all.

    Only `confidence.claim` decides: a figure that is surely there stays, however unsure its
    source is. Claims of which nobody says how sure they are stay too: those a person wrote, and
    who did it, what broke, who reacted. An account that loses all its claims goes with them.

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
        left_out += [claim for claim in doubtful if isinstance(claim, TollClaim)]
        kept = tuple(claim for claim in account.claims if not _is_doubtful(claim, surer_than))
        if not doubtful:
            accounts.append(account)
        elif kept:
            accounts.append(replace(account, claims=kept))
    return Abstained(
        report=replace(report, accounts=tuple(accounts)),
        left_out=tuple(sorted(left_out, key=lambda claim: claim.count.words.start)),
    )


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
