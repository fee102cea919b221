import random

import pytest

from tests.keeping.conftest import Open
from tests.keeping.reports import NOW, reports
from tollbook.document import Document
from tollbook.keeping import lineage
from tollbook.keeping.lineage import take_in, trace_all
from tollbook.tracing import families, trace


def stories(count: int, seed: int) -> list[Document]:
    """One story in many versions, each cut from the last or from the first, in random order."""
    dice = random.Random(seed)
    words = [f"word{dice.randrange(10_000)}" for _ in range(120)]
    made = []
    for number in range(count):
        changed = list(words)
        for _ in range(dice.randrange(0, 60)):
            changed[dice.randrange(len(changed))] = f"other{dice.randrange(10_000)}"
        first = reports(1, seed)[0]
        made.append(
            Document(
                text=" ".join(changed),
                name=f"{number}.txt",
                publisher=f"Paper {number}",
                published_at=first.published_at,
            )
        )
    dice.shuffle(made)
    return made


@pytest.mark.parametrize("reach", [1, 2, 3, 40])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_in_any_order_the_copies_are_those_of_tracing_all_at_once(
    opened: Open, monkeypatch: pytest.MonkeyPatch, reach: int, seed: int
) -> None:
    for module in (families, lineage):
        monkeypatch.setattr(module, "NEIGHBOURS", reach)
    documents = stories(14, seed)
    expected = {copy.document_id: copy for copy in trace(documents)}
    assert expected
    one_by_one, at_once = opened().store, opened().store
    for document in documents:
        one_by_one.add_documents([document], added_at=NOW, read_by="tollbook 0")
        take_in(one_by_one, document)
    at_once.add_documents(documents, added_at=NOW, read_by="tollbook 0")
    trace_all(at_once, documents)
    assert one_by_one.copies() == expected
    assert at_once.copies() == expected
