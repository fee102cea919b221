"""The country an account is about, as far as its own words tell."""

from collections import Counter

from tollbook.identifying.spelling import keys_of
from tollbook.identifying.states import capitals, governments
from tollbook.incident import Account


def country_of(account: Account) -> str | None:
    """The country that an account's places and sentences name most; None where two tie."""
    votes: Counter[str] = Counter()
    for place in account.places:
        keys = tuple(key.removesuffix("s") for key in keys_of(place.words.text))
        for part in {keys, keys[:1], keys[-1:], keys[-2:]}:
            if part in governments() and place.words.text[:1].isupper():
                votes[governments()[part]] += 1 if part in capitals() else 3
    for sentence in {claim.sentence for claim in account.claims}:
        for word in sentence.text.split():
            keys = keys_of(word.strip(".,;:()\"'’“”"))
            if word[:1].isupper() and keys in governments() and keys not in capitals():
                votes[governments()[keys]] += 1
    best = votes.most_common(2)
    return best[0][0] if best and (len(best) == 1 or best[0][1] > best[1][1]) else None
