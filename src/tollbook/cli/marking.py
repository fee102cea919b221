"""`--annotator` and what goes with it: who marks the reports, and what that took."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Final, Self

import typer

from tollbook.annotating.annotator import NAMES
from tollbook.errors import UnusableEndpoint, UnusableWeights

if TYPE_CHECKING:
    from tollbook.annotating import Annotator
    from tollbook.annotating.llm import LanguageModel

MODEL: Final = "llm"
"""The annotator that only a user who names an address can have."""

CHOICES: Final = "|".join((*NAMES, MODEL))


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Who shall mark, as the command line says it; None where it does not."""

    annotator: str | None = None
    endpoint: str | None = None
    model: str | None = None
    cache: Path | None = None
    timeout: float | None = None
    price_in: float | None = None
    price_out: float | None = None

    @property
    def only_for_a_model(self) -> str | None:
        """Name an option that was given and means something to a language model alone."""
        given = {
            "--endpoint": self.endpoint,
            "--model": self.model,
            "--cache": self.cache,
            "--timeout": self.timeout,
            "--price-in": self.price_in,
            "--price-out": self.price_out,
        }
        return next((option for option, value in given.items() if value is not None), None)


class Marking:
    """Marks reports as wanted, and says at the end what that took.

    Where the annotator cannot be used at all, the run ends with a line that says why.
    """

    def __init__(self, wanted: Wanted, say: Callable[[str], None]) -> None:
        """Find who marks.

        Args:
            wanted: what the command line says.
            say: hears a line for standard error.

        Raises:
            typer.BadParameter: there is no such annotator, or an option is missing.
        """
        self.left_to_rules = 0
        self._wanted = wanted
        self._say = say
        self._model: LanguageModel | None = None
        self.annotator = self._find()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._model is not None:
            self._say(self._summary(self._model))
        if isinstance(error, UnusableEndpoint | UnusableWeights):
            self._say(f"tollbook: {error}")
            raise typer.Exit(2) from error

    def _find(self) -> "Annotator":
        if self._wanted.annotator == MODEL:
            return self._language_model()
        option = self._wanted.only_for_a_model
        if option is not None:
            raise typer.BadParameter(f"goes with --annotator {MODEL}", param_hint=option)
        return _named(self._wanted.annotator)

    def _language_model(self) -> "Annotator":
        from tollbook.annotating.llm import RulesWhereItFails

        wanted = self._wanted
        if not wanted.endpoint:
            raise typer.BadParameter(
                f"--annotator {MODEL} needs an address, such as http://localhost:11434/v1",
                param_hint="--endpoint",
            )
        if not wanted.model:
            raise typer.BadParameter(
                f"--annotator {MODEL} needs the name of a model, as the endpoint knows it",
                param_hint="--model",
            )
        self._model = _asked_at(wanted.endpoint, wanted.model, wanted)
        self._say(f"llm: {self._model.endpoint.address.notice}")
        return RulesWhereItFails(self._model, self._say_failure)

    def _say_failure(self, sentence: str) -> None:
        self.left_to_rules += 1
        self._say(f"tollbook: {sentence}")

    def _summary(self, model: "LanguageModel") -> str:
        from tollbook.annotating.llm.spending import many

        spending = model.endpoint.spending
        said = [str(spending)]
        if self._wanted.price_in is not None or self._wanted.price_out is not None:
            cost = spending.cost(self._wanted.price_in or 0, self._wanted.price_out or 0)
            said.append(f"cost {cost:,.4f}")
        if model.remembered:
            said.append(f"{many(model.remembered, 'answer')} from the cache")
        if model.refused:
            said.append(
                f"{many(model.refused, 'mark')} refused because "
                f"{'its' if model.refused == 1 else 'their'} words do not stand in the text"
            )
        if self.left_to_rules:
            said.append(f"{many(self.left_to_rules, 'report')} read by rules alone")
        return f"llm: {', '.join(said)}"


def _named(name: str | None) -> "Annotator":
    from tollbook.annotating import DEFAULT, annotator
    from tollbook.errors import UnknownAnnotator

    try:
        return annotator(name or DEFAULT)
    except UnknownAnnotator:
        raise typer.BadParameter(
            f"`{name}` is none; there are {CHOICES.replace('|', ', ')}", param_hint="--annotator"
        ) from None
    except UnusableWeights as error:
        raise typer.BadParameter(str(error), param_hint="--annotator") from None


def _asked_at(endpoint: str, model: str, wanted: Wanted) -> "LanguageModel":
    from tollbook.annotating.llm import language_model
    from tollbook.annotating.llm.address import KEY_VARIABLE
    from tollbook.annotating.llm.cache import default_folder
    from tollbook.annotating.llm.endpoint import TIMEOUT

    cache = wanted.cache or default_folder()
    try:
        return language_model(
            endpoint,
            model,
            key=os.environ.get(KEY_VARIABLE),
            cache=cache,
            timeout=TIMEOUT if wanted.timeout is None else wanted.timeout,
        )
    except UnusableEndpoint as error:
        raise typer.BadParameter(str(error), param_hint="--endpoint") from None
    except OSError as error:
        raise typer.BadParameter(f"`{cache}`: {error.strerror}", param_hint="--cache") from None
