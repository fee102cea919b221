"""`--surer-than`: reports without the figures read too doubtfully, and how many those were."""

from collections.abc import Iterator

import typer

from tollbook.claim import TollClaim
from tollbook.document import Unreadable
from tollbook.errors import UnusableProbability
from tollbook.incident import Report
from tollbook.reviewing.abstaining import check_probability, leave_out_doubtful


class Abstaining:
    """Leaves doubtful figures out of the reports that go by, and counts them."""

    def __init__(self, surer_than: float) -> None:
        """Take note of how sure a figure must be.

        Raises:
            typer.BadParameter: `surer_than` is no probability.
        """
        try:
            check_probability(surer_than)
        except UnusableProbability as error:
            raise typer.BadParameter(str(error), param_hint="--surer-than") from error
        self._surer_than = surer_than
        # Kept: who is named only by a figure left out is still not to be named.
        self.left_out: dict[str, list[TollClaim]] = {}

    def over(self, told: Iterator[Report | Unreadable]) -> Iterator[Report | Unreadable]:
        """Pass reports on without their doubtful figures."""
        for report in told:
            if isinstance(report, Unreadable):
                yield report
                continue
            abstained = leave_out_doubtful(report, surer_than=self._surer_than)
            if abstained.left_out:
                self.left_out[report.imprint.document_id] = list(abstained.left_out)
            yield abstained.report

    @property
    def said(self) -> str | None:
        """Say how many figures were left out; nothing where none was."""
        count = sum(map(len, self.left_out.values()))
        if not count:
            return None
        figures = "1 figure" if count == 1 else f"{count:,} figures"
        # Never rounded: "0.60" would be wrong for 0.605.
        bound = max(f"{self._surer_than:.2f}", f"{self._surer_than:g}", key=len)
        return f"tollbook: left out {figures} read with less than {bound} confidence"
