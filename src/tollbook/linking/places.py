"""Where an incident was: the places of its accounts, each once, most exact first."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from tollbook.incident import Account, Incident
from tollbook.linking.names import broad_places, fold, place_keys, words_of

# Short for what they are, in a line of capitals too.
_ABBREVIATIONS = frozenset(["CAR", "DRC", "EU", "UAE", "UK", "UN", "US", "USA", "USSR"])


def places_of(accounts: Sequence[Account]) -> tuple[str, ...]:
    """Gather the places that accounts of one incident name.

    Of two places the one that accounts name before the other is the more exact; among
    equals the one that more accounts name comes first. Countries come last.
    """
    spelled: dict[str, list[str]] = defaultdict(list)
    for account in accounts:
        for place in account.places:
            spelled[_key(place.words.text)].append(_one_line(place.words.text))
    ranked = [_ranked(account) for account in accounts]
    order = sorted(
        spelled,
        key=lambda key: (key in broad_places(), _width(key, ranked), -len(spelled[key]), key),
    )
    return tuple(_usual_spelling(spelled[key]) for key in order)


def locate(incident: Incident) -> tuple[str, ...]:
    """Say where an incident was in two or three places, most exact first: town, country.

    Of many places those that most accounts name, and the country, if one is named.
    """
    told = Counter(
        key
        for account in incident.accounts
        for key in {_key(place.words.text) for place in account.places}
    )
    often = sorted(incident.places, key=lambda words: -told[_key(words)])
    countries = [words for words in often if _key(words) in broad_places()]
    shown = [words for words in often if words not in countries][:2] + countries[:1]
    return tuple(words for words in incident.places if words in shown)


def _ranked(account: Account) -> list[str]:
    keys = dict.fromkeys(_key(place.words.text) for place in account.places)
    return [key for key in keys if key not in broad_places()]


def _width(key: str, ranked: Iterable[list[str]]) -> float:
    """The share of the accounts that name a more exact place before this one."""
    beside = [keys for keys in ranked if key in keys and len(keys) > 1]
    if not beside:
        return 0.5
    return sum(keys[0] != key for keys in beside) / len(beside)


def _one_line(words: str) -> str:
    """Words broken over two lines of a wire text are the same words."""
    return " ".join(words.split())


def _key(words: str) -> str:
    return "+".join(sorted(place_keys(words))) or fold(words)


def _usual_spelling(spellings: Sequence[str]) -> str:
    """The spelling most reports use; "BAMAKO" stands in a dateline and is no spelling."""
    mixed = [words for words in spellings if not words.isupper()]
    seen = Counter(mixed or map(_in_lower_case, spellings))
    return min(seen, key=lambda words: (-seen[words], len(words), words))


def _in_lower_case(words: str) -> str:
    """Write a name in capitals as names are written.

    Example:
        >>> _in_lower_case("SAN SALVADOR"), _in_lower_case("PORT-AU-PRINCE"), _in_lower_case("US")
        ('San Salvador', 'Port-Au-Prince', 'US')
    """
    if len(words) < 4:
        return words
    return re.sub(r"[^\W\d_][\w'’.]*", _name_word, words)


def _name_word(found: re.Match[str]) -> str:
    word = found[0]
    if word in _ABBREVIATIONS or "." in word[:-1]:
        return word
    is_little = found.start() > 0 and word.lower() in words_of("particles")
    return word.lower() if is_little or word == "THE" else word.capitalize()
