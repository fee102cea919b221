import pytest

from tollbook.reconciling.names import is_named_in, same_name, settle_names


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("the Health Ministry", "Health Ministry", id="an article"),
        pytest.param("JNIM", "Jama'at Nusrat al-Islam (JNIM)", id="the short form in parentheses"),
        pytest.param("AFP", "Agence France-Presse", id="initials"),
        pytest.param("the AFP news agency", "AFP", id="what kind of thing it is"),
        pytest.param("Mali's army", "the army of Mali", id="a possessive"),
        pytest.param("SOHR", "the Syrian Observatory for Human Rights", id="initials of capitals"),
    ],
)
def test_two_names_of_one_source(one: str, other: str) -> None:
    assert same_name(one, other)
    assert same_name(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("the health ministry", "the defence ministry", id="two ministries"),
        pytest.param("a diplomat", "a third diplomat", id="another one"),
        pytest.param("Reuters", "AFP", id="two agencies"),
    ],
)
def test_two_sources_stay_two(one: str, other: str) -> None:
    assert not same_name(one, other)


def test_a_short_name_joins_the_only_fuller_one() -> None:
    settled = settle_names(["the ministry", "the Health Ministry of Oran"])
    assert settled["the ministry"] == "the Health Ministry of Oran"


def test_a_short_name_that_could_mean_two_sources_joins_neither() -> None:
    settled = settle_names(["the ministry", "the health ministry", "the defence ministry"])
    assert len(set(settled.values())) == 3


def test_a_perpetrator_is_known_by_part_of_the_name() -> None:
    assert is_named_in("the Falcon Brigade", ["fighters of the Falcon Brigade"])
    assert not is_named_in("the Falcon Brigade", ["the army"])
