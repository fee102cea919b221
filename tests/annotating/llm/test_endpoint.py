import time
from collections.abc import Callable
from email.utils import formatdate

import pytest

from tollbook.annotating.llm.address import read_address
from tollbook.annotating.llm.endpoint import LARGEST_ANSWER, Endpoint, Patience
from tollbook.errors import AnnotatorFailed, UnusableEndpoint

from .loopback import (
    Answer,
    Peer,
    broken_off,
    completion,
    hung_up,
    serving,
    slow,
    status,
    then_hang_up,
    trickling,
)

KEY = "sk-hush-hush-1234"
HURRIED = Patience(timeout=5, retries=2, first_wait=0.001, longest_wait=1)
SAID = [{"role": "user", "content": "Wie viele? 🙂 \ud800"}]


def endpoint(
    peer: Peer,
    patience: Patience = HURRIED,
    key: str | None = None,
    sleep: Callable[[float], None] = time.sleep,
) -> Endpoint:
    return Endpoint(read_address(peer.base), key=key, patience=patience, sleep=sleep)


def ask(asked: Endpoint) -> str:
    return asked.ask("small", SAID, {"type": "json_schema"})


def test_an_answer_is_what_the_model_wrote(peer: Peer) -> None:
    peer.will_answer(completion("twelve", tokens=(70, 3)))
    asked = endpoint(peer)
    assert ask(asked) == "twelve"
    assert peer.paths == ["/v1/chat/completions"]
    assert peer.asked == [
        {
            "model": "small",
            "messages": SAID,
            "temperature": 0,
            "response_format": {"type": "json_schema"},
        }
    ]
    spent = asked.spending
    assert (spent.requests, spent.tokens_in, spent.tokens_out, spent.unmetered) == (1, 70, 3, 0)


def test_a_model_that_writes_nothing_answers_nothing(peer: Peer) -> None:
    peer.will_answer(completion(None))
    asked = endpoint(peer)
    assert ask(asked) == ""
    assert asked.spending.unmetered == 1


def test_an_answer_that_was_cut_off_is_paid_for_and_not_asked_for_again(peer: Peer) -> None:
    peer.will_answer(completion('{"figures": [', tokens=(70, 4096), finished="length"))
    asked = endpoint(peer)
    with pytest.raises(AnnotatorFailed, match="cut the answer off"):
        ask(asked)
    assert (len(peer.asked), asked.spending.tokens_out) == (1, 4096)


def test_the_key_is_sent_as_a_bearer_and_none_where_there_is_none(peer: Peer) -> None:
    peer.will_answer(completion("yes"))
    ask(endpoint(peer, key=f"{KEY}\n"))
    ask(endpoint(peer, key=""))
    assert peer.headers[0]["authorization"] == f"Bearer {KEY}"
    assert "authorization" not in peer.headers[1]


def test_a_key_that_cannot_be_sent_is_refused_and_not_quoted(peer: Peer) -> None:
    with pytest.raises(UnusableEndpoint) as refused:
        endpoint(peer, key="hush\r\nX-Other: hush")
    assert "hush" not in str(refused.value)


@pytest.mark.parametrize(
    "trouble",
    [
        pytest.param(status(429, "slow down"), id="too many requests"),
        pytest.param(status(500), id="an error of the server"),
        pytest.param(status(503, "loading model"), id="not ready"),
        pytest.param(broken_off, id="broken off"),
        pytest.param(hung_up, id="hung up"),
    ],
)
def test_passing_trouble_is_waited_out(peer: Peer, trouble: Answer) -> None:
    peer.will_answer(trouble, trouble, completion("twelve"))
    asked = endpoint(peer)
    assert ask(asked) == "twelve"
    assert asked.spending.requests == len(peer.asked) == 3


def test_trouble_that_does_not_pass_is_given_up(peer: Peer) -> None:
    peer.will_answer(status(500, '{"error": {"message": "out of memory"}}'))
    with pytest.raises(AnnotatorFailed, match="answers 500: out of memory"):
        ask(endpoint(peer))
    assert len(peer.asked) == 3


def test_waits_double(peer: Peer) -> None:
    peer.will_answer(status(500))
    waited: list[float] = []
    patience = Patience(retries=3, first_wait=1.0)
    with pytest.raises(AnnotatorFailed):
        ask(endpoint(peer, patience, sleep=waited.append))
    assert waited == [1.0, 2.0, 4.0]


def test_the_wait_that_is_asked_for_is_kept(peer: Peer) -> None:
    peer.will_answer(
        status(429, Retry_After="7"),
        status(429, Retry_After=formatdate(time.time() + 30, usegmt=True)),
        status(429, Retry_After="soon"),
        completion("twelve"),
    )
    waited: list[float] = []
    ask(endpoint(peer, Patience(retries=3, first_wait=1.0), sleep=waited.append))
    assert waited[0] == 7.0
    assert 20 < waited[1] <= 30
    assert waited[2] == 4.0


def test_nobody_waits_for_an_hour(peer: Peer) -> None:
    peer.will_answer(status(429, "quota used up", Retry_After="3600"))
    with pytest.raises(AnnotatorFailed, match="quota used up"):
        ask(endpoint(peer))
    assert len(peer.asked) == 1


