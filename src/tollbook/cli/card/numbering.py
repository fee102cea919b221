"""The claims of an incident in reading order, each with a number the card refers to."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from tollbook.claim import Claim
from tollbook.document import Imprint
from tollbook.exporting.table import key_words
from tollbook.incident import Account


class Numbering:
    """Numbers claims from 1 as their reports were published, then as they stand in the text."""

    def __init__(self, accounts: Iterable[Account]) -> None:
        ordered = sorted(accounts, key=lambda account: _when(account.imprint))
        self.claims: dict[str, Claim] = {}
        for account in ordered:
            for claim in sorted(account.claims, key=_place):
                self.claims.setdefault(claim.id, claim)
        self._numbers = {claim_id: number for number, claim_id in enumerate(self.claims, 1)}

    def __getitem__(self, claim_id: str) -> int:
        return self._numbers[claim_id]

    def __contains__(self, claim_id: str) -> bool:
        return claim_id in self._numbers

    def by_document(self) -> Iterator[tuple[Imprint, list[Claim]]]:
        """Give the claims document by document, in the order of their numbers."""
        found: dict[str, list[Claim]] = {}
        for claim in self.claims.values():
            found.setdefault(claim.imprint.document_id, []).append(claim)
        for claims in found.values():
            yield claims[0].imprint, claims

    def references(self, claim_ids: Iterable[str]) -> str:
        """Write the numbers of claims in brackets.

        Numbers in a row are joined: "[2, 5–7]".
        """
        numbers = sorted(self[claim_id] for claim_id in claim_ids if claim_id in self)
        runs: list[list[int]] = []
        for number in numbers:
            if runs and number == runs[-1][-1] + 1:
                runs[-1].append(number)
            else:
                runs.append([number])
        return f"[{', '.join(map(_run, runs))}]"


def _run(numbers: list[int]) -> str:
    first, last = numbers[0], numbers[-1]
    if len(numbers) < 3:
        return ", ".join(map(str, numbers))
    return f"{first}–{last}"


def _place(claim: Claim) -> tuple[int, int, int, str]:
    words = key_words(claim)
    return claim.sentence.start, words.start, words.end, claim.id


def _when(imprint: Imprint) -> tuple[bool, str, str]:
    """Order by time of publication; undated reports come last."""
    moment = imprint.published_at
    if moment is None:
        return True, "", imprint.name
    if isinstance(moment, datetime) and moment.tzinfo is not None:
        moment = moment.astimezone(UTC)
    return False, moment.isoformat(), imprint.name
