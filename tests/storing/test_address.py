import pytest

from tollbook.errors import UnusableStore
from tollbook.storing.address import read_address


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("desk.toll", "desk.toll"),
        ("/srv/desk.toll", "/srv/desk.toll"),
        ("sqlite:////srv/desk.toll", "/srv/desk.toll"),
        ("sqlite:///desk.toll", "desk.toll"),
        ("postgresql://vell@db.example/desk", "postgresql://vell@db.example/desk"),
        ("postgres://vell:pw@db.example:5433/desk", "postgresql://vell:***@db.example:5433/desk"),
        (
            "postgresql://db.example/desk?user=vell&password=pw",
            "postgresql://db.example/desk?user=vell",
        ),
        ("postgresql:///desk", "postgresql:///desk"),
    ],
)
def test_an_address_is_shown_without_its_password(given: str, shown: str) -> None:
    assert str(read_address(given)) == shown


@pytest.mark.parametrize(
    "given",
    [
        "mysql://vell:secret@db.example/desk",
        "postgresql://vell:secret@db.example",
        "postgresql://vell:sec:secret@db.example:port/desk",
        "sqlite:///",
        "sqlite://",
        "",
        "  ",
    ],
)
def test_an_address_of_nothing_is_refused_without_its_password(given: str) -> None:
    with pytest.raises(UnusableStore) as refused:
        read_address(given)
    assert "secret" not in str(refused.value)
    assert "postgresql://" in str(refused.value) or "sqlite" in str(refused.value)