@pytest.mark.parametrize(
    "late", [pytest.param(slow(1.5, completion("late")), id="slow"), trickling]
)
def test_a_slow_answer_is_not_waited_for(peer: Peer, late: Answer) -> None:
    peer.will_answer(late)
    started = time.monotonic()
    with pytest.raises(AnnotatorFailed, match=r"no answer within 0\.3 seconds"):
        ask(endpoint(peer, Patience(timeout=0.3, retries=1, first_wait=0.001)))
    assert time.monotonic() - started < 1.4
    assert len(peer.asked) == 2


def test_an_answer_without_an_end_is_not_read(peer: Peer) -> None:
    peer.will_answer(completion("12 " * LARGEST_ANSWER))
    with pytest.raises(AnnotatorFailed, match="more than 2,000,000 bytes"):
        ask(endpoint(peer))
    assert len(peer.asked) == 1


def test_a_report_is_sent_nowhere_but_to_the_address_named(peer: Peer) -> None:
    with serving() as other:
        other.will_answer(completion("here too"))
        peer.will_answer(status(307, Location=f"{other.base}/chat/completions"))
        with pytest.raises(UnusableEndpoint, match="redirects elsewhere"):
            ask(endpoint(peer))
        assert other.asked == []


def test_no_proxy_comes_between_us_and_this_machine(
    peer: Peer, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    monkeypatch.delenv("NO_PROXY", raising=False)
    peer.will_answer(completion("twelve"))
    assert ask(endpoint(peer)) == "twelve"


@pytest.mark.parametrize("code", [400, 422])
def test_what_an_endpoint_does_not_know_is_left_out_from_then_on(peer: Peer, code: int) -> None:
    refusal = status(code, '{"error": "unknown field response_format"}')
    peer.will_answer(refusal, refusal, completion("twelve"))
    asked = endpoint(peer)
    assert [ask(asked), ask(asked)] == ["twelve", "twelve"]
    wishes = [sorted(body.keys() - {"model", "messages"}) for body in peer.asked]
    assert wishes == [
        ["response_format", "temperature"],
        ["response_format"],
        ["temperature"],
        ["temperature"],
    ]


def test_a_request_that_is_refused_in_every_form_fails(peer: Peer) -> None:
    peer.will_answer(status(400, '{"error": {"message": "the text is too long"}}'))
    with pytest.raises(AnnotatorFailed, match="400: the text is too long"):
        ask(endpoint(peer))
    assert len(peer.asked) == 4


@pytest.mark.parametrize(
    ("code", "advice"), [(401, "TOLLBOOK_LLM_KEY"), (403, "TOLLBOOK_LLM_KEY"), (404, "/v1")]
)
def test_whoever_is_turned_away_at_the_door_is_told_what_to_do(
    peer: Peer, code: int, advice: str
) -> None:
    peer.will_answer(status(code, "no"))
    with pytest.raises(UnusableEndpoint, match=advice) as refused:
        ask(endpoint(peer))
    assert peer.base in str(refused.value)
    assert len(peer.asked) == 1


def test_turned_away_later_is_no_end_of_the_run(peer: Peer) -> None:
    peer.will_answer(completion("twelve"), status(403, "not this text"))
    asked = endpoint(peer)
    ask(asked)
    with pytest.raises(AnnotatorFailed, match="not this text"):
        ask(asked)


@pytest.mark.parametrize("body", ["<html>Welcome</html>", "[]", '{"choices": []}', "[" * 100_000])
def test_a_server_that_is_no_chat_is_said_to_be_none(peer: Peer, body: str) -> None:
    peer.will_answer(status(200, body))
    with pytest.raises(UnusableEndpoint, match="not as a chat completion"):
        ask(endpoint(peer))


def test_nobody_there_is_the_end_with_the_address_and_what_to_do() -> None:
    with serving() as gone:
        pass
    asked = endpoint(gone)
    with pytest.raises(UnusableEndpoint, match="Is the server running") as refused:
        ask(asked)
    assert f"cannot reach {gone.base}" in str(refused.value)
    assert asked.spending.requests == 3


def test_an_endpoint_that_goes_away_fails_each_report_without_waiting_each_time() -> None:
    with serving() as going:
        going.will_answer(then_hang_up(completion("twelve")))
        asked = endpoint(going)
        ask(asked)
    before = asked.spending.requests
    with pytest.raises(AnnotatorFailed):
        ask(asked)
    assert asked.spending.requests - before == 3
    with pytest.raises(AnnotatorFailed, match="cannot reach"):
        ask(asked)
    assert asked.spending.requests - before == 4


@pytest.mark.parametrize("code", [400, 401, 429, 500])
def test_the_key_is_in_no_message(peer: Peer, code: int) -> None:
    peer.will_answer(status(code, f'{{"error": {{"message": "bad key {KEY}\\n\\u001b[31m"}}}}'))
    asked = endpoint(peer, key=KEY)
    with pytest.raises((AnnotatorFailed, UnusableEndpoint)) as refused:
        ask(asked)
    said = str(refused.value)
    assert "bad key [key]" in said
    assert KEY not in said
    assert "\x1b" not in said
    assert KEY not in repr(asked)


def test_a_long_complaint_is_cut(peer: Peer) -> None:
    peer.will_answer(status(400, "no " * 10_000))
    with pytest.raises(AnnotatorFailed) as refused:
        ask(endpoint(peer))
    assert len(str(refused.value)) < 300
