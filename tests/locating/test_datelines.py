import pytest

from tollbook.locating.datelines import dateline
from tollbook.locating.tokens import tokenise
from tollbook.place import GazetteerEntry


class Known:
    """A gazetteer that only knows which names there are."""

    def knows(self, name: str) -> bool:
        return name in {"Sarn", "San Oker"}

    def named(self, name: str) -> tuple[GazetteerEntry, ...]:  # noqa: ARG002
        return ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("SARN, Kettania (Wire) - Nine died.", "SARN", id="before a comma"),
        pytest.param("Nine die in raid\nSAN OKER (Wire) - Nine died.", "SAN OKER", id="two words"),
        pytest.param("SARN, 3 JAN 90 -- NINE DIED.", "SARN", id="an old wire"),
        pytest.param("NATO - a union - met.", None, id="no place"),
        pytest.param("He was in SARN, she said.", None, id="within a sentence"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_the_town_of_a_dateline(text: str, expected: str | None) -> None:
    tokens = tokenise(text)
    found = dateline(tokens, Known())
    if found is None:
        assert expected is None
    else:
        assert text[tokens[found.start].start : tokens[found.end - 1].end] == expected
