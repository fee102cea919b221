"""What an incident was aimed at: the targets of its accounts, each once, most often named first."""

from collections.abc import Sequence

from tollbook.incident import Account
from tollbook.linking.names import content_words


def targets_of(accounts: Sequence[Account]) -> tuple[str, ...]:
    """Gather what the accounts say was attacked, each in its fullest wording.

    "The school" is the gendarmerie school where no other school is named. The town itself is
    where it was, not what was aimed at. Once several accounts name one target, what only a
    single account names is left to that account: it may be another attack's.
    """
    named = _by_words(accounts)
    groups: dict[str, set[str]] = {}
    for words in sorted(named, key=lambda words: (-len(content_words(words)), -len(words), words)):
        fuller = [known for known in groups if content_words(words) <= content_words(known)]
        groups.setdefault(fuller[0] if len(fuller) == 1 else words, set()).update(named[words])
    agreed = [words for words, tellers in groups.items() if len(tellers) > 1]
    return tuple(sorted(agreed or groups, key=lambda words: (-len(groups[words]), words)))


def _by_words(accounts: Sequence[Account]) -> dict[str, set[str]]:
    towns = {_one_line(place.words.text) for account in accounts for place in account.places}
    named: dict[str, set[str]] = {}
    for account in accounts:
        for target in account.targets:
            words = _one_line(target.text)
            if words not in towns or any(map(str.islower, words.split())):
                named.setdefault(words, set()).add(account.id)
    return named


def _one_line(words: str) -> str:
    return " ".join(words.split())
