from tollbook.annotating.llm.spending import Spending


def test_tokens_are_summed_and_priced_by_the_million() -> None:
    spending = Spending(requests=2)
    spending.count(30_000, 2_000)
    spending.count(4_567, 345)
    assert str(spending) == "2 requests, 34,567 tokens in, 2,345 out"
    assert spending.cost(1.0, 10.0) == (34_567 + 23_450) / 1e6


def test_an_answer_without_tokens_is_no_answer_of_zero_tokens() -> None:
    spending = Spending(requests=1)
    spending.count(None, None)
    assert "of 1 answer the endpoint does not say how many" in str(spending)
