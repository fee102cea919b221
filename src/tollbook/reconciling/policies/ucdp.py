"""UCDP GED: low "most conservative", best "most reliable", high "highest reliable" estimate.

The definitions are the codebook's (19.1). How a coder picks the most reliable figure is not
written there; what stands here is ours and says so in words with every ruling.
"""

from tollbook.claim import Form, Harm
from tollbook.counting import under
from tollbook.reconciling.policies.sifting import (
    PARTY,
    REPLACED,
    VAGUE,
    Context,
    Sifted,
    not_recorded,
    ruling,
    sift,
)
from tollbook.reconciling.statements import Statement
from tollbook.reconciling.testimony import Testimony
from tollbook.toll import Ruling, SetAside

_COUNTED = frozenset({Form.EXACT, Form.ONE, Form.NONE})
_COMMITTED = _COUNTED | {Form.AT_LEAST, Form.MORE_THAN}
_APPROXIMATE = frozenset({Form.ABOUT, Form.NEARLY})
_OTHER_HARM = {Harm.KILLED: Harm.INJURED, Harm.INJURED: Harm.KILLED}


def rule(testimony: Testimony, context: Context) -> Ruling:
    """Rule as a UCDP coder would, parties' own figures set aside where others speak."""
    if testimony.harm is not Harm.KILLED:
        return not_recorded("ucdp", testimony, "UCDP codes deaths only")
    sifted = _readable(sift(testimony, REPLACED).drop(PARTY).drop(VAGUE))
    kept = sifted.kept
    if not kept:
        return ruling("ucdp", sifted, (None, None, None), "no figure UCDP could code")
    if len(kept) == 1:
        return ruling("ucdp", sifted, _alone(kept[0]), f"only figure: {kept[0].said}")
    lowest = min(_committed(kept), key=_low)
    highest = max(kept, key=_high)
    low, high = _low(lowest), _high(highest)
    best, chosen, why = _best(kept, low, lowest, context)
    best = max(low, best)
    only_parties = all(each.is_by_party for each in kept)
    return ruling(
        "ucdp",
        sifted,
        (low, best, max(best, high)),
        f"low {lowest.said}; best {chosen}; high {highest.said}",
        [
            "low: smallest number a source commits itself to",
            f"best: {why}",
            "high: highest figure"
            if only_parties
            else "high: highest figure of a source that is no party",
            "only parties speak" if only_parties else "",
        ],
    )


def _readable(sifted: Sifted) -> Sifted:
    """Set aside what UCDP gives no number for ("some")."""
    without = [each for each in sifted.kept if under(each.count, "ucdp") == (None, None, None)]
    return Sifted(
        kept=tuple(each for each in sifted.kept if each not in without),
        set_aside=(
            *sifted.set_aside,
            *(
                SetAside(claim_id=claim_id, reason="UCDP gives these words no number")
                for each in without
                for claim_id in each.claim_ids
            ),
        ),
    )


def _alone(statement: Statement) -> tuple[int, int, int]:
    return _low(statement), max(_low(statement), _middle(statement)), _ceiling(statement)


def _committed(kept: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """Keep counts and stated floors; "in the 70s" is a floor only where nobody commits."""
    committed = tuple(each for each in kept if each.count.form in _COMMITTED)
    return committed or kept


def _best(
    kept: tuple[Statement, ...], low: int, lowest: Statement, context: Context
) -> tuple[int, str, str]:
    """Pick the precise figure that most speaks for; without one, stay at the low.

    Returns:
        The figure, the words it rests on, and why it was picked.
    """
    precise = [each for each in kept if each.count.form in _COUNTED]
    if not precise:
        return max(low, _middle(lowest)), "as low", "no precise figure, so as low"
    best = min(precise, key=lambda each: (-_support(each, kept, context), _low(each)))
    reasons = []
    if _has_breakdown(best, context):
        reasons.append("its source counts both killed and injured")
    supporters = _supporters(best, kept)
    if supporters:
        names = sorted(set(supporters.values()))
        reasons.append(f"independent voices agree: {', '.join(names)}")
    return _middle(best), best.said, ", ".join(["precise figure", *reasons])


def _support(statement: Statement, kept: tuple[Statement, ...], context: Context) -> int:
    return len(_supporters(statement, kept)) + _has_breakdown(statement, context)


def _supporters(statement: Statement, kept: tuple[Statement, ...]) -> dict[tuple[str, ...], str]:
    """Name the other voices whose words allow this number, by what tells them apart."""
    number = statement.count.low
    return {
        each.voice.key: each.voice.name
        for each in kept
        if each.voice.key != statement.voice.key
        and each.count.low <= number
        and (each.count.high is None or number <= each.count.high)
    }


def _has_breakdown(statement: Statement, context: Context) -> bool:
    """Tell whether the same voice also counts the other harm precisely."""
    return any(
        other.voice.key == statement.voice.key
        and other.harm is _OTHER_HARM.get(statement.harm)
        and other.count.form in _COUNTED
        for other in context.statements
    )


def _low(statement: Statement) -> int:
    low, best, _ = under(statement.count, "ucdp")
    if low is not None:
        return low
    return 0 if best is None else best


def _middle(statement: Statement) -> int:
    _, best, high = under(statement.count, "ucdp")
    if best is not None:
        return best
    return _low(statement) if high is None else high


def _ceiling(statement: Statement) -> int:
    high = under(statement.count, "ucdp")[2]
    return max(_middle(statement), _low(statement) if high is None else high)


def _high(statement: Statement) -> int:
    """Read "about 100" as 100 among other figures: its margin is nobody's estimate."""
    if statement.count.form in _APPROXIMATE:
        return _middle(statement)
    return _ceiling(statement)
