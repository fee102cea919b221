"""What a sentence says of one figure: who, how many, what harm."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tollbook.claim import Form, Group, Harm
from tollbook.extracting.harming.people import Figure, Folk, figure, folk, whole_figure
from tollbook.extracting.harming.reality import is_denied
from tollbook.extracting.lexicon import harm_words
from tollbook.extracting.parsing.phrases import Chunk, Sentence

SUFFERING = frozenset(
    "suffer suffered suffering suffers sustain sustained sustaining receive received had has "
    "with treated".split()
)
WOUNDS = frozenset({"injuries", "injury", "wounds", "wound", "burns", "cuts"})


@dataclass(frozen=True, slots=True)
class Mention:
    """Some people and the harm a sentence says they came to.

    `chunk` and `trigger` are the indices of the noun phrase and of the word of harm among the
    sentence's chunks.
    """

    harm: Harm
    chunk: int
    trigger: int
    folk: Folk
    figure: Figure
    part_of: bool = False
    is_denied: bool = False


def is_harm_participle(chunk: Chunk) -> bool:
    """Whether a chunk says what became of the noun before it: "30 others injured"."""
    words = harm_words()
    if chunk.is_verb:
        return chunk.head in words.verbs and chunk.tag in {"VBN", "VBD"} and not chunk.helpers
    return chunk.head in words.states


def make(
    sentence: Sentence, trigger: int, harm: Harm, chunks: list[int], *, part_of: bool = False
) -> Iterator[Mention]:
    """Turn noun phrases into mentions: "one of the four victims" makes two."""
    denied = sentence.chunks[trigger].is_verb and is_denied(sentence.chunks[trigger])
    for index in [_counted_members(sentence, k) for k in chunks]:
        chunk = sentence.chunks[index]
        whom = folk(sentence, chunk) or _counted(chunk)
        if whom is None or _is_how_many(sentence, chunk):
            continue
        how_many = figure(sentence, chunk, whom)
        main = sentence.chunks[trigger]
        by_noun = main.is_noun and main.head in harm_words().event_nouns  # "murder of the nuns"
        told = chunk.opener == "the" and (by_noun or (main.is_verb and bool(main.helpers)))
        vague = how_many.form is Form.VAGUE and chunk.quantity is None
        if vague and not told and _is_known(sentence, chunk):
            continue
        nobody = how_many.form is Form.NONE
        share = chunk.quantity is not None and chunk.quantity.whole is not None
        is_part = (part_of or _is_part(sentence, index) or share) and not nobody
        mention = Mention(harm, index, trigger, whom, how_many, is_part)
        if denied and how_many.low > 0:
            mention = none_of(sentence, mention, sentence.chunks[trigger])
        yield mention
        whole = whole_figure(sentence, chunk)
        if whole is not None and not nobody and _are_harmed(sentence, chunk):
            yield Mention(harm, index, trigger, whom, whole)


def _are_harmed(sentence: Sentence, chunk: Chunk) -> bool:
    """ "One of the four victims" harmed four; "one of the four guards" did not."""
    words = harm_words()
    near = {chunk.head, sentence.tokens[chunk.stop - 1].lower}
    near |= {token.lower for token in sentence.tokens[chunk.stop : chunk.stop + 1]}
    if near & {"victims", "who"}:
        return True
    return any(word in words.counted_nouns | words.states | words.verbs for word in near)


def _counted_members(sentence: Sentence, index: int) -> int:
    """ "A family of five": the five are counted, not the family."""
    chunks = sentence.chunks
    body = chunks[index].head in {"family", "team", "crew", "convoy"}
    if not body or head_at(sentence, index + 1) != "of" or index + 2 >= len(chunks):
        return index
    members = chunks[index + 2]
    bare = members.quantity is not None and members.stop == members.quantity_stop
    return index + 2 if bare else index


def _is_part(sentence: Sentence, index: int) -> bool:
    """ "Two of them"; "60 from the school alone" were not all."""
    chunks = sentence.chunks
    if chunks[index].is_part:
        return True
    if head_at(sentence, index + 1) not in {"from", "in", "at"} or index + 2 >= len(chunks):
        return False
    stop = chunks[index + 2].stop
    return stop < len(sentence.tokens) and sentence.tokens[stop].lower == "alone"


def none_of(sentence: Sentence, mention: Mention, verb: Chunk) -> Mention:
    """ "Were not hurt" is a zero, and rests on the word "not"."""
    for index in range(verb.first, verb.stop):
        if (
            sentence.tokens[index].lower in {"not", "n't", "never"}
            or "n't" in sentence.tokens[index].lower
        ):
            return replace(mention, figure=Figure(index, index + 1, 0, 0, Form.NONE))
    return mention


def _counted(chunk: Chunk) -> Folk | None:
    """Any quantity that a word of harm is said of counts people, whatever they are called."""
    if chunk.quantity is not None and chunk.quantity.not_people is None:
        return Folk(Group.PEOPLE, chunk.quantity_stop, max(chunk.stop, chunk.quantity_stop))
    if chunk.head in harm_words().counted_nouns:
        return Folk(Group.PEOPLE, chunk.first, chunk.stop)
    return None


def _is_how_many(sentence: Sentence, chunk: Chunk) -> bool:
    return chunk.first > 0 and sentence.tokens[chunk.first - 1].lower == "how"


def _is_known(sentence: Sentence, chunk: Chunk) -> bool:
    """A plural without a figure that points back: "the civilians", "the number of people"."""
    before = [t.lower for t in sentence.tokens[max(0, chunk.first - 2) : chunk.first]]
    return chunk.opener in {"the", "those", "these"} or before == ["number", "of"]


def head_at(sentence: Sentence, index: int) -> str:
    """The main word of a chunk; empty beyond either end of the sentence."""
    return sentence.chunks[index].head if 0 <= index < len(sentence.chunks) else ""
