"""What the coding projects of the field make of a quantity phrase, as named tables."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from tollbook.claim import Count, Form
from tollbook.errors import UnusableCount

Figures = tuple[int | None, int | None, int | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What one policy reads from one form or one vague word.

    `low`, `best`, `high` are a number, the name of a figure of the count, or None where
    the policy gives none. `evidence` says how we know: verified, recalled or derived.
    """

    low: int | str | None
    best: int | str | None
    high: int | str | None
    evidence: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """A named table: rules by form, and by vague word where the form is vague."""

    name: str
    title: str
    source: str
    version: str
    forms: Mapping[str, Rule]
    terms: Mapping[str, Rule]

    def rule_for(self, count: Count) -> Rule | None:
        """Find the rule that reads a count: its vague word's own, else its form's."""
        by_form = self.forms.get(count.form)
        if count.form is not Form.VAGUE or count.term is None:
            return by_form
        return self.terms.get(count.term, by_form)


def under(count: Count, policy: str) -> Figures:
    """Read a count as a coding policy would.

    Args:
        count: what the words say.
        policy: one of `policies()`.

    Returns:
        Low, best and high. None is a figure the policy does not give, which is not zero.

    Raises:
        UnusableCount: there is no such policy.

    Example:
        >>> from tollbook.counting import read_count
        >>> under(read_count("dozens"), "ucdp"), under(read_count("dozens"), "acled")
        ((24, 24, 24), (None, 12, None))
    """
    rule = policy_named(policy).rule_for(count)
    if rule is None:
        return None, None, None
    return _figure(rule.low, count), _figure(rule.best, count), _figure(rule.high, count)


def policies() -> tuple[str, ...]:
    """Name the policies there are, in the order of the data file."""
    return tuple(_tables())


def policy_named(name: str) -> Policy:
    """Get a policy with its source, version and rules.

    Raises:
        UnusableCount: there is no such policy.
    """
    if name not in _tables():
        raise UnusableCount(f"no policy is called {name!r}; choose one of {', '.join(policies())}")
    return _tables()[name]


def _figure(figure: int | str | None, count: Count) -> int | None:
    match figure:
        case "low":
            return count.low
        case "high":
            return count.high
        case "stated":
            return count.low if count.stated is None else count.stated
        case int():
            return figure
        case _:
            return None


def _rules(rows: Mapping[str, Mapping[str, Any]]) -> Mapping[str, Rule]:
    return MappingProxyType(
        {
            name: Rule(
                low=row.get("low"),
                best=row.get("best"),
                high=row.get("high"),
                evidence=row["evidence"],
                note=row.get("note", ""),
            )
            for name, row in rows.items()
        }
    )


@cache
def _tables() -> Mapping[str, Policy]:
    source = files("tollbook.data") / "number_policies.toml"
    data = tomllib.loads(source.read_text(encoding="utf-8"))
    version = data.pop("version")
    return MappingProxyType(
        {
            name: Policy(
                name=name,
                title=table["title"],
                source=table["source"],
                version=version,
                forms=_rules(table["forms"]),
                terms=_rules(table.get("terms", {})),
            )
            for name, table in data.items()
        }
    )
