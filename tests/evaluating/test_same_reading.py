from pathlib import Path

from tollbook.evaluating.gold import load_split
from tollbook.exporting.predictions import prediction
from tollbook.incident import Report
from tollbook.pipeline import stream, tell


def test_the_gate_scores_what_a_user_would_get_from_the_file(shared: Path) -> None:
    gold = shared / "claims-gold"
    for report in load_split(gold, "dev")[::6]:
        (told,) = stream([gold / "text" / f"{report.id}.txt"], published=report.published)
        assert isinstance(told, Report)
        assert prediction(told.accounts) == prediction(tell(report.document))
