"""How a slot was filled, counted as MUC-4 counts, and the measures made of the counts."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Fillers of a slot by how they were judged; a partial one is worth half.

    References:
        Chinchor, "MUC-4 evaluation metrics", 1992.
    """

    correct: int = 0
    partial: int = 0
    incorrect: int = 0
    spurious: int = 0
    missing: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            correct=self.correct + other.correct,
            partial=self.partial + other.partial,
            incorrect=self.incorrect + other.incorrect,
            spurious=self.spurious + other.spurious,
            missing=self.missing + other.missing,
        )

    @property
    def possible(self) -> int:
        """How many fillers the key holds, optional ones only where they were found."""
        return self.correct + self.partial + self.incorrect + self.missing

    @property
    def actual(self) -> int:
        """How many fillers the system gave."""
        return self.correct + self.partial + self.incorrect + self.spurious

    @property
    def credit(self) -> float:
        """What the fillers are worth together."""
        return self.correct + self.partial / 2

    @property
    def recall(self) -> float:
        """Share of what was possible that was got, in [0, 1]; 0 where nothing was possible."""
        return self.credit / self.possible if self.possible else 0.0

    @property
    def precision(self) -> float:
        """Share of what was given that is right, in [0, 1]; 0 where nothing was given."""
        return self.credit / self.actual if self.actual else 0.0

    @property
    def f1(self) -> float:
        """Recall and precision as one, each weighing the same, in [0, 1]."""
        both = self.recall + self.precision
        return 2 * self.recall * self.precision / both if both else 0.0
