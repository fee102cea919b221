"""What asking a language model took: requests, tokens and money."""

from dataclasses import dataclass


@dataclass(slots=True, kw_only=True)
class Spending:
    """What one run used up, counted as it happens; answers that were thrown away count too.

    `unmetered` are the answers that came without the number of their tokens.
    """

    requests: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    unmetered: int = 0

    def count(self, tokens_in: int | None, tokens_out: int | None) -> None:
        """Add the tokens of one answer; None where the endpoint does not say."""
        if tokens_in is None or tokens_out is None:
            self.unmetered += 1
        self.tokens_in += tokens_in or 0
        self.tokens_out += tokens_out or 0

    def cost(self, price_in: float, price_out: float) -> float:
        """Say what the tokens cost at prices per million tokens, in their currency."""
        return (self.tokens_in * price_in + self.tokens_out * price_out) / 1e6

    def __str__(self) -> str:
        said = (
            f"{many(self.requests, 'request')}, {self.tokens_in:,} tokens in, "
            f"{self.tokens_out:,} out"
        )
        if self.unmetered:
            said += f" (of {many(self.unmetered, 'answer')} the endpoint does not say how many)"
        return said


def many(number: int, noun: str) -> str:
    """Write a number of things.

    Example:
        >>> many(1, "request"), many(1200, "request")
        ('1 request', '1,200 requests')
    """
    return f"{number:,} {noun}" + ("" if number == 1 else "s")
