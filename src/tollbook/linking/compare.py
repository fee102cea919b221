"""How much speaks for two accounts telling of one incident.

Each feature is one row of `WEIGHTS`: a natural log-odds added to the prior. The weights are
set by hand, by what a recorder would ask first (same day? same place?), and written out so
that each join can be argued with. "Nothing dates them", capitals and round figures count for less
because unrelated reports read without dates share a capital and a kind of incident, and nothing
else. No measurement on grouped reports stands behind the weights yet.
"""

from collections.abc import Iterator
from datetime import date

from tollbook.incident import Days, Judgement, Link, What
from tollbook.linking.background import theme_of
from tollbook.linking.evidence import Evidence, Figure
from tollbook.linking.names import capitals

PRIOR = -2.5

# Above this two accounts are held to tell of one incident; down to the other nobody can say.
SURE = 0.0
UNSURE = -1.0
# Totals of one war and totals of another are told apart by rule, not by weights.
TOTALS = 9.0

WEIGHTS: dict[str, float] = {
    "same words, as in a reprint": 5.0,
    "same day": 2.0,
    "days overlap": 1.0,
    "one day apart": -0.5,
    "a few days apart": -3.0,
    "more than a week apart": -7.0,
    "printed within days of it": 0.5,
    "printed around the same time": 0.5,
    "printed before it happened": -6.0,
    "printed long after": -1.5,
    "nothing dates them": -0.4,
    "same place": 2.0,
    "several places shared": 2.7,
    "same capital": 1.0,
    "same wider area, other places in it": -0.5,
    "same country only": -0.3,
    "different places": -2.5,
    "different countries": -4.0,
    "same kind of incident": 0.7,
    "related kind of incident": 0.2,
    "another kind of incident": -1.2,
    "same actor blamed": 1.0,
    "other actor blamed": -0.7,
    "same target": 0.8,
    "same large figure": 2.0,
    "same round figure": 1.0,
    "same small figure": 0.6,
    "figures agree": 0.3,
    "figures far apart": -0.8,
}

# Kinds that reports of one incident mix up. ARMED_ATTACK and OTHER are words for anything.
_FAMILIES = (
    frozenset({What.BOMBING, What.SUICIDE_BOMBING, What.EXPLOSION, What.VEHICLE_ATTACK}),
    frozenset({What.AIR_STRIKE, What.SHELLING, What.BOMBING, What.CHEMICAL_ATTACK}),
    frozenset({What.CLASH, What.SHOOTING, What.EXECUTION, What.SHELLING}),
    frozenset({What.ABDUCTION, What.EXECUTION}),
    frozenset({What.ARSON, What.RIOT}),
    frozenset({What.ACCIDENT, What.EXPLOSION}),
)
_ANYTHING = frozenset({What.ARMED_ATTACK, What.OTHER})

SMALL_FIGURE = 3
LARGE_FIGURE = 10
FAR_APART = 5


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
    features = sorted(
        (
            *_sentences(left, right),
            *(list(_time(left, right)) or _undated(left, right)),
            *_place(left, right),
            *_kind(left, right),
            *_actors(left, right),
            *_targets(left, right),
            *_figures(left, right),
        ),
        key=lambda feature: (-abs(WEIGHTS[feature[0]]), feature),
    )
    log_odds = round(PRIOR + sum(WEIGHTS[name] for name, _ in features), 6)
    return Link(
        account_id=right.account_id,
        to_account_id=left.account_id,
        log_odds=log_odds,
        because=tuple(_phrase(name, detail) for name, detail in features),
        judgement=judge(log_odds),
    )


def judge(log_odds: float) -> Judgement:
    """Say what log-odds amount to."""
    if log_odds > SURE:
        return Judgement.POSITIVE
    return Judgement.UNSURE if log_odds > UNSURE else Judgement.NEGATIVE


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


_Features = Iterator[tuple[str, str]]


def _phrase(name: str, detail: str) -> str:
    told = f"{name}: {detail}" if detail else name
    return f"{told} ({WEIGHTS[name]:+.1f})"


def _sentences(left: Evidence, right: Evidence) -> _Features:
    if set(left.sentences) & set(right.sentences):
        yield "same words, as in a reprint", ""


def _time(left: Evidence, right: Evidence) -> _Features:
    ours, theirs = left.days, right.days
    if ours is not None and theirs is not None:
        yield _days_apart(ours, theirs), _dates(ours, theirs)
    elif ours is not None and right.published_on is not None:
        yield from _printed(ours, right.published_on)
    elif theirs is not None and left.published_on is not None:
        yield from _printed(theirs, left.published_on)
    elif left.published_on is not None and right.published_on is not None:
        gap = abs((left.published_on - right.published_on).days)
        if gap <= 4:
            yield "printed around the same time", ""
        elif gap > 14:
            yield "printed long after", ""


