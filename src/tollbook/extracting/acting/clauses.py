"""Who does what to whom in a clause: subjects, objects and agents of any kind, not only people."""

from tollbook.extracting.acting.act_words import attack_words
from tollbook.extracting.parsing.phrases import Chunk, Kind, Sentence
from tollbook.extracting.parsing.prepositions import is_governed, is_time

_PARTICLES = frozenset({"(", "[", "out", "up", "down", "off"})
_SPANS = frozenset(
    {"day", "week", "month", "year", "years", "days", "weeks", "months", "hours", "early", "late"}
)
_AT_PLACE = frozenset({"in", "at", "on", "near", "outside"})
_BE = frozenset("was were is are be been being am get got wasn't weren't isn't aren't".split())
_HAVE = frozenset("has have had having hasn't haven't hadn't".split())
_OPENERS = {")": "(", "]": "[", "--": "--"}
_CLOSING = frozenset("; . when after while because as before since though".split())
_DIGITS_OF_AGE = 2
_MAX_STEPS = 16
_TODAY = frozenset({"today", "yesterday", "tonight"})
_LONG = 4


def is_when(chunk: Chunk) -> bool:
    """Whether a noun phrase says when, not who: "Monday", "last month"."""
    if chunk.head in _TODAY and chunk.stop - chunk.first >= _LONG:
        return False  # "The Farland People's Army (FPA) today attacked": a day ran into the name
    return is_time(chunk) or (chunk.head in _SPANS and chunk.quantity is None)


def is_negated(sentence: Sentence, chunk: Chunk) -> bool:
    """Whether a verb group says that something was not done."""
    words = {t.lower for t in sentence.tokens[chunk.first : chunk.stop]}
    return bool(words & {"not", "never", "n't"}) or any(w.endswith("n't") for w in words)


def is_passive(sentence: Sentence, index: int) -> bool:
    """Whether a verb is said of its subject: "was hit", "the village hit by shells"."""
    chunk = sentence.chunks[index]
    if chunk.tag not in {"VBN", "VBD", "JJ"}:
        return False
    if any(helper in _BE for helper in chunk.helpers):
        return True
    if any(helper in _HAVE for helper in chunk.helpers):
        return False
    return object_after(sentence, index) is None


def object_after(sentence: Sentence, index: int) -> int | None:
    """Find the noun phrase right after a verb, over adverbs and quotation marks."""
    chunks = sentence.chunks
    at = index + 1
    while at < len(chunks) and (
        chunks[at].kind in {Kind.ADVERB, Kind.QUOTE} or chunks[at].head in _PARTICLES
    ):
        at += 1
    while at < len(chunks) and chunks[at].is_noun and _tells_when(chunks, at):
        at += 1
    return at if at < len(chunks) and chunks[at].is_noun else None


def _tells_when(chunks: list[Chunk], at: int) -> bool:
    """Whether a noun phrase says when, by itself or with "ago": "eleven days ago"."""
    after = chunks[at + 1].head if at + 1 < len(chunks) else ""
    return is_when(chunks[at]) or (chunks[at].head in _SPANS and after in {"ago", "earlier"})


def subject_before(sentence: Sentence, index: int) -> int | None:
    """Walk left from a verb to the noun phrase that does it.

    Returns:
        The index of the subject's main noun phrase; None where the clause has none.
    """
    chunks = sentence.chunks
    at, joined = index - 1, False
    for _ in range(_MAX_STEPS):
        if at < 0:
            return None
        chunk = chunks[at]
        if chunk.head in _OPENERS:
            at = _before_insertion(chunks, at)
        elif chunk.kind is Kind.WHO or (chunk.kind is Kind.THAT and at == index - 1):
            return _antecedent(sentence, at)
        elif chunk.is_noun:
            if is_when(chunk) or _is_predicate(chunks, at):
                at -= 1
            elif (
                _is_age(sentence, at)
                or _floats(chunks, at)
                or (at and chunks[at - 1].head == "whatever")
            ):
                at -= 2
            elif is_governed(chunks, _owner(chunks, at)) or (
                joined and at and chunks[at - 1].head == "as"
            ):
                at = _before_preposition(chunks, at)
            elif joined and at and chunks[at - 1].is_verb:
                at, joined = at - 2, False
            elif joined and at >= 2 and _is_late_object(chunks, at):
                at, joined = at - 3, False
            elif (
                at >= 2
                and chunk.tag != "PRP"  # "the group, which said it had …"
                and chunks[at - 1].is_verb
                and chunks[at - 2].kind is Kind.WHO
            ):
                return _antecedent(sentence, at - 2)  # "a guard who lost his post was …"
            else:
                return _before_apposition(chunks, at)
        elif chunk.kind is Kind.AND:
            at, joined = at - 1, True
        elif chunk.kind is Kind.COMMA:
            # "Police say Reed, 25, is charged": after an insertion nothing is joined.
            joined = joined or not _ends_age(sentence, at)
            at = _before_comma(sentence, at, index)
        elif chunk.tag == "VBG" and at and chunks[at - 1].head == "of":
            at -= 2  # "three days of mourning"
        elif chunk.is_verb and (joined or not _is_finite(chunk) or _is_aside(chunks, at)):
            at, joined = at - 1, False
        elif chunk.is_verb or chunk.kind is Kind.THAT or chunk.head in {";", ".", ":"}:
            return None
        else:
            at -= 1
    return None


