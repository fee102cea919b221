"""Tokens -> parts of speech, by a word list and the company a word keeps.

A small descendant of Brill's rule-based tagger: the most frequent tag of each word, then a
few rules that look at the neighbours. What no word list knows and no ending gives away is
taken for a name. Tags are those of the Penn Treebank.
"""

import re
from functools import lru_cache
from importlib.resources import files

from tollbook.extracting.lexicon import harm_words, people_words
from tollbook.extracting.parsing.tokens import Token

# Given names that look like past forms or plurals; upper-case text gives no sign of it.
_GIVEN_NAMES = frozenset(
    "mohammed mohamed muhammed muhamed ahmed hamed hameed hammed saeed sayed syed waleed khaled "
    "majed rashed rasheed naveed javed jamshed zayed fahed alfred mildred winifred jared manfred "
    "fred siegfried wei".split()
)
_NUMBER = re.compile(r"\d")
_ENDINGS = (
    ("ly", "RB"),
    ("ing", "VBG"),
    ("ed", "VBN"),
    ("tion", "NN"),
    ("ness", "NN"),
    ("ment", "NN"),
    ("ous", "JJ"),
    ("ful", "JJ"),
    ("able", "JJ"),
    ("ible", "JJ"),
)
_AUXILIARIES = frozenset(
    "was were is are be been being am has have had having do does did will would may might can "
    "could should shall must wasn't weren't isn't aren't hasn't haven't hadn't".split()
)
_BE = frozenset("was were is are be been being am get got gets".split())
_HAVE = frozenset("has have had having hasn't haven't hadn't".split())
# What the list takes for nouns.
_CORRECTED = {"briefly": "RB", "dies": "VBZ", "striking": "VBG", "teen": "NN"}
# Nouns that no list knows and that look like adjectives: "a 9-year-old", "an eighth-grader".
_AGED = ("-old", "-grader")
# "Were all killed": between the two parts of a verb these count nobody anew.
_FLOATING = frozenset({"all", "both", "each"})
# Names that are small words elsewhere, told apart by their capitals.
_CAPITALS = frozenset({"US", "IS"})
# "A blast wounds four": nouns elsewhere, verbs between a noun and a figure.
_HARMS_NOW = frozenset("wounds kills injures hurts leaves".split())
# Past forms that look like nouns or bases.
_GOVERNING_TO = frozenset("according due addition prior owing thanks injury subject".split())
_SAYING = frozenset(
    "says said told announced reported confirmed reports claims claim notes states adds lists "
    "counts estimates".split()
)
_AGENTS = frozenset("monitor guard patrol attack raid strike convoy escort pilot".split())
_PAST = frozenset("shot hurt cost hit put set struck left beat slew".split())
_NO_NOUNS = frozenset({"", ".", ",", ";", "CC", "IN", "TO", "RB", "DT", "WRB", "MD"})
_DO = frozenset({"do", "does", "did"})
_PAST_TAGS = frozenset({"VBD", "VBN"})
_SUBJECTS = frozenset({"PRP", "WP"})
_DETERMINERS = frozenset({"DT", "PRP$", "CD", "POS"})
_NOMINALISERS = frozenset({"DT", "PRP$", "POS"})
_NOMINAL = frozenset({"NN", "NNS", "NNP", "PRP"})
_FINITE = frozenset({"VBD", "VBN", "VBZ", "VBP", "MD"})
_VERB_FOLLOWS = frozenset({"TO", "MD"})
# The company of a word never changes another tag, but for the few words that are watched.
_DOUBTFUL = frozenset({"VB", "VBP", "VBZ", "VBD", "VBN", "VBG"})


