"""What two accounts have in common and where they differ, each as a row of the table of weights.

Each question is asked of a pair and has at most one answer, so that what a pair's log-odds are the
sum of can be read off: one row of `data/linking.toml` for each question. No answer says whom the
reports name; that both name the same person is all that is shown.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from tollbook.incident import Days, What
from tollbook.linking.evidence import Evidence, Figure, Width
from tollbook.linking.names import capitals
from tollbook.linking.wording import RARE, alikeness, bits, spelled
from tollbook.place import kilometres

Feature = tuple[str, str]

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

_CRIMES = frozenset(
    {
        What.SHOOTING,
        What.ARMED_ATTACK,
        What.ABDUCTION,
        What.ARSON,
        What.EXECUTION,
        What.ACCIDENT,
        What.OTHER,
    }
)

SMALL_FIGURE: Final = 3
LARGE_FIGURE: Final = 10
FAR_APART: Final = 5
LEAST_IN_COMMON: Final = 0.1
LITTLE_IN_COMMON: Final = "little but the time in common"
_ALIKE: Final = (0.02, 0.04, 0.07, 0.1, 0.15, 0.2, 0.3, 0.5)
_HEADLINES: Final = (0.1, 0.25, 0.4, 0.6)
_SHARED: Final = (1, 2, 3, 5, 8)
_WORST_FIRST: Final = ("killed", "injured", "abducted", "detained", "missing")


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Something to ask of two accounts.

    `answers` run from what speaks most against one incident to what speaks most for it: those
    before `turn` never speak for it, the others never against. Training keeps to that. `others`
    have no place in the order; `by_hand` are weights that the reports at hand cannot teach.
    """

    name: str
    about: str
    ask: Callable[[Evidence, Evidence], Feature | None]
    answers: tuple[str, ...] = ()
    turn: int = 1
    others: tuple[str, ...] = ()
    by_hand: Mapping[str, float] = field(default_factory=dict)


def features_of(left: Evidence, right: Evidence) -> Iterator[Feature]:
    """Answer every question about two accounts."""
    for question in QUESTIONS:
        answer = question.ask(left, right)
        if answer is not None:
            yield answer


def is_crime(left: Evidence, right: Evidence) -> bool:
    """Whether both tell of a crime rather than of a war: no armed actor is named.

    In a war one town may be hit twice in a day by the same hands; in the crimes of a town it is
    the names and ages that tell one from another.
    """
    return all(one.what in _CRIMES and not one.actors for one in (left, right))


def _words(left: Evidence, right: Evidence) -> Feature | None:
    if not (left.words and right.words):
        return "words not at hand", ""
    alike = alikeness(left.words, right.words)
    step = next((step for step in reversed(_ALIKE) if alike >= step), None)
    name = "words alike: hardly" if step is None else f"words alike: {step:.2f} or more"
    return name, f"{alike:.2f}"


def _headlines(left: Evidence, right: Evidence) -> Feature | None:
    if not (left.headline and right.headline):
        return None
    alike = alikeness(left.headline, right.headline)
    step = next((step for step in reversed(_HEADLINES) if alike >= step), None)
    name = "headlines differ" if step is None else f"headlines alike: {step:.2f} or more"
    return name, f"{alike:.2f}"


def _rare_words(left: Evidence, right: Evidence) -> Feature | None:
    if not (left.words and right.words):
        return None
    shared = sum(bits(word) >= RARE for word in set(left.words).intersection(right.words))
    step = next((step for step in reversed(_SHARED) if shared >= step), None)
    if step is None:
        return "no rare word shared", ""
    return f"rare words shared: {step} or more", str(shared)


def _names(left: Evidence, right: Evidence) -> Feature | None:
    if not (left.names and right.names):
        return None
    shared = len(set(left.names) & set(right.names))
    if not shared:
        return "other people or streets named", ""
    return ("same people or streets named" if shared > 1 else "same person or street named"), ""


def _ages(left: Evidence, right: Evidence) -> Feature | None:
    if not (left.ages and right.ages):
        return None
    shared = sorted(set(left.ages) & set(right.ages))
    if not shared:
        return "other ages told", ""
    return ("several ages the same" if len(shared) > 1 else "an age the same"), ""


def _sentences(left: Evidence, right: Evidence) -> Feature | None:
    # Where both texts are at hand, how alike they are says more: a war's past is told by heart.
    if not (left.words and right.words) and set(left.sentences) & set(right.sentences):
        return "a sentence the same, the texts not at hand", ""
    return None


