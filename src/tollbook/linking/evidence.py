"""What an account offers for comparison, read from it once and small enough to keep.

Evidence holds no account and no sentence: two accounts are compared on their evidence alone, so
that a new report can be weighed against a store without reading the store.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from functools import lru_cache
from typing import Final

from tollbook.claim import BACKGROUND, ResponsibilityClaim, Status, TollClaim
from tollbook.dating import days_of
from tollbook.document import content_id
from tollbook.incident import Account, Days, Place, What
from tollbook.linking.actors import actor_keys
from tollbook.linking.dateline import printed_on
from tollbook.linking.names import broad_places, content_words, fold, place_keys
from tollbook.linking.wording import read_wording
from tollbook.place import Location

# A shorter sentence ("Nobody was hurt.") may be written twice by chance.
SHORTEST_TELLING_SENTENCE: Final = 6
# UCDP's where_prec up to which a point tells two neighbouring towns apart.
EXACT: Final = 2

# The label of what a report is mainly about.
MAIN: Final = "A"
LONGEST_HEADLINE: Final = 150

_REGIONS: Final = frozenset({"A.ADM1", "L.RGN"})


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Figure:
    """An interval that one whole-toll claim allows; `stated` is the number it names."""

    harm: str
    low: int
    high: int | None
    stated: int | None


class Width(StrEnum):
    """How wide a named place is: most happens at a place, little in all of a country."""

    PLACE = "place"
    REGION = "region"
    COUNTRY = "country"


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedPlace:
    """A place as the report words it, how wide it is, and the keys under which spellings meet."""

    words: str
    width: Width
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """Where it happened; `is_exact` for a town or nearer, `region` and `country` "" if unknown."""

    latitude: float
    longitude: float
    radius_km: float
    is_exact: bool
    region: str
    country: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The comparable parts of one account, in plain values that JSON can hold.

    `printed` is the moment of publication in UTC as ISO 8601 writes it, "" where unknown, and the
    day that the report prints at its head where that is another. `named` are the places, most
    exact first. `sentences` are fingerprints of the sentences its claims stand in; `words`,
    `names`, `ages` and `mentioned` those of the report's beginning (see `Wording`).
    """

    account_id: str
    document_id: str
    printed: str
    is_main: bool
    is_background: bool
    what: What
    first_day: date | None
    last_day: date | None
    point: Point | None
    named: tuple[NamedPlace, ...]
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    weapons: tuple[str, ...]
    figures: tuple[Figure, ...]
    first_figures: tuple[Figure, ...]
    outlet: str
    sentences: tuple[str, ...]
    words: tuple[str, ...]
    headline: tuple[str, ...]
    names: tuple[str, ...]
    ages: tuple[int, ...]
    mentioned: tuple[str, ...]

    @property
    def days(self) -> Days | None:
        """The days it tells of, where it says."""
        if self.first_day is None or self.last_day is None:
            return None
        return Days(first=self.first_day, last=self.last_day)

    @property
    def published_on(self) -> date | None:
        """The day of publication, in UTC where the hour and its zone are known."""
        return date.fromisoformat(self.printed[:10]) if self.printed else None

    @property
    def places(self) -> frozenset[str]:
        """The keys of all places but regions and countries."""
        return _keys(self.named, Width.PLACE)

    @property
    def regions(self) -> frozenset[str]:
        """The keys of regions: provinces, states of a federation."""
        return _keys(self.named, Width.REGION)

    @property
    def countries(self) -> frozenset[str]:
        """The keys of countries."""
        return _keys(self.named, Width.COUNTRY)

    def words_for(self, keys: frozenset[str]) -> frozenset[str]:
        """The report's own words for the places that answer to these keys."""
        return frozenset(place.words for place in self.named if keys & set(place.keys))


@lru_cache(maxsize=100_000)
def _keys(named: tuple[NamedPlace, ...], width: Width) -> frozenset[str]:
    return frozenset(key for place in named if place.width is width for key in place.keys)


def read_evidence(account: Account, text: str = "") -> Evidence:
    """Read what speaks for one incident or another out of an account.

    Args:
        account: what one report tells of one incident.
        text: the whole report, where it is at hand: its own date, and whom and what it names
            besides.

    Example:
        >>> from tollbook.testing import account, claim
        >>> told = read_evidence(account([claim("12")]))
        >>> told.figures
        (Figure(harm='killed', low=12, high=12, stated=12),)
    """
    printed, is_archives = _printed(account, text)
    days = account.days if is_archives else _redated(account, printed)
    wording = read_wording(_told_in(account, text), _headline(account, text))
    return Evidence(
        account_id=account.id,
        document_id=account.imprint.document_id,
        printed=printed,
        is_main=account.label == MAIN,
        is_background=account.label == BACKGROUND,
        what=account.what,
        first_day=days.first if days is not None else None,
        last_day=days.last if days is not None else None,
        point=_point(account.location),
        named=tuple(_named(place) for place in account.places if not place.words.text.islower()),
        actors=_actors(account),
        targets=_targets(account),
        weapons=_content_of(words.text for words in account.weapons),
        figures=_figures(account),
        first_figures=_first_figures(account),
        outlet=fold(account.imprint.publisher or ""),
        sentences=_sentences(account),
        words=wording.words,
        headline=wording.headline,
        names=wording.names,
        ages=wording.ages,
        mentioned=wording.mentioned,
    )


