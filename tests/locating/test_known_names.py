"""Names that are places whatever stands around them. All are invented but for countries."""

import pytest

from tollbook.locating.known_names import add_known
from tollbook.locating.tagging import Tagged
from tollbook.locating.tokens import tokenise
from tollbook.place import GazetteerEntry

PEOPLE = {"Queen Sarn's County": 0, "Oker es Salad": 900_000, "Taval Hill": 300, "Oker": 9_000}


class Known:
    """A gazetteer of a county, a large town and a small one."""

    def knows(self, name: str) -> bool:
        return name in PEOPLE

    def named(self, name: str) -> tuple[GazetteerEntry, ...]:
        if name not in PEOPLE:
            return ()
        feature = "A.ADM2" if name.endswith("County") else "P.PPL"
        return (
            GazetteerEntry(
                id=f"x:{name}", name=name, latitude=1, longitude=1, feature=feature,
                population=PEOPLE[name],
            ),
        )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "runs", "expected"),
    [
        pytest.param("Ducks in Queen Sarn's County died.", [], ["Queen Sarn's County"], id="long"),
        pytest.param("He flew to Oker es Salad.", [], ["Oker es Salad"], id="small words inside"),
        pytest.param("They met on Taval Hill.", [], [], id="little known ones are left alone"),
        pytest.param(
            "Oker Fire Department came.", [Tagged(0, 3, "body")], ["Oker"], id="a town's force"
        ),
        pytest.param(
            "Kentucky State Police came.", [Tagged(0, 3, "body")], ["Kentucky"], id="a state's"
        ),
        pytest.param("Oker Daily News wrote.", [Tagged(0, 3, "body")], [], id="no newspaper"),
    ],
)
def test_known_names_are_places(text: str, runs: list[Tagged], expected: list[str]) -> None:
    tokens = tokenise(text)
    found = add_known(tokens, runs, Known())
    places = [run for run in found if run.kind == "place"]
    assert [text[tokens[r.start].start : tokens[r.end - 1].end] for r in places] == expected