def _common(left: Evidence, right: Evidence) -> Feature | None:
    """Tell two attacks of one day, of which nothing else is the same, from one."""
    near = _distance(left, right)
    in_common = (
        left.places & right.places
        or set(left.names) & set(right.names)
        or set(left.sentences) & set(right.sentences)
        or (near is not None and near[0] in ("same point", "within 15 km"))
        or alikeness(left.words, right.words) >= LEAST_IN_COMMON
        or alikeness(left.headline, right.headline) >= LEAST_IN_COMMON
        or _large_figures(left) & _large_figures(right)
    )
    return None if in_common else (LITTLE_IN_COMMON, "")


def _large_figures(evidence: Evidence) -> set[tuple[str, int]]:
    numbers = {(figure.harm, _number(figure)) for figure in evidence.figures}
    return {(harm, number) for harm, number in numbers if number >= LARGE_FIGURE}


def _printed(left: Evidence, right: Evidence) -> Feature | None:
    ours, theirs = left.published_on, right.published_on
    if ours is None or theirs is None:
        return "day of print unknown", ""
    gap = abs((ours - theirs).days)
    if gap == 0:
        return "printed the same day", ours.isoformat()
    for most, name in ((1, "a day"), (3, "three days"), (7, "a week"), (30, "a month")):
        if gap <= most:
            return f"printed within {name}", f"{gap} days"
    return "printed more than a month apart", f"{gap} days"


def _days(left: Evidence, right: Evidence) -> Feature | None:
    ours, theirs = left.days, right.days
    if ours is not None and theirs is not None:
        return _days_apart(ours, theirs), _dates(ours, theirs)
    if ours is not None and right.published_on is not None:
        return _print_after(ours, right.published_on)
    if theirs is not None and left.published_on is not None:
        return _print_after(theirs, left.published_on)
    if left.published_on is None or right.published_on is None:
        return "nothing dates them", ""
    return None


def _days_apart(ours: Days, theirs: Days) -> str:
    gap = (max(ours.first, theirs.first) - min(ours.last, theirs.last)).days
    if gap <= 0:
        is_exact = ours.first == ours.last and theirs.first == theirs.last
        return "same day" if is_exact else "days overlap"
    for most, name in ((1, "one day apart"), (3, "two or three days apart"), (7, "days apart")):
        if gap <= most:
            return name
    return "weeks apart" if gap <= 31 else "months apart"


def _dates(ours: Days, theirs: Days) -> str:
    return " / ".join(sorted({ours.first.isoformat(), theirs.first.isoformat()}))


def _print_after(days: Days, published: date) -> Feature | None:
    gap = (published - days.first).days
    if gap < -1:
        return "printed before it happened", published.isoformat()
    if gap <= 4:
        return "printed within days of it", published.isoformat()
    return ("printed long after it", published.isoformat()) if gap > 14 else None


def _places(left: Evidence, right: Evidence) -> Feature | None:
    shared = left.places & right.places
    if shared:
        words = ", ".join(sorted(left.words_for(shared) | right.words_for(shared)))
        if shared <= capitals():
            return "same capital", words  # where much happens, and which every dateline names
        several = min(len(_phrases(left, shared)), len(_phrases(right, shared))) > 1
        return ("several places shared" if several else "same place"), words
    if not (left.places and right.places):
        return None
    if not (left.mentioned and right.mentioned):
        return "different places named", ""
    if _mentions(left, right) or _mentions(right, left):
        return "a place of one named in the other", ""
    return "neither names a place of the other", ""


def _mentions(teller: Evidence, other: Evidence) -> bool:
    """Whether a report names a place of another somewhere, though not as its own."""
    mentioned = set(teller.mentioned)
    names = (spelled(place.words) for place in other.named if place.width is Width.PLACE)
    return any(name and name <= mentioned for name in names)


def _phrases(evidence: Evidence, keys: frozenset[str]) -> set[frozenset[str]]:
    """The places that answer to some of the keys, each once however it is worded."""
    found = (frozenset(keys & set(place.keys)) for place in evidence.named)
    return {answering for answering in found if answering}


def _distance(left: Evidence, right: Evidence) -> Feature | None:
    ours, theirs = left.point, right.point
    if ours is None or theirs is None or not (ours.is_exact and theirs.is_exact):
        return None
    apart = kilometres(ours.latitude, ours.longitude, theirs.latitude, theirs.longitude)
    for most, name in ((3, "same point"), (15, "15 km"), (60, "60 km"), (300, "300 km")):
        if apart <= most:
            return (name if name == "same point" else f"within {name}"), f"{apart:.0f} km"
    return "farther than 300 km", f"{apart:.0f} km"


