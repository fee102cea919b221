"""A sentence -> noun phrases, verb groups and the small words between them.

A cascade in the manner of the early message-understanding systems: tokens are tagged, then
cut into chunks that never nest, and everything later looks at chunks only.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from tollbook.counting import NotPeople, Quantity, find_quantities
from tollbook.document import Passage
from tollbook.extracting.lexicon import harm_words, is_plural, people_words
from tollbook.extracting.parsing.tagging import known_tag, tag
from tollbook.extracting.parsing.tokens import Token, tokenise


class Kind(StrEnum):
    """What a chunk is."""

    NOUN = "noun"
    VERB = "verb"
    PREPOSITION = "preposition"
    AND = "and"
    WHO = "who"
    THAT = "that"
    POSSESSIVE = "possessive"
    COMMA = "comma"
    QUOTE = "quote"
    MARK = "mark"
    ADVERB = "adverb"


@dataclass(slots=True)
class Chunk:
    """Tokens `first` to `stop` (excluded) that belong together; `head` is the main word.

    For verb groups, `helpers` are the words before the main verb ("has been"), for noun
    phrases `opener` is the determiner and `quantity` the figure they open with. In "one of the
    four victims" `whole` is the figure four; `is_part` is true for it and for "some of them".
    """

    kind: Kind
    first: int
    stop: int
    head: str
    tag: str = ""
    opener: str = ""
    quantity: Quantity | None = None
    quantity_stop: int = 0
    whole: Quantity | None = None
    is_part: bool = False
    helpers: tuple[str, ...] = ()

    @property
    def is_noun(self) -> bool:
        """Whether this is a noun phrase."""
        return self.kind is Kind.NOUN

    @property
    def is_verb(self) -> bool:
        """Whether this is a verb group."""
        return self.kind is Kind.VERB


@dataclass(slots=True)
class Sentence:
    """A passage, cut up."""

    passage: Passage
    tokens: list[Token]
    tags: list[str]
    chunks: list[Chunk]
    has_case: bool

    def text(self, first: int, stop: int) -> str:
        """Give the verbatim words of tokens `first` to `stop`."""
        start, end = self.tokens[first].start, self.tokens[stop - 1].end
        offset = self.passage.start
        return self.passage.text[start - offset : end - offset]


_NOMINAL = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS", "CD", "FW"})
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "CD"})
_OPENERS = frozenset({"DT", "PRP$"})
_PARTICIPLES = frozenset({"VBN", "VBG", "VBD"})
_MAY_OPEN_NOUN = _NOMINAL | _OPENERS | _PARTICIPLES | {"PRP"}
_MAY_OPEN_VERB = frozenset({"TO", "RB", "MD", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
_BE = frozenset(
    "was were is are be been being am get got gets getting wasn't weren't isn't".split()
)
_AUXILIARY = _BE | frozenset(
    "has have had having do does did will would may might can could should shall must "
    "hasn't haven't hadn't doesn't didn't don't".split()
)
# Verbs that hand their subject on to the next verb: "are believed to have died".
_RAISING = frozenset(
    "believed reported feared thought said presumed confirmed estimated known assumed expected "
    "understood declared alleged rumored rumoured suspected appear appears seem seems managed "
    "continue continued began begun forced".split()
)
_WHO = frozenset({"who", "whom", "which", "whose"})
# Words that say what became of people, after the noun: "three people dead", "65 wounded".
_STATES = frozenset(
    "dead wounded injured missing hurt killed homeless displaced kidnapped abducted arrested "
    "detained lifeless unaccounted".split()
)
_SAYING = frozenset("said told announced reported confirmed".split())
_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_NOT_VERBS = frozenset({"including", "according", "following", "during", "regarding", "concerning"})
_NOT_NOUNS = frozenset(
    "citing quoting including according due despite amid following regarding concerning during "
    "while when after before although though since until because if where as so then meanwhile "
    "however also there early late earlier".split()
)


def parse(passage: Passage) -> Sentence:
    """Tag a passage and cut it into chunks."""
    tokens = tokenise(passage.text, passage.start)
    letters = [t for t in tokens if t.text[0].isalpha()]
    capitals = sum(t.text[0].isupper() for t in letters)
    many = capitals > 0.62 * max(len(letters), 4) and not any(map(_is_small_verb, letters))
    # Upper-case wire text and Title Case headlines: a capital letter says nothing there.
    has_case = not passage.text.isupper() and not many
    tags = tag(tokens, has_case=has_case)
    quantities = _quantities_by_token(passage, tokens)
    cut = list(_chunks(tokens, tags, quantities))
    chunks = _closed_up(_without_brackets(_without_ages(cut, tokens)))
    return Sentence(passage=passage, tokens=tokens, tags=tags, chunks=chunks, has_case=has_case)


def _is_small_verb(token: Token) -> bool:
    """Whether a verb stands in small letters, as in no headline that capitalises its words."""
    is_small = token.text == token.lower and len(token.text) > 3
    return is_small and known_tag(token.lower) in {"VBD", "VBN"}


def _quantities_by_token(passage: Passage, tokens: list[Token]) -> dict[int, tuple[Quantity, int]]:
    """Map the token a quantity begins at to the quantity and the token after its last."""
    found: dict[int, tuple[Quantity, int]] = {}
    index = 0
    for quantity in find_quantities(passage.text):
        if quantity.not_people is NotPeople.AGE:
            continue
        start, end = quantity.start + passage.start, quantity.end + passage.start
        while index < len(tokens) and tokens[index].end <= start:
            index += 1
        stop = index
        while stop < len(tokens) and tokens[stop].start < end:
            stop += 1
        is_inside = index < len(tokens) and tokens[index].start < start  # the 23 of "M23"
        if stop > index and index not in found and not is_inside:
            found[index] = (quantity, stop)
    return found


def _chunks(
    tokens: list[Token], tags: list[str], quantities: dict[int, tuple[Quantity, int]]
) -> Iterator[Chunk]:
    index = 0
    while index < len(tokens):
        chunk, here = None, tags[index]
        if here in _MAY_OPEN_NOUN or index in quantities:
            chunk = _noun_phrase(tokens, tags, quantities, index)
        if chunk is None and here in _MAY_OPEN_VERB:
            chunk = _verb_group(tokens, tags, quantities, index)
        if chunk is None:
            chunk = _small_word(tokens, tags, index)
        yield chunk
        index = chunk.stop


def _without_brackets(chunks: list[Chunk]) -> list[Chunk]:
    """Close up "20 Islamic State (ISIL) operatives", which is one noun phrase."""
    out: list[Chunk] = []
    index = 0
    while index < len(chunks):
        chunk = chunks[index]
        stop = index + 1
        if chunk.is_noun and stop < len(chunks) and chunks[stop].head in {"(", "["}:
            close = next(
                (
                    k
                    for k in range(stop, min(stop + 8, len(chunks)))
                    if chunks[k].head in {")", "]"}
                ),
                None,
            )
            rest = chunks[close + 1] if close is not None and close + 1 < len(chunks) else None
            if close is not None and rest is not None and _goes_on(rest):
                chunk.stop, chunk.head, chunk.tag = rest.stop, rest.head, rest.tag
                index = close + 1
        out.append(chunk)
        index += 1
    return out


def _without_ages(chunks: list[Chunk], tokens: list[Token]) -> list[Chunk]:
    """Close up "Ana Ibarra, 34, and Luis Osra, 9, were hurt": ages break no list of names."""
    out: list[Chunk] = []
    index = 0
    while index < len(chunks):
        if _is_age(chunks, index, tokens):
            is_last = chunks[index + 3].is_verb or chunks[index + 3].kind is Kind.AND
            index += 3 if is_last else 2
            continue
        out.append(chunks[index])
        index += 1
    return out


def _is_age(chunks: list[Chunk], comma: int, tokens: list[Token]) -> bool:
    """Whether ", 34," stands here, after a name, and something after it."""
    if not 1 <= comma < len(chunks) - 3:
        return False
    name, opens, age, closes = chunks[comma - 1 : comma + 3]
    if not (
        opens.kind is closes.kind is Kind.COMMA
        and name.tag.startswith("NN")
        and name.quantity is None
    ):
        return False
    years = age.stop - age.first == 1 or tokens[age.stop - 1].lower == "old"
    counts = age.quantity is not None and age.quantity.not_people is None
    return age.is_noun and years and not counts and tokens[age.first].text.isdigit()


def _goes_on(chunk: Chunk) -> bool:
    """Whether a noun phrase may be the rest of one that a bracket broke."""
    plain = not chunk.opener and chunk.quantity is None
    return chunk.is_noun and plain and chunk.tag != "PRP"


def _closed_up(chunks: list[Chunk]) -> list[Chunk]:
    """Close up 'the "patrol"' and "one of Ibarra's children", each of which is one noun phrase."""
    out: list[Chunk] = []
    index = 0
    while index < len(chunks):
        chunk = chunks[index]
        two = chunks[index + 1 : index + 3]
        if chunk.is_noun and len(two) == 2 and two[1].is_noun and two[1].quantity is None:
            alone = chunk.tag == "DT" and two[0].kind is Kind.QUOTE
            owned = chunk.quantity is not None and two[0].kind is Kind.POSSESSIVE
            if alone or owned:
                chunk.stop, chunk.head, chunk.tag = two[1].stop, two[1].head, two[1].tag
                chunk.is_part = chunk.is_part or owned
                index += 2
                if alone and index + 1 < len(chunks) and chunks[index + 1].kind is Kind.QUOTE:
                    index += 1
        out.append(chunk)
        index += 1
    return out


def _noun_phrase(
    tokens: list[Token],
    tags: list[str],
    quantities: dict[int, tuple[Quantity, int]],
    first: int,
) -> Chunk | None:
    index, opener = first, ""
    if tags[index] == "PRP" and first not in quantities:
        return Chunk(Kind.NOUN, first, first + 1, tokens[first].lower, "PRP")
    while index < len(tokens) and tags[index] in _OPENERS and index not in quantities:
        opener = opener or tokens[index].lower
        index += 1
    quantity, stop = quantities.get(index, (None, index))
    whole, is_part = None, False
    if quantity is not None and quantity.not_people is NotPeople.DATE:
        return Chunk(Kind.NOUN, first, stop, tokens[stop - 1].lower, "CD", opener, quantity, stop)
    if quantity is not None:
        index, whole, is_part = _after_quantity(tokens, tags, quantities, stop)
    begin = index
    while index < len(tokens) and _belongs(tokens, tags, quantities, begin, index):
        index += 1
    if index == begin and is_part and index < len(tokens) and _is_state(tokens[index]):
        index += 1
    if index == begin and quantity is None:
        return Chunk(Kind.NOUN, first, index, opener, "DT", opener) if opener else None
    last = _head_index(tags, begin, index)
    head = tokens[last].lower if last is not None else ""
    tag_ = tags[last] if last is not None else "CD"
    return Chunk(
        Kind.NOUN,
        first,
        index,
        head,
        tag_,
        opener,
        quantity,
        stop if quantity else 0,
        whole,
        is_part,
    )


def _after_quantity(
    tokens: list[Token],
    tags: list[str],
    quantities: dict[int, tuple[Quantity, int]],
    stop: int,
) -> tuple[int, Quantity | None, bool]:
    """Step over "of the" and a second figure: "one of the four victims", "dozens of people".

    Returns:
        The token after it, the figure of the whole, and whether a part is taken from a whole.
    """
    of = stop - 1 if tokens[stop - 1].lower == "of" else stop
    if of >= len(tokens) or tokens[of].lower != "of" or not _counts_on(tokens, tags, of):
        return stop, None, False
    index, is_part = of + 1, False
    while index < len(tokens) and tags[index] in _OPENERS and index not in quantities:
        index, is_part = index + 1, True
    if tokens[index - 1].lower in {"these", "those"} and index < len(tokens):
        return index, None, True
    if index < len(tokens) and tokens[index].lower in {"them", "whom", "which"}:
        return index + 1, None, True
    whole, whole_stop = quantities.get(index, (None, index))
    return whole_stop, whole, is_part or whole is not None


def _is_state(token: Token) -> bool:
    return token.lower in _STATES


def _counts_on(tokens: list[Token], tags: list[str], index: int) -> bool:
    """Whether "of" after a quantity leads to the people it counts: "dozens of (the) people"."""
    after = index + 1
    if after < len(tokens) and tags[after] in _OPENERS:
        after += 1
    return after < len(tokens) and (
        tags[after] in _NOMINAL
        or tags[after] in {"VBN", "VBG", "VBD"}
        or tokens[after].lower in {"them", "whom", "which", "those", "these"}
        or tags[after - 1] in _OPENERS
    )


def _belongs(
    tokens: list[Token],
    tags: list[str],
    quantities: dict[int, tuple[Quantity, int]],
    begin: int,
    index: int,
) -> bool:
    here = tags[index]
    if here not in _NOMINAL and here not in _PARTICIPLES:
        return False
    word = tokens[index].lower
    if word in _NOT_NOUNS and (index > begin or word not in {"early", "late", "earlier"}):
        return False
    if word in _WEEKDAYS and tags[index - 1] == "CD":
        return False
    if here == "VBG" and word in harm_words().verbs and tags[index - 1] not in _OPENERS:
        return False
    if word in _STATES and index > 0 and (index > begin or tags[index - 1] == "CD"):
        before = tags[index - 1]
        if before in {"NN", "NNS", "NNP"} or (before == "CD" and here in {"VBN", "VBD"}):
            return False
    if word == "shot" and index > 0 and tags[index - 1] in {"CD", "NN", "NNS", "NNP"}:
        return False
    figure = index in quantities and (index > begin or tags[index - 1] == "CD")
    if figure and (here == "CD" or quantities[index][1] - index > 1):
        return False
    if index > begin and _ends_phrase(tokens, tags, index):
        return False
    if here in _NOMINAL:
        return True
    following = tags[index + 1] if index + 1 < len(tags) else ""
    if here in _PARTICIPLES and word not in _SAYING and following in {"NN", "NNS", "NNP", "JJ"}:
        before = tags[index - 1] if index else ""
        opens = index == begin and (index == 0 or before in _OPENERS | {"CD", "JJ", "IN"})
        if word in _STATES and following == "NNS" and index == begin:
            opens = before in {"IN", "JJ", "CD", "RB", ""} | _OPENERS
        return (opens and here != "VBD") or (index > begin and before in {"JJ", "DT"})
    return False


def _ends_phrase(tokens: list[Token], tags: list[str], index: int) -> bool:
    """Where commas were stripped, a phrase still ends before a day, and after plural people."""
    word, before = tokens[index].lower, tokens[index - 1].lower
    if word in _WEEKDAYS or word in {"today", "yesterday"}:
        return True
    if before in _STATES and tags[index] == "NNP" and tags[index - 1] in {"VBN", "JJ"}:
        return True
    capital = tokens[index].text[0].isupper() and not tokens[index - 1].text[0].isupper()
    if capital and tags[index - 1] == "NNS":
        return True
    if before in people_words().groups and tags[index - 1] == "NNS" and is_plural(before):
        return tags[index] in {"NN", "JJ", "NNP"} and word not in {"dead"}
    return word in harm_words().verbs and word.endswith("ing")


def _head_index(tags: list[str], begin: int, stop: int) -> int | None:
    for index in range(stop - 1, begin - 1, -1):
        if tags[index] in _NOUNS:
            return index
    return stop - 1 if stop > begin else None


def _is_verbal(tag_: str) -> bool:
    return tag_.startswith("VB") or tag_ == "MD"


def _verb_group(
    tokens: list[Token],
    tags: list[str],
    quantities: dict[int, tuple[Quantity, int]],
    first: int,
) -> Chunk | None:
    index = first
    if tokens[first].lower in _NOT_VERBS:
        return None
    if tags[index] == "TO" or tags[index] == "RB":
        following = _next_verb(tags, index)
        if following is None or (tags[first] == "TO" and tags[following] == "VBG"):
            return None
        index = following
    if not _is_verbal(tags[index]):
        return None
    main = index
    while True:
        following = _next_verb(tags, main + 1)
        if following is None or following in quantities:  # "was | close to 100"
            break
        if not _hands_on(tokens, tags, main, following):
            break
        main = following
    helpers = tuple(token.lower for token in tokens[first:main])
    return Chunk(Kind.VERB, first, main + 1, tokens[main].lower, tags[main], helpers=helpers)


def _next_verb(tags: list[str], index: int) -> int | None:
    """Find the verb that follows, across adverbs and "to"."""
    while index < len(tags) and tags[index] in {"RB", "RBR", "TO"}:
        index += 1
    return index if index < len(tags) and _is_verbal(tags[index]) else None


def _hands_on(tokens: list[Token], tags: list[str], main: int, following: int) -> bool:
    word = tokens[main].lower
    if word in _AUXILIARY or tags[main] == "MD":
        return True
    if word == "found" and tags[following] == "VBN":
        return True
    is_passive = any(t.lower in _BE for t in tokens[max(0, main - 3) : main])
    to = any(tags[k] == "TO" for k in range(main + 1, following))
    return word in _RAISING and (is_passive or to) and (to or tags[following] == "VBN")


def _small_word(tokens: list[Token], tags: list[str], index: int) -> Chunk:
    word, here = tokens[index].lower, tags[index]
    if word in {"and", "or", "&", "plus"}:
        kind = Kind.AND
    elif word in _WHO:
        kind = Kind.WHO
    elif word == "that":
        kind = Kind.THAT
    elif here == "POS":
        kind = Kind.POSSESSIVE
    elif word == ",":
        kind = Kind.COMMA
    elif word in {'"', "“", "”", "''", "``"}:
        kind = Kind.QUOTE
    elif here in {"IN", "TO"} or word in {"including", "according", "during", "following"}:
        kind = Kind.PREPOSITION
    elif here.startswith(("R", "W")):
        kind = Kind.ADVERB
    else:
        kind = Kind.MARK
    return Chunk(kind, index, index + 1, word, here)
