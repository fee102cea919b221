"""A sentence -> who came to harm in it, as its words say.

Each rule starts from a word of harm (a verb, a state, a counted noun, a death toll, an event)
and asks `patients` for the people it is said of.
"""

from collections.abc import Iterator
from dataclasses import replace

from tollbook.claim import Harm
from tollbook.extracting.harming.mentions import Mention
from tollbook.extracting.harming.nouns import (
    from_counted_noun,
    from_event,
    from_modifier,
    from_state,
    from_toll,
)
from tollbook.extracting.harming.verbs import from_verb
from tollbook.extracting.lexicon import harm_words
from tollbook.extracting.parsing.phrases import Sentence

_ONE_AGAIN = frozenset({"he", "she", "himself", "herself"})
_DIED = frozenset({"died", "dies", "succumbed", "succumbs"})


def find_mentions(sentence: Sentence) -> list[Mention]:
    """Find every statement of harm to people in a sentence, in text order."""
    found: dict[tuple[Harm, int], Mention] = {}
    for mention in _all(sentence):
        found.setdefault((mention.harm, mention.figure.first), mention)
    merged = sorted(_merged(sentence, list(found.values())), key=lambda m: (m.figure.first, m.harm))
    return [m for k, m in enumerate(merged) if not _is_again(sentence, m, merged[:k])]


def _is_again(sentence: Sentence, mention: Mention, before: list[Mention]) -> bool:
    """ "A boy was wounded when he was struck": he is the boy, counted already."""
    if sentence.chunks[mention.chunk].head not in _ONE_AGAIN:
        return False
    return any(m.harm is mention.harm and m.figure.high == 1 for m in before)


def _all(sentence: Sentence) -> Iterator[Mention]:
    for index, chunk in enumerate(sentence.chunks):
        if chunk.is_verb:
            yield from from_verb(sentence, index, chunk)
        elif chunk.is_noun:
            yield from from_counted_noun(sentence, index, chunk)
            yield from from_toll(sentence, index, chunk)
            yield from from_event(sentence, index, chunk)
            yield from from_modifier(sentence, index, chunk)
        yield from from_state(sentence, index, chunk)


def _merged(sentence: Sentence, mentions: list[Mention]) -> list[Mention]:
    """ "Dozens dead or injured", "40 killed and wounded": one figure, one mixed harm."""
    by_place: dict[int, list[Mention]] = {}
    for mention in mentions:
        by_place.setdefault(mention.figure.first, []).append(mention)
    out: list[Mention] = []
    for group in by_place.values():
        harms = {m.harm for m in group}
        of_verbs = [m for m in group if m.trigger != m.chunk]
        if len(group) > 1 and 0 < len(of_verbs) < len(group):
            out += of_verbs  # "six injured civilians died", "executed 50 captive soldiers"
        elif {Harm.KILLED, Harm.INJURED} <= harms:
            heads = {sentence.chunks[m.trigger].head for m in group}
            mixed = not heads & (harm_words().striking | _DIED)  # "hit and later died"
            first = next(m for m in group if m.harm in {Harm.KILLED, Harm.INJURED})
            out.append(replace(first, harm=Harm.KILLED_OR_INJURED if mixed else Harm.KILLED))
            out += [m for m in group if m.harm not in {Harm.KILLED, Harm.INJURED}]
        else:
            out += group
    return out