def _regions(left: Evidence, right: Evidence) -> Feature | None:
    shared = left.regions & right.regions
    if shared:
        return "same region named", ", ".join(sorted(left.words_for(shared)))
    ours, theirs = left.point, right.point
    if ours is not None and theirs is not None and ours.region and theirs.region:
        alike = (ours.country, ours.region) == (theirs.country, theirs.region)
        return ("within one region" if alike else "different regions"), ""
    return ("different regions named", "") if left.regions and right.regions else None


def _countries(left: Evidence, right: Evidence) -> Feature | None:
    shared = left.countries & right.countries
    if shared:
        return "same country named", ", ".join(sorted(left.words_for(shared)))
    ours, theirs = left.point, right.point
    if ours is not None and theirs is not None and ours.country and theirs.country:
        return None if ours.country == theirs.country else ("different countries", "")
    if left.countries and right.countries and not left.places & right.places & capitals():
        # One capital has no namesake abroad: the countries are those of who reacted to it.
        return "different countries named", ""
    return None


def _kind(left: Evidence, right: Evidence) -> Feature | None:
    kinds = {left.what, right.what}
    if len(kinds) == 1:
        if kinds <= _ANYTHING:
            return None
        return "same kind of incident", next(iter(kinds)).value
    if kinds & _ANYTHING:
        return None
    if any(kinds <= family for family in _FAMILIES):
        return "related kind of incident", ""
    return "another kind of incident", ""


def _actors(left: Evidence, right: Evidence) -> Feature | None:
    shared = set(left.actors) & set(right.actors)
    if shared:
        return "same actor blamed", min(shared, key=lambda key: (len(key), key))
    return ("other actor blamed", "") if left.actors and right.actors else None


def _targets(left: Evidence, right: Evidence) -> Feature | None:
    # A target that is only the place again ("the town of Salma") has been weighed already.
    places = left.places | right.places
    shared = {word for word in set(left.targets) & set(right.targets) if word not in places}
    if shared:
        return "same target", min(shared)
    return ("other target", "") if left.targets and right.targets else None


def _weapons(left: Evidence, right: Evidence) -> Feature | None:
    shared = set(left.weapons) & set(right.weapons)
    if shared:
        return "same weapon", min(shared)
    return ("other weapon", "") if left.weapons and right.weapons else None


def _figures(left: Evidence, right: Evidence) -> Feature | None:
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
        return _same_figure(same), str(max(same))
    if any(_overlap(ours, theirs) for ours, theirs in both):
        return "figures agree", ""
    if both and all(_far_apart(ours, theirs) for ours, theirs in both):
        return "figures far apart", ""
    return ("figures differ", "") if both else None


def _first_figures(left: Evidence, right: Evidence) -> Feature | None:
    ours = {figure.harm: _number(figure) for figure in left.first_figures}
    theirs = {figure.harm: _number(figure) for figure in right.first_figures}
    harm = next((harm for harm in _WORST_FIRST if harm in ours and harm in theirs), None)
    if harm is None:
        return None
    low, high = sorted((ours[harm], theirs[harm]))
    detail = f"{ours[harm]} / {theirs[harm]} {harm}"
    if low == high:
        return f"first figure the same, {'few' if high < LARGE_FIGURE else 'many'}", detail
    if high - low <= 1 or high <= 1.25 * low:
        return "first figure nearly the same", detail
    return ("first figure differs" if high <= 3 * max(low, 1) else "first figure far off"), detail


def _number(figure: Figure) -> int:
    return figure.low if figure.stated is None else figure.stated


def _outlets(left: Evidence, right: Evidence) -> Feature | None:
    if not (left.outlet and right.outlet):
        return None
    if left.outlet != right.outlet:
        return "other outlet", ""
    is_same_day = left.published_on is not None and left.published_on == right.published_on
    return ("same outlet, same day" if is_same_day else "same outlet, another day"), ""


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