def _owner(chunks: list[Chunk], at: int) -> int:
    """Step from "army" to "Norland" in "Norland's army", which a preposition rules as a whole."""
    while at >= 2 and chunks[at - 1].kind is Kind.POSSESSIVE and chunks[at - 2].is_noun:
        at -= 2
    return at


def doer_of(sentence: Sentence, index: int) -> int | None:
    """Find who does what a verb says, also where it hangs on another verb or opens the sentence.

    "Issued a statement condemning …" is said of whoever issued it; "Condemning the raid, the
    mayor said …" of the mayor.
    """
    chunks = sentence.chunks
    chunk = chunks[index]
    if chunk.tag != "VBG" or chunk.helpers:
        return subject_before(sentence, index)
    if index <= 1:
        return _after_comma(chunks, index)
    if chunks[index - 1].is_noun and chunks[index - 2].head == "with":
        return index - 1  # "with the latter urging calm"
    before = index - 1
    while before > 0 and not chunks[before].is_verb and chunks[before].kind is not Kind.WHO:
        before -= 1
    return doer_of(sentence, before) if chunks[before].is_verb else subject_before(sentence, index)


def _after_comma(chunks: list[Chunk], index: int) -> int | None:
    for at in range(index + 1, len(chunks) - 1):
        if chunks[at].kind is Kind.COMMA and chunks[at + 1].is_noun:
            return at + 1
    return None


def _is_finite(chunk: Chunk) -> bool:
    if not chunk.is_verb:
        return False
    return chunk.tag in {"VBD", "VBZ", "VBP", "MD"} or any(h in _BE | _HAVE for h in chunk.helpers)


def _is_predicate(chunks: list[Chunk], at: int) -> bool:
    """Whether a phrase is a bare adjective, quoted or said of a subject: "called it vile and …"."""
    if chunks[at].tag != "JJ" or chunks[at].opener or chunks[at].quantity is not None:
        return False
    return at > 0 and (chunks[at - 1].kind is Kind.QUOTE or chunks[at - 1].head in _BE)


def _floats(chunks: list[Chunk], at: int) -> bool:
    """ "The states have all condemned": the word counts the subject, it is none."""
    chunk = chunks[at]
    alone = chunk.stop == chunk.first + 1 and chunk.head in {"all", "both", "each"}
    return alone and at > 0 and chunks[at - 1].is_verb and chunks[at - 1].head in _BE | _HAVE


def _is_late_object(chunks: list[Chunk], at: int) -> bool:
    """ "“Condemned” the raid and urged", "cut short a visit and vowed"."""
    between = chunks[at - 1].kind in {Kind.QUOTE, Kind.ADVERB}
    return between and chunks[at - 2].is_verb


def _is_aside(chunks: list[Chunk], at: int) -> bool:
    """ "The groups based in the hills": a bare past form with a place after it tells which."""
    chunk = chunks[at]
    return (
        chunk.tag == "VBD"
        and not chunk.helpers
        and chunks[at + 1].kind is Kind.PREPOSITION
        and chunk.head.endswith("ed")
    )


