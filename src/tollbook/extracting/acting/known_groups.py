"""Armed groups that everybody knows by name, told from any other words of a sentence."""

from functools import lru_cache

from tollbook.extracting.parsing.phrases import Sentence
from tollbook.identifying.lexicon import group_names

_SHORTEST = 3


def names_known_group(sentence: Sentence, first: int, stop: int) -> bool:
    """Whether the name of a known armed group stands among some tokens.

    A name of two letters ("IS") counts where case tells it from a common word.
    """
    tokens = sentence.tokens[first:stop]
    words = [token.lower for token in tokens]
    for at, word in enumerate(words):
        for name in _by_first_word().get(word, ()):
            if words[at : at + len(name)] == list(name) and (
                len("".join(name)) >= _SHORTEST or (sentence.has_case and tokens[at].text.isupper())
            ):
                return True
    return False


@lru_cache(maxsize=1)
def _by_first_word() -> dict[str, list[tuple[str, ...]]]:
    table: dict[str, list[tuple[str, ...]]] = {}
    for name in group_names():
        words = tuple(name.lower().split())
        table.setdefault(words[0], []).append(words)
    return table