QUESTIONS: Final = (
    Question(
        name="words",
        about="How much the rare words of the two beginnings are the same (0 none, 1 all).",
        turn=3,
        ask=_words,
        answers=("words alike: hardly", *(f"words alike: {step:.2f} or more" for step in _ALIKE)),
        others=("words not at hand",),
        by_hand={"words not at hand": 0.0},
    ),
    Question(
        name="headlines",
        about="How much the words of the two headlines are the same.",
        ask=_headlines,
        answers=(
            "headlines differ",
            *(f"headlines alike: {step:.2f} or more" for step in _HEADLINES),
        ),
    ),
    Question(
        name="rare_words",
        about="Words shared that fewer than one report in a thousand uses.",
        ask=_rare_words,
        answers=(
            "no rare word shared",
            *(f"rare words shared: {step} or more" for step in _SHARED),
        ),
    ),
    Question(
        name="names",
        about="Whether both name the same persons or streets; who they are is not kept.",
        ask=_names,
        answers=(
            "other people or streets named",
            "same person or street named",
            "same people or streets named",
        ),
    ),
    Question(
        name="ages",
        about="Ages told of anybody in both.",
        ask=_ages,
        answers=("other ages told", "an age the same", "several ages the same"),
    ),
    Question(
        name="sentences",
        about="Whether a sentence with a figure stands in both, where no more of them is at hand.",
        ask=_sentences,
        others=("a sentence the same, the texts not at hand",),
        by_hand={"a sentence the same, the texts not at hand": 4.0},
    ),
    Question(
        name="common",
        about="Whether anything is the same but the time: a place, a name, words, a large figure.",
        ask=_common,
        others=(LITTLE_IN_COMMON,),
        by_hand={LITTLE_IN_COMMON: 0.0},
    ),
    Question(
        name="printed",
        about="How far apart the two were printed.",
        turn=3,
        ask=_printed,
        answers=(
            "printed more than a month apart",
            "printed within a month",
            "printed within a week",
            "printed within three days",
            "printed within a day",
            "printed the same day",
        ),
        others=("day of print unknown",),
    ),
    Question(
        name="days",
        about="Which days the two tell of; where only one says, when the other was printed.",
        turn=4,
        ask=_days,
        answers=(
            "months apart",
            "weeks apart",
            "days apart",
            "two or three days apart",
            "one day apart",
            "days overlap",
            "same day",
        ),
        others=(
            "printed before it happened",
            "printed long after it",
            "printed within days of it",
            "nothing dates them",
        ),
    ),
    Question(
        name="places",
        about="Whether both name the same place, smaller than a region.",
        ask=_places,
        answers=(
            "neither names a place of the other",
            "different places named",
            "a place of one named in the other",
            "same capital",
            "same place",
            "several places shared",
        ),
        turn=2,
        # Learned it is -2: the places of a report are often read wrongly. Two towns told of in the
        # same words are two attacks all the same.
        by_hand={"neither names a place of the other": -3.0},
    ),
    Question(
        name="distance",
        about="How far apart the points on the map are, where both are known to a town or nearer.",
        turn=3,
        ask=_distance,
        answers=(
            "farther than 300 km",
            "within 300 km",
            "within 60 km",
            "within 15 km",
            "same point",
        ),
    ),
    Question(
        name="regions",
        about="Provinces and states: named by both, or those that the points on the map lie in.",
        turn=2,
        ask=_regions,
        answers=(
            "different regions named",
            "different regions",
            "within one region",
            "same region named",
        ),
    ),
    Question(
        name="countries",
        about="Countries, likewise; both corpora are of one country each.",
        turn=2,
        ask=_countries,
        answers=("different countries named", "different countries", "same country named"),
        by_hand={"different countries named": -4.5, "same country named": 0.0},
    ),
    Question(
        name="kind",
        about="What kind of incident the two make it.",
        turn=2,
        ask=_kind,
        answers=("another kind of incident", "related kind of incident", "same kind of incident"),
    ),
    Question(
        name="actors",
        about="Who is held responsible.",
        ask=_actors,
        answers=("other actor blamed", "same actor blamed"),
    ),
    Question(
        name="targets",
        about="What was attacked.",
        ask=_targets,
        answers=("other target", "same target"),
    ),
    Question(
        name="weapons",
        about="What with.",
        ask=_weapons,
        answers=("other weapon", "same weapon"),
    ),
    Question(
        name="figures",
        about="All figures of the two for one harm, set against each other.",
        turn=2,
        ask=_figures,
        answers=(
            "figures far apart",
            "figures differ",
            "figures agree",
            "same small figure",
            "same round figure",
            "same large figure",
        ),
    ),
    Question(
        name="first_figure",
        about="The figure that each tells first, of the worst harm that both tell of.",
        turn=2,
        ask=_first_figures,
        answers=(
            "first figure far off",
            "first figure differs",
            "first figure nearly the same",
            "first figure the same, few",
            "first figure the same, many",
        ),
    ),
    Question(
        name="outlets",
        about="Whether one outlet printed both: it seldom tells the same twice in a day.",
        ask=_outlets,
        others=("other outlet", "same outlet, another day", "same outlet, same day"),
    ),
)
