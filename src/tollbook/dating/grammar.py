"""The phrases of a language as one tree, and the longest of them that stands at a place."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from tollbook.dating.lexing import Words
from tollbook.dating.vocabulary import Vocabulary, vocabulary

Parts = tuple[tuple[str, Any], ...]
"""The classes of a phrase, in its order, each with what its words say."""


_DIGITS = frozenset("0123456789'’")
_DIGIT = "0"
_OF_DIGITS = "AMOUNT DAYNUM DAYTH YEAR OF_YEAR SHORT_YEAR DECADE ISO_DATE CLOCK".split()


@dataclass(slots=True)
class _Node:
    children: "dict[str, _Node]" = field(default_factory=dict)
    row: int | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """A phrase that stands in a text: up to which word, its row in the table, its parts."""

    end: int
    row: Mapping[str, Any]
    parts: Parts

    @property
    def last(self) -> int:
        """Up to which word it is about time: some are known by what stands behind them."""
        beyond: int = self.row.get("beyond", 0)
        return self.end - beyond

    @property
    def lead(self) -> int:
        """How many words before it only tell what it is."""
        lead: int = self.row.get("lead", 0)
        return lead


@dataclass(frozen=True, slots=True)
class Grammar:
    """The phrases of a language, all of them and those of each group."""

    known: Vocabulary
    trees: Mapping[str, _Node]
    groups: tuple[str, ...]
    followers: Mapping[str, frozenset[str] | None]

    def openings(self, words: Words) -> Iterator[int]:
        """Give the places where a phrase may open."""
        followers, lower, last = self.followers, words.lower, len(words.lower) - 1
        for at, word in enumerate(lower):
            if word in followers:
                following = followers[word]
                if following is None:
                    yield at
                elif at < last:
                    after = lower[at + 1]
                    if after in following or (after[0] in _DIGITS and _DIGIT in following):
                        yield at
            elif word[0] in _DIGITS:
                yield at

    def match(self, words: Words, at: int, group: str = "") -> Match | None:
        """Find the longest phrase at a place, of all or of a group."""
        found = self._longest(words, self.trees[group], at, ())
        if found is None:
            return None
        end, row, parts = found
        return Match(end, self.known.phrases[row], parts)

    def _longest(
        self, words: Words, node: _Node, at: int, parts: Parts
    ) -> tuple[int, int, Parts] | None:
        best = None if node.row is None else (at, node.row, parts)
        children = node.children
        if not children:
            return best
        for symbol, end, says in words.readings(at):
            child = children.get(symbol)
            if child is not None:
                more = parts if says is None else (*parts, (symbol, says))
                best = _better(self._longest(words, child, end, more), best)
        for group in self.groups:
            child = children.get(group)
            inner = None if child is None else self.match(words, at, group)
            if child is not None and inner is not None:
                more = (*parts, (group, inner))
                best = _better(self._longest(words, child, inner.end, more), best)
        return best


_Found = tuple[int, int, Parts] | None


def _better(found: _Found, best: _Found) -> _Found:
    """Choose the longer; of one length the first in the table, then that of fewer parts."""
    if found is None or best is None:
        return best if found is None else found
    is_better = (-found[0], found[1], len(found[2])) < (-best[0], best[1], len(best[2]))
    return found if is_better else best


@cache
def grammar(language: str) -> Grammar:
    """Build the tree of all phrases of a language."""
    known = vocabulary(language)
    trees: dict[str, _Node] = {"": _Node()}
    for number, row in enumerate(known.phrases):
        for group in {"", row.get("group", "")}:
            root = trees.setdefault(group, _Node())
            for written in row["say"]:
                _plant(root, list(_slots(written, known)), number)
    groups = tuple(group for group in trees if group)
    return Grammar(known, trees, groups, _followers(trees, known))


def _slots(written: str, known: Vocabulary) -> Iterator[tuple[list[str], bool]]:
    """Read a phrase of the table: what may stand in each slot, and whether it may stay empty."""
    for slot in written.split():
        words = slot.removesuffix("?")
        words = known.sets[words[1:]] if words.startswith("$") else words
        yield words.split("|"), slot.endswith("?")


def _plant(root: _Node, slots: list[tuple[list[str], bool]], row: int) -> None:
    ends = [root]
    for symbols, is_optional in slots:
        further = [node.children.setdefault(symbol, _Node()) for node in ends for symbol in symbols]
        ends = further + ends if is_optional else further
    for node in ends:
        if node is not root and node.row is None:
            node.row = row


def _followers(trees: Mapping[str, _Node], known: Vocabulary) -> dict[str, frozenset[str] | None]:
    """For each word a phrase may open with, the words it may go on with; None for any.

    Of all words of a report few open a phrase, and of "the" and "a" few go on with one. Digits
    stand for each other.
    """
    symbols_of: dict[str, set[str]] = {_DIGIT: set(_OF_DIGITS)}
    for word, classes in known.classes.items():
        symbols_of[word] = {word, *(kind for kind, _ in classes)}
    for word in (*known.numbers, *known.multipliers):
        symbols_of.setdefault(word, {word}).update({"AMOUNT", "YEAR"})
    for words in known.holidays:
        symbols_of.setdefault(words[0], {words[0]}).add("HOLIDAY")
    for root in trees.values():
        for node in _nodes(root):
            for symbol in node.children:
                if not symbol[0].isupper():
                    symbols_of.setdefault(symbol, {symbol})
    groups = {group: root.children.keys() for group, root in trees.items() if group}
    opens: dict[str, set[str]] = {
        word: symbols | {group for group, openers in groups.items() if symbols & openers}
        for word, symbols in symbols_of.items()
    }
    words_of: dict[str, set[str]] = {}
    for word, symbols in opens.items():
        for symbol in symbols:
            words_of.setdefault(symbol, set()).add(word)
    found: dict[str, frozenset[str] | None] = {}
    for word, symbols in opens.items():
        nodes = [root.children[s] for root in trees.values() for s in symbols if s in root.children]
        if not nodes:
            continue
        if any(node.row is not None for node in nodes) or word in known.short:
            found[word] = None
            continue
        further = {symbol for node in nodes for symbol in node.children}
        following = set().union(*(words_of.get(symbol, set()) for symbol in further))
        if "AMOUNT" in symbols or "HOLIDAY" in symbols:
            following |= {"-", "day", "'", "’", "eve", *known.numbers, *known.multipliers}
        found[word] = frozenset(following)
    return found


def _nodes(root: _Node) -> Iterator[_Node]:
    yield root
    for child in root.children.values():
        yield from _nodes(child)
