"""What the shipped lexicon holds: every row well formed, nobody judged."""

import re
from importlib.resources import files

from tollbook.identifying.lexicon import FILES, lexicon

SECTORS = frozenset(
    "COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP PRE "
    "REL SOC IGO".split()
)


def test_every_actor_has_codes_of_the_field() -> None:
    for identity, entry in lexicon().by_id.items():
        actor = entry.actor
        assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", identity)
        assert actor.name
        assert actor.sector in SECTORS
        assert 1 <= actor.inter <= 8
        assert actor.parent is None or actor.parent in lexicon().by_id or actor.inter == 1


def test_years_run_forwards() -> None:
    for entry in lexicon().by_id.values():
        first, last = entry.actor.first_year, entry.actor.last_year
        assert first is None or last is None or first <= last


def test_nobody_is_named_by_a_judgement() -> None:
    """What bodies call themselves stays ("Counter Terrorism Service"); labels do not."""
    label = re.compile(r"\bterrorist(?:s| group| organi[sz]ation)?$", re.IGNORECASE)
    names = [name for entry in lexicon().by_id.values() for name in entry.names]
    assert not [name for name in names if label.search(name)]


def test_every_table_says_whose_it_is() -> None:
    for name, _ in FILES:
        source = files("tollbook") / "data" / "actors" / f"{name}.jsonl"
        head = source.read_text(encoding="utf-8").splitlines()[0]
        assert '"licence"' in head
