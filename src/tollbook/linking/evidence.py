"""What an account offers for comparison, read from it once and small enough to keep.

Evidence holds no account and no sentence: two accounts are compared on their evidence alone, so
that a new report can be weighed against a store without reading the store.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache

from tollbook.claim import BACKGROUND, ResponsibilityClaim, Status, TollClaim
from tollbook.document import content_id
from tollbook.incident import Account, Days, What
from tollbook.linking.actors import actor_keys
from tollbook.linking.names import broad_places, content_words, fold, place_keys

# A shorter sentence ("Nobody was hurt.") may be written twice by chance.
SHORTEST_TELLING_SENTENCE = 6


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Figure:
    """An interval that one whole-toll claim allows; `stated` is the number it names."""

    harm: str
    low: int
    high: int | None
    stated: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedPlace:
    """A place as the report words it, and the keys under which its spellings meet."""

    words: str
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The comparable parts of one account, in plain values that JSON can hold.

    `printed` is the moment of publication in UTC as ISO 8601 writes it, "" where unknown.
    `named` are the places, most exact first. `sentences` are fingerprints of the sentences its
    claims stand in.
    """

    account_id: str
    document_id: str
    printed: str
    is_background: bool
    what: What
    first_day: date | None
    last_day: date | None
    named: tuple[NamedPlace, ...]
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    figures: tuple[Figure, ...]
    sentences: tuple[str, ...]

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
        """The keys of all places but whole countries."""
        return _keys(self.named) - broad_places()

    @property
    def broad_places(self) -> frozenset[str]:
        """The keys of countries."""
        return _keys(self.named) & broad_places()

    @property
    def exact_places(self) -> frozenset[str]:
        """The keys of the most exact phrase that names more than a country."""
        found = (frozenset(place.keys) - broad_places() for place in self.named)
        return next((keys for keys in found if keys), frozenset())

    def words_for(self, keys: frozenset[str]) -> frozenset[str]:
        """The report's own words for the places that answer to these keys."""
        return frozenset(place.words for place in self.named if keys & set(place.keys))


@lru_cache(maxsize=100_000)
def _keys(named: tuple[NamedPlace, ...]) -> frozenset[str]:
    return frozenset(key for place in named for key in place.keys)


def read_evidence(account: Account, text: str = "") -> Evidence:
    """Read what speaks for one incident or another out of an account.

    Args:
        account: what one report tells of one incident.
        text: the whole report, where it is at hand: whom and what it names besides.

    Example:
        >>> from tollbook.testing import account, claim
        >>> told = read_evidence(account([claim("12")]))
        >>> told.figures
        (Figure(harm='killed', low=12, high=12, stated=12),)
    """
    del text
    named = [place.words.text for place in account.places if not place.words.text.islower()]
    return Evidence(
        account_id=account.id,
        document_id=account.imprint.document_id,
        printed=_printed(account),
        is_background=account.label == BACKGROUND,
        what=account.what,
        first_day=account.days.first if account.days is not None else None,
        last_day=account.days.last if account.days is not None else None,
        named=tuple(NamedPlace(words=words, keys=_sorted(place_keys(words))) for words in named),
        actors=_actors(account),
        targets=_targets(account),
        figures=_figures(account),
        sentences=_sentences(account),
    )


def _printed(account: Account) -> str:
    moment = account.imprint.published_at
    if isinstance(moment, datetime) and moment.tzinfo is not None:
        moment = moment.astimezone(UTC)
    return "" if moment is None else moment.isoformat()


def _sorted(keys: frozenset[str]) -> tuple[str, ...]:
    return tuple(sorted(keys))


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
    targets = [target.text for target in account.targets]
    return tuple(sorted({word for text in (*targets, *spots) for word in content_words(text)}))


def _figures(account: Account) -> tuple[Figure, ...]:
    figures = {
        Figure(
            harm=claim.harm.value,
            low=claim.count.low,
            high=claim.count.high,
            stated=claim.count.stated,
        )
        for claim in account.claims
        if isinstance(claim, TollClaim) and not claim.part_of
    }
    return tuple(sorted(figures, key=repr))


def _sentences(account: Account) -> tuple[str, ...]:
    folded = {fold(claim.sentence.text) for claim in account.claims}
    telling = (
        sentence for sentence in folded if len(sentence.split()) >= SHORTEST_TELLING_SENTENCE
    )
    return tuple(sorted(content_id("sentence", sentence) for sentence in telling))