def _undated(left: Evidence, right: Evidence) -> _Features:
    if not (left.published_on and right.published_on):
        yield "nothing dates them", ""


def _days_apart(ours: Days, theirs: Days) -> str:
    gap = (max(ours.first, theirs.first) - min(ours.last, theirs.last)).days
    if gap <= 0:
        is_exact = ours.first == ours.last and theirs.first == theirs.last
        return "same day" if is_exact else "days overlap"
    if gap == 1:
        return "one day apart"
    return "a few days apart" if gap <= 7 else "more than a week apart"


def _dates(ours: Days, theirs: Days) -> str:
    return " / ".join(sorted({ours.first.isoformat(), theirs.first.isoformat()}))


def _printed(days: Days, published: date) -> _Features:
    gap = (published - days.first).days
    if gap < -1:
        yield "printed before it happened", published.isoformat()
    elif gap <= 4:
        yield "printed within days of it", published.isoformat()
    elif gap > 14:
        yield "printed long after", published.isoformat()


def _place(left: Evidence, right: Evidence) -> _Features:
    shared = left.places & right.places
    if shared:
        yield _shared_places(left, right, shared), _as_worded(left, right, shared)
    elif left.places and right.places:
        yield "different places", ""
    countries = left.broad_places & right.broad_places
    # One capital has no namesake abroad: the countries are those of who reacted to it.
    is_surely_one = bool(shared & capitals())
    if left.broad_places and right.broad_places and not countries and not is_surely_one:
        yield "different countries", ""
    elif countries and not shared:
        yield "same country only", ""


def _shared_places(left: Evidence, right: Evidence, shared: frozenset[str]) -> str:
    if not shared & (left.exact_places | right.exact_places):
        return "same wider area, other places in it"
    shared -= capitals()
    if not shared:
        return "same capital"  # where much happens, and which every dateline names
    return "several places shared" if len(shared) > 1 else "same place"


def _as_worded(left: Evidence, right: Evidence, keys: frozenset[str]) -> str:
    names = left.words_for(keys) | right.words_for(keys)
    return ", ".join(sorted(names))


def _kind(left: Evidence, right: Evidence) -> _Features:
    kinds = {left.what, right.what}
    if len(kinds) == 1:
        if kinds != {What.OTHER}:
            yield "same kind of incident", next(iter(kinds)).value
    elif kinds & _ANYTHING:
        return
    elif any(kinds <= family for family in _FAMILIES):
        yield "related kind of incident", ""
    else:
        yield "another kind of incident", ""


def _actors(left: Evidence, right: Evidence) -> _Features:
    shared = set(left.actors) & set(right.actors)
    if shared:
        yield "same actor blamed", min(shared, key=lambda key: (len(key), key))
    elif left.actors and right.actors:
        yield "other actor blamed", ""


def _targets(left: Evidence, right: Evidence) -> _Features:
    # A target that is only the place again ("the town of Salma") has been weighed already.
    places = left.places | right.places
    shared = {word for word in set(left.targets) & set(right.targets) if word not in places}
    if shared:
        yield "same target", min(shared)


def _figures(left: Evidence, right: Evidence) -> _Features:
    both = [
        (ours, theirs)
        for ours in left.figures
        for theirs in right.figures
        if ours.harm == theirs.harm
    ]
    same = [
        ours.stated
        for ours, theirs in both
        if ours.stated is not None and ours.stated == theirs.stated
    ]
    if same and max(same) >= SMALL_FIGURE:
        yield _same_figure(same), str(max(same))
    elif any(_overlap(ours, theirs) for ours, theirs in both):
        yield "figures agree", ""
    elif both and all(_far_apart(ours, theirs) for ours, theirs in both):
        yield "figures far apart", ""


def _same_figure(same: list[int]) -> str:
    if max(same) < LARGE_FIGURE:
        return "same small figure"
    is_round = all(figure % 10 == 0 for figure in same if figure >= LARGE_FIGURE)
    return "same round figure" if is_round else "same large figure"


def _overlap(ours: Figure, theirs: Figure) -> bool:
    return (theirs.high is None or ours.low <= theirs.high) and (
        ours.high is None or theirs.low <= ours.high
    )


def _far_apart(ours: Figure, theirs: Figure) -> bool:
    low, high = sorted((ours.low, theirs.low))
    return high >= FAR_APART * max(low, 1)
