"""What the claims of one report come to for one harm: the few numbers a coder would look at."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

from tollbook.claim import Form, Harm, Stance, TollClaim
from tollbook.incident import Account

# As many characters as headline and first sentence have.
_LEAD = 300
_TITLE = 100
_MAIN = "A"
# Heads that name nobody in particular: two of them may be one person.
_ANYBODY: Final = frozenset(
    "a an another one he she him her someone man woman person victim".split()
)

Summary = Mapping[str, int]
"""Numbers by how they were come by: "top" is the largest figure of the main incident."""


def summarise(accounts: Iterable[Account], harm: Harm) -> Summary:
    """Sum up what is claimed of one harm; a number that nobody gives is 0."""
    told = [
        (account.label, claim)
        for account in accounts
        for claim in account.claims
        if isinstance(claim, TollClaim)
        and claim.harm is harm
        and claim.attribution.stance is not Stance.DENIED
    ]
    ours = sorted(
        (claim for label, claim in told if label == _MAIN and not claim.part_of),
        key=lambda claim: claim.count.words.start,
    )
    figures = [c.count.low for c in ours if c.count.form not in (Form.ONE, Form.VAGUE)]
    by_sentence: dict[int, int] = {}
    for claim in ours:
        start = claim.sentence.start
        by_sentence[start] = by_sentence.get(start, 0) + claim.count.low
    counts = Counter(claim.count.low for claim in ours)
    return {
        "top": _top(ours),
        "first": ours[0].count.low if ours else 0,
        "figure": max(figures, default=0),
        "first figure": figures[0] if figures else 0,
        "lead": _top(c for c in ours if c.count.words.start < _LEAD),
        "title": _top(c for c in ours if c.count.words.start < _TITLE),
        "first sum": next(iter(by_sentence.values()), 0),
        "largest sum": max(by_sentence.values(), default=0),
        "commonest": counts.most_common(1)[0][0] if counts else 0,
        "singles": len({_who(c) for c in ours if c.count.low == 1}),
        "named": len({_who(c) for c in ours if c.count.form is Form.ONE} - _ANYBODY),
        "anywhere": _top(claim for _, claim in told),
        "parts": max((c.count.low for _, c in told if c.part_of), default=0),
        "said": min(len(ours), 6),
    }


def _top(claims: Iterable[TollClaim]) -> int:
    return max((claim.count.low for claim in claims), default=0)


def _who(claim: TollClaim) -> str:
    words = claim.count.words if claim.group_words is None else claim.group_words
    return words.text.split()[-1].lower()
