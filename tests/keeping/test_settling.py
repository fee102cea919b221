"""Whatever was added and decided, in whatever order: the store stands as if made anew."""

import random
from datetime import timedelta

import pytest

from tests.keeping.conftest import Open
from tests.keeping.reports import NOW, add, kept, reports
from tollbook.errors import UnusableDecision
from tollbook.keeping import Book


def decide(book: Book, dice: random.Random, number: int) -> None:
    """Decide something at random; what is refused is refused."""
    cases = list(kept(book).values())
    told = [case for case in cases if not case.incident.is_background]
    at = NOW + timedelta(minutes=number)
    try:
        match dice.choice(("merge", "split", "move", "own", "undo")):
            case "merge":
                ids = [case.incident.id for case in dice.sample(told, 2)]
                book.merge(ids, by="L. Oster", at=at)
            case "split":
                one = max(told, key=lambda case: len(case.incident.accounts)).incident
                book.split(one.id, [dice.choice(one.accounts).id], by="L. Oster", at=at)
            case "move":
                claim = dice.choice(dice.choice(told).incident.claims)
                book.move(claim.id, dice.choice(told).incident.id, by="L. Oster", at=at)
            case "own":
                claim = dice.choice(dice.choice(told).incident.claims)
                book.move(claim.id, by="L. Oster", at=at)
            case "undo":
                valid = [each.decision.id for each in book.decisions() if each.is_in_force]
                book.undo(dice.choice(valid) if valid else None, by="L. Oster", at=at)
    except UnusableDecision:
        pass


@pytest.mark.parametrize("seed", range(5))
def test_reports_and_decisions_in_any_order_come_out_as_recompute_would(
    opened: Open, seed: int
) -> None:
    dice, book = random.Random(seed), opened()
    documents = reports(16, seed)
    for number, start in enumerate(range(0, len(documents), 4)):
        add(book, documents[start : start + 4])
        decide(book, dice, 2 * number)
        decide(book, dice, 2 * number + 1)
    before = kept(book)
    assert book.decisions()
    assert book.check() == ()
    book.recompute()
    assert kept(book) == before
