from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tollbook.gazetteer.folding import fold
from tollbook.gazetteer.skeletons import BONES, nearby, skeleton

bones = st.text(BONES, max_size=8)


@pytest.mark.parametrize(
    "spellings",
    [
        ["Qusayr", "Kuseir", "al-Qusair", "Qussair", "قصير"],
        ["Deir ez-Zor", "Dayr az-Zawr", "Deir Ezzor"],
        ["Bamako", "باماكو", "Бамако"],
        ["Kharkiv", "Харкив"],
        ["Banankabougou", "Bananka-Bugu"],
    ],
)
def test_transliterations_of_a_name_share_its_bones(spellings: list[str]) -> None:
    assert len({skeleton(fold(name)) for name in spellings}) == 1


def test_a_script_without_letters_we_know_has_no_bones() -> None:
    assert skeleton(fold("東京")) == ""


@given(bones)
def test_of_long_names_each_is_near_the_other(more: str) -> None:
    name = skeleton("bkl" + more)
    assert all(name in nearby(other) for other in nearby(name) if min(len(name), len(other)) > 3)


@given(bones)
def test_no_bone_stands_beside_its_like(one: str) -> None:
    assert all(a != b for other in nearby(skeleton(one)) for a, b in pairwise(other))
