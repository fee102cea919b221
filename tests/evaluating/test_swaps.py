from collections import Counter

import pytest

from tollbook.evaluating.swaps import Swap, ToldDeed, ToldToll, load_swaps, swaps_in

REBELS = """
[rebels]
about = "words for one group"
forms = ["many", "group"]
fills = ["rebels | armed_group", "guards | security_force", "fighters | armed_group"]
templates = [
  ["{Many} killed 12 monks, two {many} said.", "killed 12+ {group} | two {many}", "accused {Many}"],
]
"""

SIDES = """
[sides]
about = "two sides"
forms = ["name"]
may_change = ["source_kind"]
pairs = [["Norland", "the Front"], ["Sudland", "the League"]]
templates = [["{A.name} blamed {b.name}, {A.NAME} said.", "accused {b.name} | {A.name}"]]
"""


def only(text: str) -> Swap:
    (swap,) = swaps_in(text)
    return swap


def test_a_template_is_filled_with_every_fill() -> None:
    texts = [variant.text for variant in only(REBELS).variants]
    assert texts[0] == "Rebels killed 12 monks, two rebels said."
    assert texts[1] == "Guards killed 12 monks, two guards said."


def test_what_a_sentence_states_is_filled_too() -> None:
    guards = only(REBELS).variants[1]
    assert guards.tolls == (
        ToldToll(harm="killed", low=12, high=None, group="security_force", source="two guards"),
    )
    assert guards.deeds == (ToldDeed(status="accused", actor="Guards", source=None),)


def test_neighbours_are_read_against_each_other_and_the_last_against_the_first() -> None:
    assert only(REBELS).pairs == ((0, 1), (1, 2), (2, 0))


def test_members_of_a_pair_change_seats() -> None:
    swap = only(SIDES)
    assert [variant.text for variant in swap.variants[:2]] == [
        "Norland blamed the Front, NORLAND said.",
        "The Front blamed Norland, THE FRONT said.",
    ]
    assert swap.pairs == ((0, 1), (2, 3))
    assert swap.may_change == {"source_kind"}


def test_a_place_in_the_template_is_the_same_whatever_was_swapped_in() -> None:
    swap = only(REBELS)
    places = {variant.place(variant.text.index("12")) for variant in swap.variants}
    ends = {variant.place(variant.text.index(" said")) for variant in swap.variants}
    assert len(places) == len(ends) == 1


def test_a_place_inside_the_swapped_words_is_none_of_the_templates() -> None:
    rebels = only(REBELS).variants[0]
    assert rebels.place(0) == (0, 0)
    assert rebels.place(3) == (0, 3)


def test_a_figure_written_wrongly_is_an_error() -> None:
    with pytest.raises(ValueError, match="'dozens' is no figure"):
        only(REBELS.replace("killed 12+", "killed dozens"))


def test_the_shipped_sentences_swap_every_kind_of_word_the_docs_name() -> None:
    swaps = load_swaps()
    assert len(swaps) >= 150
    assert sum(len(swap.pairs) for swap in swaps) >= 1500
    assert set(Counter(swap.kind for swap in swaps)) >= {
        "rebels",
        "government",
        "dying",
        "victims",
        "communities",
        "nationalities",
        "gender",
        "names",
        "sides",
    }


def test_no_sentence_is_shipped_twice() -> None:
    templates = Counter(swap.template for swap in load_swaps())
    assert max(templates.values()) == 1
