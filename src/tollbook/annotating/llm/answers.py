"""What a language model answers, and the strict reading of it.

Every key is required and no other is allowed: a misspelt key must not pass for "no source".
"""

import re
from dataclasses import dataclass
from typing import Any, ClassVar, Final

from pydantic import ConfigDict, TypeAdapter, ValidationError

from tollbook.claim import Effect, Group, Harm, ReactionKind, Stance, Status

_STRICT: Final = ConfigDict(strict=True, extra="forbid")
_FENCED: Final = re.compile(r"```(?:json)?\s*(\{.*\})\s*```", re.S)
# Models that think aloud do so before they answer.
_THOUGHT: Final = re.compile(r"^\s*<think>.*?</think>", re.S)
# So many mistakes are told; a model that makes more is not helped by the rest.
_MISTAKES: Final = 5


class MalformedAnswer(Exception):
    """An answer that is not what was asked for; the message tells the model what was wrong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureAnswer:
    """A figure of people harmed. All `words` are verbatim, `sentence` is its number."""

    __pydantic_config__: ClassVar[ConfigDict] = _STRICT

    sentence: int
    words: str
    within: str | None
    harm: Harm
    group: Group
    part_of: bool
    background: bool
    stance: Stance
    source_words: str | None
    cue_words: str | None
    relay_words: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponsibilityAnswer:
    """Who did it, and how it is laid at their door."""

    __pydantic_config__: ClassVar[ConfigDict] = _STRICT

    sentence: int
    words: str
    within: str | None
    status: Status


@dataclass(frozen=True, slots=True, kw_only=True)
class DamageAnswer:
    """A thing that came to harm."""

    __pydantic_config__: ClassVar[ConfigDict] = _STRICT

    sentence: int
    words: str
    within: str | None
    effect: Effect


@dataclass(frozen=True, slots=True, kw_only=True)
class ReactionAnswer:
    """Who reacts to an incident, and how."""

    __pydantic_config__: ClassVar[ConfigDict] = _STRICT

    sentence: int
    words: str
    within: str | None
    reaction: ReactionKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Everything that a model marks in one portion of a report."""

    __pydantic_config__: ClassVar[ConfigDict] = _STRICT

    figures: list[FigureAnswer]
    responsibility: list[ResponsibilityAnswer]
    damage: list[DamageAnswer]
    reactions: list[ReactionAnswer]


_ANSWER: Final = TypeAdapter(Answer)


def schema() -> dict[str, Any]:
    """Give the JSON Schema of an answer, as structured output wants it."""
    described: dict[str, Any] = _plain(_ANSWER.json_schema())
    return described


def _plain(schema: Any) -> Any:
    """Leave out what only explains: titles, and docstrings that speak to programmers."""
    if isinstance(schema, list):
        return [_plain(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    is_schema = not isinstance(schema.get("title"), dict)
    left_out = {"title", "description"} if is_schema else set()
    return {key: _plain(part) for key, part in schema.items() if key not in left_out}


def read_answer(text: str) -> Answer:
    """Read what a model wrote: one JSON object, alone or in a code fence.

    Raises:
        MalformedAnswer: it holds no such object, or the object is not as the schema says.
    """
    text = _THOUGHT.sub("", text)
    fenced = _FENCED.search(text)
    try:
        return _ANSWER.validate_json(fenced[1] if fenced else text.strip())
    except ValidationError as error:
        raise MalformedAnswer(_mistakes(error)) from None


def _mistakes(error: ValidationError) -> str:
    told = [
        f"{'.'.join(map(str, mistake['loc'])) or 'the answer'}: {mistake['msg']}"
        for mistake in error.errors(include_url=False, include_input=False)
    ]
    rest = f"; and {len(told) - _MISTAKES} more" if len(told) > _MISTAKES else ""
    return "; ".join(told[:_MISTAKES]) + rest
