"""What an account offers for comparison, read from it once."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

from tollbook.claim import ResponsibilityClaim, Status, TollClaim
from tollbook.incident import Account
from tollbook.linking.actors import actor_keys
from tollbook.linking.names import broad_places, content_words, fold, place_keys

# A shorter sentence ("Nobody was hurt.") may be written twice by chance.
SHORTEST_TELLING_SENTENCE = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """An interval that one whole-toll claim allows; `stated` is the number it names."""

    harm: str
    low: int
    high: int | None
    stated: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The comparable parts of one account.

    `places` are all places but whole countries (`broad_places`); `exact_places` those of the
    most exact phrase.
    """

    account: Account
    published_on: date | None
    places: frozenset[str]
    exact_places: frozenset[str]
    broad_places: frozenset[str]
    actors: frozenset[str]
    targets: frozenset[str]
    figures: frozenset[Figure]
    sentences: frozenset[str]

    @property
    def document_id(self) -> str:
        """The report that tells this."""
        return self.account.imprint.document_id

    def account_places(self, keys: frozenset[str]) -> frozenset[str]:
        """The account's own words for the places that answer to these keys."""
        words = (place.words.text for place in self.account.places)
        return frozenset(text for text in words if place_keys(text) & keys)


def read_evidence(account: Account) -> Evidence:
    """Read what speaks for one incident or another out of an account."""
    named = [place.words.text for place in account.places if not place.words.text.islower()]
    ranked = [place_keys(words) for words in named]
    keys = frozenset(key for found in ranked for key in found)
    broad = keys & broad_places()
    return Evidence(
        account=account,
        published_on=published_on(account),
        places=keys - broad,
        exact_places=next((found - broad for found in ranked if found - broad), frozenset()),
        broad_places=broad,
        actors=_actors(account),
        targets=_targets(account),
        figures=_figures(account),
        sentences=_sentences(account),
    )


def published_on(account: Account) -> date | None:
    """The day of publication, in UTC where the hour and its zone are known."""
    moment = account.imprint.published_at
    if not isinstance(moment, datetime):
        return moment
    return (moment if moment.tzinfo is None else moment.astimezone(UTC)).date()


def _actors(account: Account) -> frozenset[str]:
    return frozenset(
        key
        for claim in account.claims
        if isinstance(claim, ResponsibilityClaim) and claim.status is not Status.DENIED
        for key in actor_keys(claim.actor.text)
    )


def _targets(account: Account) -> frozenset[str]:
    """What was attacked; "a bakery" among the places is no name of a place but a target."""
    spots = [place.words.text for place in account.places if place.words.text.islower()]
    targets = [target.text for target in account.targets]
    return frozenset(word for text in (*targets, *spots) for word in content_words(text))


def _figures(account: Account) -> frozenset[Figure]:
    return frozenset(
        Figure(
            harm=claim.harm.value,
            low=claim.count.low,
            high=claim.count.high,
            stated=claim.count.stated,
        )
        for claim in account.claims
        if isinstance(claim, TollClaim) and not claim.part_of
    )


def _sentences(account: Account) -> frozenset[str]:
    folded = {fold(claim.sentence.text) for claim in account.claims}
    return frozenset(
        sentence for sentence in folded if len(sentence.split()) >= SHORTEST_TELLING_SENTENCE
    )
