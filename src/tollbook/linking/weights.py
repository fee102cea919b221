"""The table of weights: what each answer to each question adds to the log-odds."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from tollbook.document import content_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """Log-odds by answer, once for reports of war and once for those of crime.

    `sure` is the log-odds above which two accounts are held to tell of one incident, `unsure` those
    down to which nobody can say. `version` follows from the content.
    """

    in_war: Mapping[str, float]
    in_crime: Mapping[str, float]
    prior_in_war: float
    prior_in_crime: float
    sure: float
    unsure: float
    version: str


@cache
def weights() -> Weights:
    """Read `data/linking.toml`, written by `python -m training.linking`."""
    text = (files("tollbook") / "data" / "linking.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)
    questions = table["questions"].values()
    rows = {answer: row for answers in questions for answer, row in answers.items()}
    return Weights(
        in_war={answer: row["war"] for answer, row in rows.items()},
        in_crime={answer: row["crime"] for answer, row in rows.items()},
        prior_in_war=table["prior"]["war"],
        prior_in_crime=table["prior"]["crime"],
        sure=table["judgement"]["sure"],
        unsure=table["judgement"]["unsure"],
        version=content_id("weights", text),
    )
