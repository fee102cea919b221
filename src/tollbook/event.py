"""What coders would call an incident: types of ACLED, UCDP and PLOVER, each with its words."""

from dataclasses import dataclass

from tollbook.document import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """One code of one scheme, the words that decided, and the rule.

    `value` is None where the words do not say: "undetermined" is an answer, a guess is not.
    """

    value: str | None
    words: tuple[Words, ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventCodes:
    """One incident in the codes of the field.

    `acled_type` and `acled_sub_type` are ACLED's names; `ucdp_violence` is "1" state-based,
    "2" non-state or "3" one-sided; `ucdp_dyad` is "Side A - Side B"; `plover_event` and
    `plover_mode` are PLOVER's; `weapon` is a kind of weapon; `protected` is what the law of
    war protects: "health", "school", "aid" or "heritage".
    """

    acled_type: Code
    acled_sub_type: Code
    ucdp_violence: Code
    ucdp_dyad: Code
    plover_event: Code
    plover_mode: Code
    weapon: Code
    protected: Code
