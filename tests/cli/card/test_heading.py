from dataclasses import replace

from tollbook.claim import Group
from tollbook.cli.card.heading import tolls_in_lines
from tollbook.cli.card.ink import plain
from tollbook.toll import Toll


def test_a_group_told_of_alone_stands_under_its_harm(killed: Toll) -> None:
    fighters = replace(killed, group=Group.ARMED_GROUP)
    assert [plain(line) for line in tolls_in_lines([fighters])] == [
        "  killed",
        "    armed-group fighters      18  (15–25)         said 1–200+, 2 voices",
    ]