@lru_cache(maxsize=1)
def word_tags() -> dict[str, str]:
    """Load the shipped word list: lower-case word -> its most frequent tag."""
    table: dict[str, str] = {}
    text = files("tollbook.data").joinpath("word_tags.en.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if not line.startswith("#"):
            tag, *words = line.split(" ")
            table.update(dict.fromkeys(words, tag))
    return table | _CORRECTED


def known_tag(word: str) -> str | None:
    """Give the most frequent tag of a lower-case word; None where no list knows it."""
    return word_tags().get(word)


def tag(tokens: list[Token], *, has_case: bool) -> list[str]:
    """Give every token its part of speech.

    Args:
        tokens: one sentence.
        has_case: false for upper-case wire text and Title Case headlines, where a capital
            says nothing.
    """
    tags = [_first_guess(token.text, token.lower, has_case, False) for token in tokens]
    if tokens:
        tags[0] = _first_guess(tokens[0].text, tokens[0].lower, has_case, True)
    watched, before = _watched(), ""
    for index, token in enumerate(tokens):
        now = tags[index]
        is_open = now in _DOUBTFUL or (now == "NN" and before in _VERB_FOLLOWS)
        if now == "NNS" and before == "WP" and token.lower.endswith("s"):  # "who lives in"
            tags[index] = now = "VBZ"
        elif is_open or token.lower in watched:
            tags[index] = now = _in_company(tokens, tags, index)
        before = now
    return tags


@lru_cache(maxsize=1)
def _watched() -> frozenset[str]:
    """Every word that `_in_company` asks for by name: looked at again whatever its tag."""
    harming = {verb for verb in harm_words().verbs if verb.endswith("ing")}
    return (
        _SAYING
        | _PAST
        | _HARMS_NOW
        | _FLOATING
        | {"us", "may", "either", "death", "to", "that", "dead", "military", "her", "cause"}
        | harming
    )


# The words of a language come back: most tokens are looked up here, not read again.
@lru_cache(maxsize=1 << 14)
def _first_guess(text: str, word: str, has_case: bool, opens: bool) -> str:
    if not word[0].isalnum():
        return "POS" if word in {"'s", "'"} else word
    if _NUMBER.match(word):
        return "JJ" if "-" in word else "CD"
    if word.startswith(("al-", "el-", "ad-", "ash-", "ar-", "az-", "an-")):
        return "NNP"
    known = word_tags().get(word)
    if word.endswith("n't") and word != "n't":  # the list takes "wasn't" for a noun
        return "MD" if known == "MD" else "VBD"
    if has_case and text in _CAPITALS:
        return "NNP"
    if has_case and text[0].isupper() and not opens:
        closed = known in {"DT", "IN", "PRP", "CC", "MD", "TO", "PRP$", "CD"}
        return known if known is not None and closed else "NNP"
    if word in _GIVEN_NAMES and text[0].isupper():
        return "NNP"
    if known is not None:
        return known
    return _by_ending(text, word, has_case=has_case)


def _by_ending(text: str, word: str, *, has_case: bool) -> str:
    if has_case and text[0].isupper():
        return "NNP"
    if "-" in word:
        return "NN" if word.endswith("-grader") else "JJ"
    for ending, found in _ENDINGS:
        if len(word) > len(ending) + 3 and word.endswith(ending):
            return found
    if not has_case:
        return "NNP"
    return "NNS" if word.endswith("s") and not word.endswith("ss") else "NN"


def _in_company(tokens: list[Token], tags: list[str], index: int) -> str:
    """Tag a word by its neighbours; a word asked for by name has to stand in `_watched`."""
    now = tags[index]
    before = tags[index - 1] if index else ""
    word_before = tokens[index - 1].lower if index else ""
    word = tokens[index].lower
    if tokens[index].text == "US":
        return "NNP"
    if word == "may":
        return _may(tags, index, before)
    if word == "either" or (word == "death" and before == "TO"):
        return "NN" if word == "death" else "RB"
    if word in _FLOATING and word_before in _BE and _next_tag(tags, index) in {"VBN", "VBD"}:
        return "RB"
    if word == "her" and _next_tag(tags, index) in _NO_NOUNS:  # "killing her and …"
        return "PRP"
    if word == "cause" and index >= 2 and tokens[index - 2].lower in _DO:  # "did not cause"
        return "VB"
    if word == "to" and word_before in _GOVERNING_TO:
        return "IN"
    if word == "military" and _next_tag(tags, index) in _FINITE:  # "the military blamed"
        return "NN"
    if word == "dead" and word_before in harm_words().striking:
        return "RB"
    if word in _SAYING and before not in {"DT", "PRP$"}:
        return _saying(tokens, tags, index, before)
    if word in _PAST and (word_before in _BE or word_before in _HAVE or before in {"RB", "CD"}):
        return "VBN"
    if word in _PAST and word_before == "found":
        return "VBN"
    if word in _HARMS_NOW and before in {"NN", "NNP", ",", "CC"} and _next_tag(tags, index) == "CD":
        return "VBZ"
    noun = before in {"NN", "NNS", "NNP"} or word_before == "another" or word_before.endswith(_AGED)
    if word in _PAST and now in {"NN", "VB", "VBP", "JJ"} and (noun or before in _SUBJECTS):
        return "VBD"
    joined = before == "CC" and index >= 2 and tags[index - 2] in _PAST_TAGS
    if word in _PAST and now == "NN" and joined:
        return tags[index - 2]  # "fell and shot himself", "were beaten and shot"
    if word == "that" and before in {"NN", "NNS", "NNP", "VBD", "VBZ", "VBN"}:
        return "IN"
    if word.endswith("ing") and word in harm_words().verbs and before not in _NOMINALISERS:
        return "NN" if _next_word(tokens, index) == "of" else "VBG"
    aged = word_before.endswith(_AGED)
    if word == "suspect" and (aged or _next_tag(tags, index) in {"VBN", "VBD", "MD"}):
        return "NN"
    if now in {"NN", "VBP", "VB", "NNS", "VBZ"}:
        return _noun_or_verb(tokens, index, now, before)
    if now in {"VBD", "VBN"} and word in _AUXILIARIES:
        return now
    if now in {"VBD", "VBN"}:
        following = _next_tag(tags, index)
        if before in _DETERMINERS and following in {"NN", "NNS", "JJ"}:
            return "JJ"
        if before in {"DT", "PRP$"} and following == "NNP":
            return "JJ"
        if word_before in _BE or word_before in _HAVE:
            return "VBN"
        return "VBD" if before in _NOMINAL else now
    harming = before == "JJ" and _next_tag(tags, index) in {"CD", "DT", "IN", "PRP$", "PRP", "JJS"}
    if now == "VBG" and before in {"DT", "PRP$", "JJ", "POS"} and not harming:
        return "NN" if _next_tag(tags, index) not in {"NN", "NNS", "NNP"} else "JJ"
    return now


def _may(tags: list[str], index: int, before: str) -> str:
    """ "5 May", "in May 2014": a month beside a figure, else a modal verb."""
    dated = before == "CD" or _next_tag(tags, index) == "CD"
    return "NNP" if dated or before == "IN" else "MD"


def _saying(tokens: list[Token], tags: list[str], index: int, before: str) -> str:
    """Keep a verb of saying a verb after "military", before "that" and before a figure."""
    word, now = tokens[index].lower, tags[index]
    if word == "claim":
        subject = before if before != "RB" or index < 2 else tags[index - 2]  # "lawyers also claim"
        opens = _next_tag(tags, index) == "TO" or _next_word(tokens, index) == "that"
        return "VBP" if subject in {"NNS", "NNP"} and opens else now
    if not word.endswith("s"):
        return "VBN" if before.startswith("VB") else "VBD"
    following = tokens[index + 1].lower if index + 1 < len(tokens) else "."
    if word == "states" and index and tokens[index - 1].lower == "united":
        return now
    if word == "claims" and following == "to" and before in {"NN", "NNP"}:
        return "VBZ"
    if word in {"says", "adds"} or following == "that":
        return "VBZ"
    if before in {"NN", "NNP"} and following in {"it", "its", "he", "she", "they"}:
        return "VBZ"
    if before == "PRP" or (before in {"NN", "NNP"} and _next_tag(tags, index) == "CD"):
        return "VBZ"
    if before == "NN" and word == "claims" and following == ".":
        return "VBZ"
    return "VBZ" if before == "NNP" and following in {".", ","} else now


def _noun_or_verb(tokens: list[Token], index: int, now: str, before: str) -> str:
    word = tokens[index].lower
    word_before = tokens[index - 1].lower if index else ""
    if word in _AUXILIARIES:
        return now
    if before in {"TO", "MD"} and now in {"NN", "VBP", "NNS"} and word_tags().get(word) != "NNS":
        return "VB" if now != "NNS" else now
    if word_before.endswith(_AGED) and now in {"VBZ", "VBP"}:
        return now
    if before in {"DT", "PRP$", "POS", "JJ"} and now in {"VB", "VBP", "VBZ"}:
        return "NNS" if now == "VBZ" else "NN"
    if before == "IN" and now in {"VB", "VBP"}:
        return "NN"
    if before == "CD" and now == "VBZ":
        return "NNS"
    if before == "CD" and now in {"VB", "VBP"} and word in people_words().groups:
        return "NN"  # "one suspect was held"
    if word_before in _AUXILIARIES and now == "VBP":
        return "VB"
    if now == "VB" and before in {"NN", "JJ", "VBN", "NNP", "NNS"} and word in _AGENTS:
        return "NN"
    return now


def _next_word(tokens: list[Token], index: int) -> str:
    return tokens[index + 1].lower if index + 1 < len(tokens) else ""


def _next_tag(tags: list[str], index: int) -> str:
    return tags[index + 1] if index + 1 < len(tags) else ""
