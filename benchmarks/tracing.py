"""What it takes to fingerprint a report, to compare two, and to find all copies among many."""

import random
import time
from itertools import pairwise

from tollbook.document import Document
from tollbook.tracing import fingerprint, same_origin, trace

REPORTS = 2_000
WORDS = 400
COPIES = 10
"""One report in so many is a copy of an earlier one."""


def main() -> None:
    """Print each beside what is asked."""
    documents = invented()
    fingerprint(documents[0])
    began = time.process_time()
    prints = [fingerprint(document) for document in documents]
    each = (time.process_time() - began) / len(prints)
    print(f"{f'a fingerprint ({WORDS} words)':32}{each * 1e3:>8.2f} ms  asked: under 2")
    pairs = list(pairwise(prints))
    began = time.process_time()
    for left, right in pairs:
        same_origin(left, right)
    print(f"{'comparing two':32}{(time.process_time() - began) / len(pairs) * 1e6:>8.0f} µs")
    began = time.process_time()
    found = trace(prints)
    took = time.process_time() - began
    print(f"{f'all copies among {REPORTS:,}':32}{took:>8.2f} s   {len(found)} found")


def invented() -> list[Document]:
    """Make up reports in a vocabulary of the size of a newspaper's, some of them copies."""
    dice = random.Random(1997)
    vocabulary = [f"x{number}" for number in range(20_000)]
    weights = [1 / rank for rank in range(1, len(vocabulary) + 1)]
    texts: list[str] = []
    for number in range(REPORTS):
        if number % COPIES == COPIES - 1:
            words = dice.choice(texts).split()
            words[dice.randrange(len(words))] = "changed"
        else:
            words = dice.choices(vocabulary, weights, k=WORDS)
        texts.append(" ".join(words))
    return [Document(text=text, name=f"{number}.txt") for number, text in enumerate(texts)]


if __name__ == "__main__":
    main()
