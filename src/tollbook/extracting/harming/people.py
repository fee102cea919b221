"""Noun phrases -> whom they mean and, where no figure is given, how many at least."""

import re
from dataclasses import dataclass

from tollbook.claim import Form, Group
from tollbook.extracting.lexicon import is_plural, people_words
from tollbook.extracting.parsing.phrases import Chunk, Sentence

_SINGULAR_PRONOUNS = frozenset({"he", "she", "him", "her", "himself", "herself"})
_PLURAL_PRONOUNS = frozenset({"they", "them", "those", "these"})
_ONE = frozenset({"a", "an", "another"})
# Heads that take the group of the words around them: "army officers", "members of the police".
_OPEN_HEADS = frozenset(
    "members member fighters fighter men man personnel agents agent officers officer elements "
    "worker workers leader leaders official officials commander commanders people person persons "
    "forces force troops troop chief staff employee employees group groups crew volunteers "
    "volunteer operatives others citizens secretary recruits supporters patrol team "
    "casualties casualty deaths fatalities losses victims victim".split()
)
# Endings of trades, and the commonest things that end alike.
_TRADES = (
    "ator",
    "itor",
    "ctor",
    "ist",
    "ian",
    "eer",
    "urer",
    "cher",
    "ster",
    "rder",
    "ller",
    "nter",
    "dean",
    "rper",
    "ainer",
    "over",
    "ager",
    "geon",
    "aner",
)
_NO_TRADES = frozenset(
    "center monster disaster register poster cluster factor sector reactor tractor border murder "
    "order shelter letter monitor list mist fist twist winter printer counter encounter container "
    "van roller trailer tanker cellar career beer cover river detector generator elevator "
    "refrigerator motor power peer boulder folder filter water helicopter quarter dollar collar "
    "pillar propeller launcher pitcher wager radiator indicator calculator escalator".split()
)
GROWN_UP = 18
_YOUNG = frozenset(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen".split()
)
_AGE = re.compile(
    r"\b(?P<years>\d{1,3}|[a-z]+)[- ]?"
    r"(?P<unit>years?[- ]?old|yr\.?[- ]?old|yo\b|(?:month|week|day)s?[- ]?old)",
    re.IGNORECASE,
)
# Groups that a child's age overrules; a suspect, a soldier and a nurse stay what they are.
_AGELESS = frozenset({"people", "civilian", "woman", "other", "child"})
_TEENAGE = frozenset({"teen", "teenage", "teenaged", "juvenile", "underage"})
_OF_WHOM = frozenset({"of", "from", "with", "belonging"})
# "40 casualties on the army": whom they are inflicted on.
_HARMED = frozenset("casualties casualty deaths losses victims dead wounded injured".split())
_ON_WHOM = _OF_WHOM | {"on"}
_OFFICES = frozenset({"attorney general", "secretary general", "director general"})
_FORCES = frozenset({"forces", "force", "patrol"})


@dataclass(frozen=True, slots=True)
class Folk:
    """The people a noun phrase means: their group and the tokens that name them."""

    group: Group
    first: int
    stop: int
    is_name: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """How many, and the tokens that say so."""

    first: int
    stop: int
    low: int
    high: int | None
    form: Form
    stated: int | None = None
    term: str | None = None
    is_additional: bool = False


def folk(sentence: Sentence, chunk: Chunk) -> Folk | None:
    """Say whom a noun phrase means; None where it means no people."""
    if not chunk.is_noun:
        return None
    if chunk.tag == "PRP" or chunk.head in _PLURAL_PRONOUNS:
        return _pronoun(chunk)
    if chunk.quantity is not None and chunk.quantity.not_people is not None:
        return None
    first = chunk.quantity_stop if chunk.quantity else chunk.first + bool(chunk.opener)
    found = _people_noun(sentence, chunk, first)
    if found is not None:
        return found
    bare = chunk.stop == chunk.quantity_stop or (chunk.is_part and chunk.tag == "CD")
    if chunk.quantity is not None and bare:
        return Folk(Group.PEOPLE, chunk.first, chunk.stop)
    if _is_unknown_people(chunk):
        return Folk(Group.PEOPLE, first, chunk.stop)
    if _is_calling(chunk) or _leads(sentence, chunk):
        return Folk(Group.OTHER, first, chunk.stop)
    if _is_name(sentence, chunk, first):
        return Folk(Group.PEOPLE, first, chunk.stop, is_name=True)
    return None


