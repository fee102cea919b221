"""How much speaks for two accounts telling of one incident.

Every answer of `features` is one row of the table in `data/linking.toml`: a natural log-odds added
to the prior. The weights are learned on grouped reports (`docs/linking.md`) and shown with every
judgement, so that each join can be argued with.
"""

from tollbook.incident import Judgement, Link
from tollbook.linking.background import theme_of
from tollbook.linking.evidence import Evidence
from tollbook.linking.features import LITTLE_IN_COMMON, features_of, is_crime
from tollbook.linking.weights import weights

# Totals of one war and totals of another are told apart by rule, not by weights.
TOTALS = 9.0
# Two accounts with little but the time in common are never held to be one incident on that
# alone; nor does it say that they are two.
LITTLE_AT_MOST = -1.0
# What is shown of a judgement: an answer that adds less than this decides nothing.
LEAST_SHOWN = 0.05


def compare(left: Evidence, right: Evidence) -> Link:
    """Weigh what speaks for and against two accounts telling of one incident.

    Returns:
        The judgement, its log-odds and what it rests on; the account printed later is said to
        be linked to the earlier one. The order of the two does not matter.

    Example:
        >>> from tollbook.linking.evidence import read_evidence
        >>> from tollbook.testing import account, claim
        >>> sentence = "At Oker 12 people were killed before the sun was up."
        >>> one, other = (claim("12", document=name, sentence=sentence) for name in "ab")
        >>> compare(read_evidence(account([one])), read_evidence(account([other]))).judgement
        <Judgement.POSITIVE: 'positive'>
    """
    left, right = sorted((left, right), key=printed_first)
    if left.is_background or right.is_background:
        return _compare_totals(left, right)
    table = weights()
    if is_crime(left, right):
        prior, added = table.prior_in_crime, table.in_crime
    else:
        prior, added = table.prior_in_war, table.in_war
    features = sorted(
        features_of(left, right), key=lambda feature: (-abs(added[feature[0]]), feature)
    )
    log_odds = round(prior + sum(added[name] for name, _ in features), 6)
    if (LITTLE_IN_COMMON, "") in features:
        log_odds = min(log_odds, LITTLE_AT_MOST)
    return Link(
        account_id=right.account_id,
        to_account_id=left.account_id,
        log_odds=log_odds,
        because=tuple(
            _phrase(name, detail, added[name])
            for name, detail in features
            if abs(added[name]) >= LEAST_SHOWN or name == LITTLE_IN_COMMON
        ),
        judgement=judge(log_odds),
    )


def judge(log_odds: float) -> Judgement:
    """Say what log-odds amount to."""
    if log_odds > weights().sure:
        return Judgement.POSITIVE
    return Judgement.UNSURE if log_odds > weights().unsure else Judgement.NEGATIVE


def may_join(edge: Link) -> bool:
    """Whether a pair connects its accounts: only what is connected can become one incident."""
    return edge.judgement is not Judgement.NEGATIVE


def printed_first(evidence: Evidence) -> tuple[bool, str, str]:
    """Order by publication: undated last, equals by their ids."""
    return not evidence.printed, evidence.printed, evidence.account_id


def _compare_totals(left: Evidence, right: Evidence) -> Link:
    """Totals of a war meet totals only, and no incident."""
    both = left.is_background and right.is_background
    alike = both and theme_of(left) == theme_of(right)
    return Link(
        account_id=right.account_id,
        to_account_id=left.account_id,
        log_odds=TOTALS if alike else -TOTALS,
        because=("totals of the same war" if alike else "a total and an incident",),
        judgement=Judgement.POSITIVE if alike else Judgement.NEGATIVE,
    )


def _phrase(name: str, detail: str, weight: float) -> str:
    if name == LITTLE_IN_COMMON:
        return f"{name} (at most {LITTLE_AT_MOST:+.1f})"
    told = f"{name}: {detail}" if detail else name
    return f"{told} ({weight:+.1f})"