def _ends_age(sentence: Sentence, comma: int) -> bool:
    """Whether a comma ends somebody's age: "Reed, 25,", "Reed, 25 of Sarn,"."""
    chunks = sentence.chunks
    for opening in range(comma - 2, max(0, comma - 6), -1):
        if chunks[opening].kind is Kind.COMMA:
            number = sentence.tokens[chunks[opening + 1].first].text
            return number.isdigit() and len(number) <= _DIGITS_OF_AGE
    return False


def _is_age(sentence: Sentence, at: int) -> bool:
    """Whether a number is somebody's age: "Reed, 25, of Sarn was charged"."""
    chunks = sentence.chunks
    if at < 2 or at + 1 >= len(chunks) or chunks[at].tag != "CD" or not chunks[at - 2].is_noun:
        return False
    return chunks[at + 1].kind is Kind.COMMA and _ends_age(sentence, at + 1)


def _before_comma(sentence: Sentence, comma: int, index: int) -> int:
    """Step over an insertion between commas that ends right before the verb."""
    chunks = sentence.chunks
    if comma != index - 1:
        return comma - 1
    for back in range(comma - 1, max(-1, comma - 14), -1):
        if chunks[back].kind is Kind.COMMA and back >= 1:
            named = back - 2 if chunks[back - 1].head == "." else back - 1  # "Jr.,"
            if chunks[named].is_noun:
                return named
        if chunks[back].head in {")", "]"}:
            break
    return comma - 1


def _before_apposition(chunks: list[Chunk], at: int) -> int:
    """ "Norland a close ally of the king has called": where commas were stripped."""
    before = chunks[at - 1] if at else None
    if before is None or not before.is_noun or chunks[at].opener != "a":
        return at
    return at - 1 if before.tag == "NNP" and chunks[at].tag == "NN" else at


def _before_insertion(chunks: list[Chunk], at: int) -> int:
    opener = _OPENERS[chunks[at].head]
    for back in range(at - 1, max(-1, at - 20), -1):
        if chunks[back].head == opener:
            return back - 1
    return at - 1


def _before_preposition(chunks: list[Chunk], at: int) -> int:
    while at >= 0 and chunks[at].kind is not Kind.PREPOSITION:
        at -= 1
    return at - 1


def is_filmed(sentence: Sentence, index: int) -> bool:
    """Whether a verb of capturing means a picture: "captured on camera", "the video captured"."""
    stop, cameras = sentence.chunks[index].stop, attack_words().cameras
    after = [t.lower for t in sentence.tokens[stop : stop + 4]]
    subject = subject_before(sentence, index)
    by_camera = subject is not None and sentence.chunks[subject].head in cameras
    return by_camera or (after[:1] == ["on"] and bool(cameras & set(after)))


def _antecedent(sentence: Sentence, who: int) -> int | None:
    """Find whom "who", "which" or "that" stands for."""
    chunks = sentence.chunks
    at = who - 1
    while at >= 0 and (
        chunks[at].kind in {Kind.COMMA, Kind.PREPOSITION} or chunks[at].head in _OPENERS
    ):
        at = _before_insertion(chunks, at) if chunks[at].head in _OPENERS else at - 1
    while at >= 2 and chunks[at - 1].head in _AT_PLACE and chunks[at - 2].is_noun:
        at -= 2
    return at if at >= 0 and chunks[at].is_noun and not is_when(chunks[at]) else None


def agent_after(sentence: Sentence, index: int) -> int | None:
    """Find the doer after "by": "kidnapped on 5 January by guerrillas", "died at the hands of"."""
    chunks = sentence.chunks
    for at in range(index + 1, min(index + 18, len(chunks) - 1)):
        chunk = chunks[at]
        at_hands = chunk.head == "hands" and chunks[at + 1].head == "of"
        if at_hands or (chunk.head == "by" and chunk.kind is Kind.PREPOSITION):
            after = at + 1 + at_hands
            while after < len(chunks) and chunks[after].kind in {Kind.QUOTE, Kind.ADVERB}:
                after += 1
            if after < len(chunks) - 1 and chunks[after].tag == "VBN":  # "by heavily armed men"
                after += 1
            return after if after < len(chunks) and chunks[after].is_noun else None
        if _is_finite(chunk) or chunk.kind in {Kind.WHO, Kind.THAT} or chunk.head in _CLOSING:
            return None
        if chunk.is_verb and chunk.tag == "VBN" and chunks[at - 1].kind is not Kind.AND:
            return None
    return None
