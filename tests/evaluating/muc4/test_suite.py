from pathlib import Path

from tollbook.annotating import annotator
from tollbook.evaluating.suite import Reader
from tollbook.evaluating.suites.muc4 import measure

TEXT = """TST9-MUC4-0001

   BOGOTA, 3 MAY 90 -- TWO PEASANTS WERE MURDERED LAST NIGHT BY GUERRILLAS
OF THE ARMY OF NATIONAL LIBERATION (ELN) IN ARAUCA DEPARTMENT, POLICE
REPORTED. THE PEASANTS WERE SHOT IN THEIR HOMES.
"""
KEY = """0.  MESSAGE: ID                     TST9-MUC4-0001
1.  MESSAGE: TEMPLATE               1
2.  INCIDENT: DATE                  02 MAY 90
3.  INCIDENT: LOCATION              COLOMBIA: ARAUCA (DEPARTMENT)
4.  INCIDENT: TYPE                  ATTACK
19. HUM TGT: DESCRIPTION            "PEASANTS"
21. HUM TGT: NUMBER                 2: "PEASANTS"
23. HUM TGT: EFFECT OF INCIDENT     DEATH: "PEASANTS"
"""


def test_the_suite_scores_us_beside_a_baseline_and_the_best_of_1992(tmp_path: Path) -> None:
    folder = tmp_path / "muc34/tst3"
    folder.mkdir(parents=True)
    (folder / "tst3-muc4").write_text(TEXT, "latin-1")
    (folder / "key-tst3.v9").write_text(KEY, "latin-1")
    result = measure(tmp_path, "dev", Reader(annotator=annotator("rules")))
    number = next(figure for figure in result.figures if figure.name == "human number F")
    assert (result.documents, result.notes) == (1, ())
    assert number.of == 1
    assert number.value == 1.0
    assert number.baseline is not None
    assert (number.peer, number.target) == (0.606, 0.62)
