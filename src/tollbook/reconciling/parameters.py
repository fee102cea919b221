"""The tuned numbers of the posterior, each with what it rests on.

"Fitted" means searched by `python -m training.toll` in November 2026 on the training parts: 1,550
incidents and harms (MAVERICK, UCDP headlines, Airwars, the Gun Violence Archive), each set with a
weight of its own however large. The values kept are rounded, and where rounds of fitting with
different structures disagreed they lie between them: their range stands in brackets. They are not
the last round's own: on folds it had not seen that scores half a percent better, but with larger
errors on Airwars and narrower ranges on wire headlines. `docs/method.md` sets both side by side.
"Assumed" means judgement, tested on nothing. What they hold stands in `docs/method.md`. Freeze
them: they may change only with a fresh set that nobody tuned on.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from tollbook.claim import Form
from tollbook.reconciling.sources import SourceClass


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """How a source that reports in good faith arrives at its number, by the form of its words.

    Shares of: the true number itself, the nearest round number, the round number below,
    the round number above, and a mistaken count. `below` and `above` stretch the mistaken
    counts under and over the truth.
    """

    equal: float = 0.0
    near: float = 0.0
    down: float = 0.0
    up: float = 0.0
    mistaken: float = 0.0
    below: float = 1.0
    above: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Trust:
    """How often a class of source counts in good faith, and how far it leans when it does not.

    `lean` is the natural logarithm of reported over true: +1.0 reports 2.7 for each one.
    `outlier` is how often a figure counted in good faith is about another incident, or misread.
    """

    good_faith: float
    lean: float = 0.0
    outlier: float = 0.07  # one for all who are quoted; fitted


@dataclass(frozen=True, slots=True, kw_only=True)
class Growth:
    """How often and how far a toll reported so far still moves until it is settled.

    `often` and `fall_often` are the chances on the day of the incident that it grows and that
    it falls; both fade with the days as exp(-days / `fading`) and are none after `last_day`.
    `size` and `fall_size` are the mean moves in log units.
    """

    often: float = 0.2
    size: float = 0.4
    fall_often: float = 0.05
    fall_size: float = 0.7
    fading: float = 2.0
    last_day: int = 30


_FORMS = {
    Form.EXACT: Weights(equal=0.5, near=0.05, mistaken=0.45),  # fitted
    # Fitted but for its stretches; those and all rows below without a word are assumed: too few
    # claims to fit.
    Form.AT_LEAST: Weights(equal=0.43, near=0.02, down=0.07, mistaken=0.48, below=1.25, above=0.6),
    Form.MORE_THAN: Weights(equal=0.06, down=0.60, mistaken=0.34),
    Form.ABOUT: Weights(equal=0.10, near=0.55, mistaken=0.35),
    Form.NEARLY: Weights(equal=0.04, near=0.08, up=0.55, mistaken=0.33),
    Form.UP_TO: Weights(equal=0.30, near=0.10, up=0.05, mistaken=0.55),
    Form.FEWER_THAN: Weights(equal=0.04, near=0.08, up=0.55, mistaken=0.33),  # as "nearly"
    Form.ONE: Weights(equal=0.55, mistaken=0.45),  # as "exact"
    Form.NONE: Weights(equal=0.87, mistaken=0.13),  # fitted, on reports that tell of no dead
    Form.RANGE: Weights(equal=0.55, mistaken=0.45),  # flat inside, soft at the edges
    Form.DECADE: Weights(equal=0.55, mistaken=0.45),
}

# Good faith is fitted for four kinds: reports in their own voice, headlines alone, officials with
# security and diplomats, witnesses with the net; and one for all others who are quoted. How far
# parties lean is `python -m training.toll.parties` on 479 claims of people lost in Ukraine beside
# third parties'; how often they count in good faith lies between what those say of a whole war
# (.08 on the enemy's, .19 on their own) and 15 claims on single incidents (.40). A perpetrator's
# and all other leanings are assumed.
_TRUST = {
    SourceClass.UN: Trust(good_faith=0.96),
    SourceClass.NGO: Trust(good_faith=0.96),
    SourceClass.DOCUMENT: Trust(good_faith=0.96),
    SourceClass.OUTLET: Trust(good_faith=0.9, outlier=0.29),
    SourceClass.HEADLINE: Trust(good_faith=0.7, outlier=0.25),
    SourceClass.WIRE: Trust(good_faith=0.96),
    SourceClass.GENERIC: Trust(good_faith=0.96),
    SourceClass.MEDICAL: Trust(good_faith=0.96, lean=-0.05),
    SourceClass.SECURITY: Trust(good_faith=0.7, lean=-0.05),
    SourceClass.OFFICIAL: Trust(good_faith=0.7, lean=-0.1),
    SourceClass.DIPLOMAT: Trust(good_faith=0.7),
    SourceClass.WITNESS: Trust(good_faith=0.9, lean=0.1),
    SourceClass.SOCIAL: Trust(good_faith=0.9, lean=0.2),
    SourceClass.ENEMY: Trust(good_faith=0.25, lean=0.88),
    SourceClass.OWN_LOSSES: Trust(good_faith=0.20, lean=-1.29),
    SourceClass.PERPETRATOR: Trust(good_faith=0.35, lean=1.0),
}

# The numbers a vague word is used for most readily. "Some", "several" and "dozens" with their
# likes are fitted; the others are assumed. Whoever says "some" says next to nothing of how many.
_VAGUE = {
    "several": (2, 11),
    "a few": (2, 4),
    "tens": (15, 40),
    "dozens": (15, 40),
    "scores": (35, 110),
    "hundreds": (120, 500),
    "thousands": (1200, 5000),
    "some": (1, 60),
    "a number": (1, 60),
    "multiple": (1, 60),
    "various": (1, 60),
    "plural": (1, 60),
    "bare plural": (1, 60),
    "a handful": (2, 11),
    "many": (3, 40),
    "numerous": (3, 40),
    "a lot": (3, 40),
    "a large number": (3, 40),
}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Parameters:
    """Everything the posterior was tuned with; a set is known by identity, for caches."""

    # Prior: p(N) ~ (N + n0 G^e)^-a, G the voices that give figures. All four lie between rounds
    # (n0 1.3-5, e .3-1.6, zeros .25-.46); a was 2.05 on 9,124 settled tolls of UCDP GED, 2.5 in
    # fits. The zeros are mostly inquiries that found no dead where news had some.
    zero: float = 0.25
    offset: float = 3.5
    coverage: float = 1.2
    exponent: float = 2.5
    # A headline may add up several incidents: its strays follow a flatter law (1.13-1.26).
    headline_exponent: float = 1.26
    # The displaced follow no law of deaths: alike on every scale. Assumed, tested on nothing.
    displaced_exponent: float = 1.0
    below: float = 0.8  # too low by this, in log units (.6-1.05)
    above: float = 0.22  # too high by this (.2-.33)
    # G voices count as G^gamma of them (.44-.63). It sets the width more than any other.
    gamma: float = 0.55
    older: float = 0.2  # weight of a figure its own voice has replaced (.05-.5)
    stale: float = 0.65  # set by hand: a voice that has fallen silent before the newest
    same_day_below: float = 0.7  # (.3-.75)
    same_day_lean: float = -0.07  # as the prototype fitted it (-.10 to -.07)
    bad_faith_outlier: float = 0.08  # assumed, as are the next four
    # Who leans is off by these, in log units: over the truth less far than under it; but a
    # headline over it as far, and it strays as often as the prototype had it.
    headline_leaning_above: float = 1.0
    headline_bad_faith_outlier: float = 0.2
    leaning_below: float = 1.0
    leaning_above: float = 0.5
    # A named or identified part is larger than the whole this often, all else equal. Fitted.
    below_floor: float = 0.02
    hedged_trust: float = 0.75  # assumed, as are the next two
    hedged_scale: float = 1.5
    hedged_outlier: float = 2.0
    vague_edge: float = 0.35  # assumed: how fast a vague word stops fitting, in log units
    # Injured per killed: a median of 2 and this scale, wide as 64 headlines were.
    injured_per_killed: float = 2.0
    injured_scale: float = 0.85
    # What an exactly right best figure is worth, in log units of error: of .3 to .6, .5 had the
    # least error on the outer folds. At .6 "more than 40" is noted as 40.
    exact_hit: float = 0.5
    growth: Growth = field(default_factory=Growth)
    forms: Mapping[Form, Weights] = field(default_factory=lambda: MappingProxyType(_FORMS))
    trust: Mapping[SourceClass, Trust] = field(default_factory=lambda: MappingProxyType(_TRUST))
    vague: Mapping[str, tuple[int, int]] = field(default_factory=lambda: MappingProxyType(_VAGUE))


FITTED = Parameters()