def _is_unknown_people(chunk: Chunk) -> bool:
    """A counted plural that is no known thing is taken for people: "six Germans"."""
    if (
        chunk.quantity is None
        or chunk.quantity.high == 0
        or chunk.tag not in {"NNS", "NNP", "NNPS"}
    ):
        return False
    several = is_plural(chunk.head) or chunk.tag == "NNP"
    return several and chunk.head not in people_words().not_people


def _is_calling(chunk: Chunk) -> bool:
    """A trade no list knows, told by its ending: "a vaccinator", "the pharmacist"."""
    if not chunk.opener or chunk.tag not in {"NN", "JJR"} or chunk.quantity is not None:
        return False
    unknown = chunk.head not in people_words().not_people
    return unknown and chunk.head.endswith(_TRADES) and chunk.head not in _NO_TRADES


def _leads(sentence: Sentence, chunk: Chunk) -> bool:
    """ "The head of a clinic" is a person; any other head is a part of one."""
    after = sentence.tokens[chunk.stop].lower if chunk.stop < len(sentence.tokens) else ""
    return chunk.head == "head" and after == "of" and bool(chunk.opener)


def _pronoun(chunk: Chunk) -> Folk | None:
    known = chunk.head in _SINGULAR_PRONOUNS or chunk.head in _PLURAL_PRONOUNS
    return Folk(Group.PEOPLE, chunk.first, chunk.stop) if known else None


def _people_noun(sentence: Sentence, chunk: Chunk, first: int) -> Folk | None:
    table = people_words()
    for index in range(chunk.stop - 1, first - 1, -1):
        word = sentence.tokens[index].lower
        stem = word.rsplit("-", 1)[-1] if "-" in word else word
        if word in table.groups or stem in table.groups or word in _FORCES:
            group = table.groups.get(word) or table.groups.get(stem) or "security_force"
            if index and f"{sentence.tokens[index - 1].lower} {word}" in _OFFICES:
                group = "official"
            named = Group(_in_context(sentence, chunk, index, stem, group))
            if named is Group.PEOPLE and _is_suspected(sentence, chunk):
                named = Group.ATTACKER
            return Folk(named, first, chunk.stop)
        if word.endswith("-old"):  # "the 9-year-old", "9-year-old Ana"
            minor = is_minor(sentence.text(chunk.first, index + 1))
            called = not minor and index < chunk.stop - 1  # "the 40-year-old Ana Ibarra"
            return Folk(Group.CHILD if minor else Group.PEOPLE, first, chunk.stop, is_name=called)
        if word in table.not_people or not _may_follow_title(sentence, chunk, index):
            return None
    return None


def _is_suspected(sentence: Sentence, chunk: Chunk) -> bool:
    """ "Ten people suspected of the bombing", "a man accused of four murders"."""
    after = [token.lower for token in sentence.tokens[chunk.stop : chunk.stop + 2]]
    return after in (["suspected", "of"], ["accused", "of"])


def _may_follow_title(sentence: Sentence, chunk: Chunk, index: int) -> bool:
    """Whether a word may be a name after "banker": in capitals a surname can be any word."""
    if sentence.tags[index].startswith("NNP"):
        return True
    return not sentence.has_case and "NNP" in sentence.tags[chunk.first : index]


