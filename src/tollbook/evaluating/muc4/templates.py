"""Templates as the answer keys and the systems of 1992 wrote them, and how their files are read."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from tollbook.evaluating.muc4.slots import BY_NUMBER, Slot


@dataclass(frozen=True, slots=True, kw_only=True)
class Filler:
    """One filler of a slot; `options` are the ways to write it, any of which is right.

    `referents` are the ways to write the filler it points to. An optional filler may be
    left out without loss.
    """

    options: tuple[str, ...]
    referents: tuple[str, ...] = ()
    is_optional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """One incident as a template: fillers by the number of their slot.

    `message` is the text's name. Slots `inapplicable` to the incident ("*") are not scored.
    """

    message: str
    number: int
    fillers: Mapping[int, tuple[Filler, ...]]
    inapplicable: frozenset[int] = field(default_factory=frozenset)
    is_optional: bool = False

    def of(self, slot: Slot) -> tuple[Filler, ...]:
        """Give the fillers of a slot, none where it is empty."""
        return self.fillers.get(slot.number, ())


_HEADINGS: Final = (
    "ID|TEMPLATE|DATE|LOCATION|TYPE|STAGE OF EXECUTION|INSTRUMENT ID|INSTRUMENT TYPE"
    "|INCIDENT CATEGORY|INDIVIDUAL ID|ORGANIZATION ID|ORGANIZATION CONFIDENCE|NUMBER"
    "|FOREIGN NATION|EFFECT OF INCIDENT|TOTAL NUMBER|NAME|DESCRIPTION"
)
_LINE: Final = re.compile(rf"\s*(\d{{1,2}})\.\s+[A-Z ]+:\s*(?:{_HEADINGS})(?![A-Z])(.*)$")
_MESSAGE = re.compile(r"[A-Z0-9]+-MUC\d-\d{4}")
_QUOTED: Final = re.compile(r'"(?:\\.|[^"\\])*"')
_EMPTY: Final = frozenset({"", "-", "*", "* * *"})


def read_templates(text: str) -> dict[str, tuple[Template, ...]]:
    """Read a file of templates: those of each message, none where it tells of no incident.

    Args:
        text: an answer key or a system's response, as NIST and NRaD wrote them.
    """
    by_message: dict[str, tuple[Template, ...]] = {}
    for message, lines in _blocks(text):
        found = by_message.setdefault(message, ())
        template = _template(message, lines)
        if template is not None:
            by_message[message] = (*found, template)
    return by_message


def _blocks(text: str) -> Iterator[tuple[str, dict[int, list[str]]]]:
    message, lines, slot = "", dict[int, list[str]](), 0
    for line in text.splitlines():
        headed = _LINE.match(line)
        if headed is None:
            # A filler of its own line belongs to the slot above it; ";" opens a comment.
            if line.strip() and not line.startswith(";") and slot:
                lines.setdefault(slot, []).append(line.strip())
            continue
        slot = int(headed[1])
        if slot == 0:
            if message:
                yield message, lines
            named = _MESSAGE.search(line)
            message, lines = (named[0] if named else ""), {}
        lines[slot] = [headed[2].strip()]
    if message:
        yield message, lines


def _template(message: str, lines: Mapping[int, list[str]]) -> Template | None:
    heading = " ".join(lines.get(1, []))
    number = re.search(r"\d+", heading)
    if number is None:
        return None
    fillers: dict[int, tuple[Filler, ...]] = {}
    for slot_number, slot in BY_NUMBER.items():
        found = tuple(_fillers(slot, lines.get(slot_number, [])))
        if found:
            fillers[slot_number] = found
    starred = [n for n, found in lines.items() if n > 1 and found and found[0].startswith("*")]
    return Template(
        message=message,
        number=int(number[0]),
        fillers=fillers,
        inapplicable=frozenset(n for n in starred if n not in fillers),
        is_optional="OPTIONAL" in heading,
    )


def _fillers(slot: Slot, lines: list[str]) -> Iterator[Filler]:
    for line in lines:
        is_optional = line.startswith("?")
        words = line.removeprefix("?").strip()
        if words in _EMPTY or words.startswith("*"):
            continue
        value, referent = _split_referent(words) if slot.refers_to else (words, "")
        options = _options(value)
        referents = tuple(option for option in _options(referent) if option)
        # "-: "HIGHWAY"" says that nothing is known of the highway; the official program
        # counts it as an answer, and asks it of nobody.
        is_empty = all(option in _EMPTY for option in options)
        if not is_empty or referents:
            is_optional = is_optional or is_empty
            yield Filler(options=options, referents=referents, is_optional=is_optional)


def _split_referent(words: str) -> tuple[str, str]:
    colons = _outside_quotes(words, ":")
    if not colons:
        return words, ""
    return words[: colons[-1]].strip(), words[colons[-1] + 1 :].strip()


def _options(words: str) -> tuple[str, ...]:
    starts = [-1, *_outside_quotes(words, "/"), len(words)]
    cut = [words[a + 1 : b].strip() for a, b in pairwise(starts)]
    return tuple(_bare(option) for option in cut)


def _outside_quotes(words: str, sign: str) -> list[int]:
    quoted = [(m.start(), m.end()) for m in _QUOTED.finditer(words)]
    at = [index for index, letter in enumerate(words) if letter == sign]
    return [i for i in at if not any(start <= i < end for start, end in quoted)]


def _bare(option: str) -> str:
    if option.startswith('"'):
        # The outer quotes go, then those that were part of the words: `"\"RED\" GUARD"`.
        return option[1:].removesuffix('"').replace('\\"', "").replace('"', "").strip()
    # A choice among options may be bracketed: "(POSSIBLE / ACQUITTED)"; so may a date.
    # A place ends in its kind, "LIMA (CITY)", whose bracket belongs to it.
    bare = option.removeprefix("(")
    if bare != option or bare.count(")") > bare.count("("):
        bare = bare.removesuffix(")") if bare.count(")") > bare.count("(") else bare
    return re.sub(r"\s+", " ", bare).strip()