def _printed(account: Account, text: str) -> tuple[str, bool]:
    """When it was printed, and whether that is what the archive says.

    Archives date by the day of collection, or by a wrong guess; what a report prints at its own
    head wins, unless it is the same day in another time zone.
    """
    moment = account.imprint.published_at
    if isinstance(moment, datetime) and moment.tzinfo is not None:
        moment = moment.astimezone(UTC)
    day = moment.date() if isinstance(moment, datetime) else moment
    head = printed_on(text)
    if head is not None and (day is None or abs((head - day).days) > 1):
        return head.isoformat(), False
    return "" if moment is None else moment.isoformat(), True


def _redated(account: Account, printed: str) -> Days | None:
    """Read "Tuesday" again as the Tuesday before the report's own date."""
    said = account.days.words if account.days is not None else None
    told = said or account.when
    dated = days_of(told.text, date.fromisoformat(printed)) if told is not None else None
    return None if dated is None else Days(first=dated.first, last=dated.last)


def _told_in(account: Account, text: str) -> str:
    """The words an account is told in: the report's for its main one, else its own sentences."""
    if account.label == MAIN:
        return text
    sentences = {claim.sentence.start: claim.sentence.text for claim in account.claims}
    return " ".join(sentences[start] for start in sorted(sentences)) if text else ""


def _headline(account: Account, text: str) -> str:
    if account.label != MAIN or not text:
        return ""
    return account.imprint.title or text.lstrip().split("\n", 1)[0][:LONGEST_HEADLINE]


def _point(location: Location | None) -> Point | None:
    if location is None:
        return None
    entry = location.entry
    return Point(
        latitude=location.latitude,
        longitude=location.longitude,
        radius_km=location.radius_km,
        is_exact=location.where_prec <= EXACT,
        region=entry.adm1 if entry is not None else "",
        country=entry.country if entry is not None else "",
    )


def _named(place: Place) -> NamedPlace:
    keys = place_keys(place.words.text)
    feature = place.entry.feature if place.entry is not None else ""
    if keys & broad_places() or feature.startswith("A.PCL"):
        width = Width.COUNTRY
    else:
        width = Width.REGION if feature in _REGIONS else Width.PLACE
    if place.entry is not None:
        keys |= {place.entry.id}
    return NamedPlace(words=place.words.text, width=width, keys=tuple(sorted(keys)))


def _actors(account: Account) -> tuple[str, ...]:
    keys = {
        key
        for claim in account.claims
        if isinstance(claim, ResponsibilityClaim) and claim.status is not Status.DENIED
        for key in actor_keys(claim.actor.text)
    }
    return tuple(sorted(keys))


def _targets(account: Account) -> tuple[str, ...]:
    """What was attacked; "a bakery" among the places is no name of a place but a target."""
    spots = [place.words.text for place in account.places if place.words.text.islower()]
    return _content_of([*(target.text for target in account.targets), *spots])


def _content_of(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({word for text in texts for word in content_words(text)}))


def _figures(account: Account) -> tuple[Figure, ...]:
    return tuple(sorted({_figure(claim) for claim in _whole_tolls(account)}, key=repr))


def _first_figures(account: Account) -> tuple[Figure, ...]:
    """Of each harm the figure told first: that of the headline, where it has one."""
    first: dict[str, Figure] = {}
    for claim in sorted(_whole_tolls(account), key=lambda claim: claim.count.words.start):
        first.setdefault(claim.harm.value, _figure(claim))
    return tuple(first[harm] for harm in sorted(first))


def _whole_tolls(account: Account) -> list[TollClaim]:
    tolls = (claim for claim in account.claims if isinstance(claim, TollClaim))
    return [claim for claim in tolls if not claim.part_of]


def _figure(claim: TollClaim) -> Figure:
    return Figure(
        harm=claim.harm.value,
        low=claim.count.low,
        high=claim.count.high,
        stated=claim.count.stated,
    )


def _sentences(account: Account) -> tuple[str, ...]:
    folded = {fold(claim.sentence.text) for claim in account.claims}
    telling = (
        sentence for sentence in folded if len(sentence.split()) >= SHORTEST_TELLING_SENTENCE
    )
    return tuple(sorted(content_id("sentence", sentence) for sentence in telling))