def is_minor(words: str) -> bool | None:
    """Whether an age in some words is a child's; None where they tell no age.

    Example:
        >>> is_minor("a 9-year-old"), is_minor("Five-year-old"), is_minor("a 21 year old man")
        (True, True, False)
    """
    told = _AGE.search(words)
    if told is None:
        return None
    years = told["years"].lower()
    if not told["unit"].lower().startswith("y"):
        return True  # "an 8-month-old"
    return int(years) < GROWN_UP if years.isdigit() else years in _YOUNG


def _in_context(sentence: Sentence, chunk: Chunk, index: int, head: str, group: str) -> str:
    tokens = sentence.tokens
    before = [t.lower for t in tokens[chunk.first : index]]
    if group in _AGELESS:
        minor = is_minor(sentence.text(chunk.first, index + 1))
        if minor or (minor is None and not _TEENAGE.isdisjoint(before)):
            return "child"
        if minor is False and group == "child":
            return "people"
        if group == "people" and "female" in before:
            return "woman"
    if head == "deputy" and not sentence.passage.text.isupper():
        return "security_force"
    if head in {"others", "member", "members"} or head in _OPEN_HEADS or head in _FORCES:
        near = before + [t.lower for t in tokens[chunk.stop : chunk.stop + 7]] * (
            index == chunk.stop - 1
            and chunk.stop < len(tokens)
            and tokens[chunk.stop].lower in (_ON_WHOM if head in _HARMED else _OF_WHOM)
        )
        for word in near:
            stem = word.rsplit("-", 1)[0] if word.endswith(("-led", "-linked")) else word
            if stem in people_words().modifiers:
                return people_words().modifiers[stem]
    return group


def _is_name(sentence: Sentence, chunk: Chunk, first: int) -> bool:
    """Whether the phrase is somebody's name: capitalised words, none of them a thing's."""
    tokens = sentence.tokens[first : chunk.stop]
    if not tokens or chunk.quantity is not None:
        return False
    if not sentence.tags[chunk.stop - 1].startswith("NNP") or not tokens[-1].text[0].isalpha():
        return False
    return not any(t.lower in people_words().not_people for t in tokens)


def figure(sentence: Sentence, chunk: Chunk, whom: Folk) -> Figure:
    """Read how many people a noun phrase means, from its figure or from its grammar."""
    quantity = chunk.quantity
    if quantity is not None:
        return Figure(
            _token_at(sentence, quantity.start),
            chunk.quantity_stop,
            quantity.low,
            quantity.high,
            quantity.form,
            quantity.stated,
            quantity.term,
            quantity.is_additional,
        )
    if chunk.opener in _ONE:
        return Figure(chunk.first, chunk.first + 1, 1, 1, Form.ONE, 1)
    known = chunk.head in people_words().groups or not chunk.tag.startswith("NNP")
    plural = is_plural(chunk.head) and not whom.is_name and known
    if chunk.head in _PLURAL_PRONOUNS or plural:
        low = 1 if chunk.head == "casualties" else 2
        return Figure(chunk.first, chunk.stop, low, None, Form.VAGUE, None, "plural")
    return Figure(chunk.first, chunk.stop, 1, 1, Form.ONE, 1)


def whole_figure(sentence: Sentence, chunk: Chunk) -> Figure | None:
    """Read the whole in "one of the four victims"; None where no whole is counted."""
    whole = chunk.whole
    if whole is None or whole.not_people is not None:
        return None
    first = _token_at(sentence, whole.start)
    stop = first
    while (
        stop < len(sentence.tokens)
        and sentence.tokens[stop].start < whole.end + sentence.passage.start
    ):
        stop += 1
    return Figure(first, stop, whole.low, whole.high, whole.form, whole.stated, whole.term)


def _token_at(sentence: Sentence, start: int) -> int:
    start += sentence.passage.start
    index = 0
    while sentence.tokens[index].end <= start:
        index += 1
    return index
