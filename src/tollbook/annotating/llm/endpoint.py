"""Asking an OpenAI-compatible endpoint over HTTP, patiently but not for ever.

Sends to the one address that was named and follows no redirect. A busy, slow or broken answer
is tried again a few times; what the endpoint says about the rest is passed on without the key.
"""

import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import Any, Final

import httpx2
from pydantic_core import from_json

from tollbook.annotating.llm.address import KEY_VARIABLE, Address
from tollbook.annotating.llm.spending import Spending
from tollbook.errors import AnnotatorFailed, TollbookError, UnusableEndpoint

# An answer of this size marks a thousand figures; what is longer is no answer.
LARGEST_ANSWER: Final = 2_000_000
_CONNECTING: Final = 10.0
_BUSY: Final = frozenset({408, 425, 429, 500, 502, 503, 504, 529})
# Some endpoints know no structured output, some models no temperature: what they refuse is left
# out, and what they took is kept for the rest of the run.
_WISHES: Final[tuple[tuple[str, ...], ...]] = (
    ("temperature", "response_format"),
    ("response_format",),
    ("temperature",),
    (),
)
_UNWISHED: Final = frozenset({400, 422})


TIMEOUT: Final = 120.0
"""Seconds to wait for one answer, where nobody says; a model on a laptop may need as many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """How long to wait: seconds for an answer, and between tries, doubled each time."""

    timeout: float = TIMEOUT
    retries: int = 3
    first_wait: float = 1.0
    longest_wait: float = 60.0


class _Passing(AnnotatorFailed):
    """A failure that may pass: busy, slow, broken off."""

    wait: float | None = None
    """How long the endpoint asked us to wait."""


class _Unconnected(_Passing):
    """Nobody answers at the address."""


class _Refused(AnnotatorFailed):
    """The endpoint takes no request like this one."""

    def __init__(self, message: str, status: int) -> None:
        super().__init__(message)
        self.status = status


class Endpoint:
    """One address that answers chat completions."""

    def __init__(
        self,
        address: Address,
        *,
        key: str | None = None,
        patience: Patience | None = None,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        """Ready to ask; nothing is sent yet.

        Raises:
            UnusableEndpoint: the key cannot be sent.
        """
        self.address = address
        self.spending = Spending()
        self._key = _checked(key)
        self._patience = patience or Patience()
        self._sleep = sleep
        self._wishes = _WISHES
        self._has_answered = False
        self._is_lost = False
        self._client = httpx2.Client(
            headers={"Accept": "application/json", "Accept-Encoding": "identity"},
            timeout=httpx2.Timeout(self._patience.timeout, connect=_CONNECTING),
            follow_redirects=False,
            # Certificates take longer to load than all else, and nothing else needs them.
            verify=address.is_encrypted,
            # What stays on this machine goes through no proxy.
            trust_env=not address.is_this_machine,
        )

    def ask(self, model: str, messages: list[dict[str, str]], form: dict[str, Any]) -> str:
        """Give what a model answers to messages.

        Args:
            model: its name, as the endpoint knows it.
            messages: what is said to it.
            form: the `response_format` wanted; left out where the endpoint refuses it.

        Raises:
            AnnotatorFailed: there was no answer this time.
            UnusableEndpoint: nobody answers there, or everybody is turned away.
        """
        wishes = {"temperature": 0, "response_format": form}
        for number, wanted in enumerate(self._wishes):
            body = {"model": model, "messages": messages} | {name: wishes[name] for name in wanted}
            try:
                answer = self._ask_patiently(body)
            except _Refused as refusal:
                if refusal.status not in _UNWISHED or number == len(self._wishes) - 1:
                    raise
            else:
                self._wishes = (wanted,)
                return answer
        raise AssertionError("the last wish is answered or refused")

    def _ask_patiently(self, body: dict[str, Any]) -> str:
        for wait in self._waits():
            try:
                answer = self._ask_once(body)
            except _Passing as failure:
                asked = wait if failure.wait is None else failure.wait
                if wait is None or asked is None or asked > self._patience.longest_wait:
                    raise self._given_up(failure) from failure
                self._sleep(asked)
            else:
                self._is_lost = False
                return answer
        raise AssertionError("the last try answers or gives up")

    def _waits(self) -> Iterator[float | None]:
        """Give how long to wait after each try; None after the last."""
        # Whoever has gone is asked once for each report, not waited for each time.
        retries = 0 if self._is_lost else self._patience.retries
        yield from (self._patience.first_wait * 2**number for number in range(retries))
        yield None

    def _given_up(self, failure: _Passing) -> TollbookError:
        """Say what is raised once trying again is over."""
        self._is_lost = isinstance(failure, _Unconnected)
        if self._is_lost and not self._has_answered:
            return UnusableEndpoint(f"{failure}. Is the server running, and is the address right?")
        return AnnotatorFailed(str(failure))

    def _ask_once(self, body: dict[str, Any]) -> str:
        self.spending.requests += 1
        status, headers, content = self._send(body)
        if status == 200:
            return self._read(content)
        said = self._shown(content)
        if status in _BUSY:
            failure = _Passing(f"{self.address.url} answers {status}{said}")
            failure.wait = _asked_to_wait(headers.get("retry-after"))
            raise failure
        if 300 <= status < 400:
            raise UnusableEndpoint(
                f"{self.address.url} redirects elsewhere, and reports are sent nowhere but to the "
                "address named; name the right one"
            )
        if status in {401, 403, 404, 405} and not self._has_answered:
            raise UnusableEndpoint(f"{self.address.url} answers {status}{said}. {_advice(status)}")
        raise _Refused(f"{self.address.url} answers {status}{said}", status)

    def _send(self, body: dict[str, Any]) -> tuple[int, httpx2.Headers, bytes]:
        headers = {"Content-Type": "application/json"}
        if self._key is not None:
            headers["Authorization"] = f"Bearer {self._key}"
        content, url = json.dumps(body).encode("ascii"), self.address.url
        seconds = f"{self._patience.timeout:g} seconds"
        try:
            with self._client.stream("POST", url, content=content, headers=headers) as response:
                return response.status_code, response.headers, self._body(response)
        except (httpx2.ConnectError, httpx2.ConnectTimeout, httpx2.ProxyError) as error:
            raise _Unconnected(f"cannot reach {url} ({self._told(error)})") from None
        except httpx2.TimeoutException:
            raise _Passing(f"{url} gives no answer within {seconds}") from None
        except httpx2.HTTPError as error:
            raise _Passing(f"{url} breaks off its answer ({self._told(error)})") from None

    def _body(self, response: httpx2.Response) -> bytes:
        content, until = b"", time.monotonic() + self._patience.timeout
        for piece in response.iter_raw():
            content += piece
            if len(content) > LARGEST_ANSWER:
                raise AnnotatorFailed(
                    f"{self.address.url} answers with more than {LARGEST_ANSWER:,} bytes"
                )
            if time.monotonic() > until:
                raise httpx2.ReadTimeout("the answer trickles")
        return content

    def _read(self, content: bytes) -> str:
        """Read a completion: what the model wrote, "" where it wrote nothing."""
        try:
            completion = from_json(content)
        except ValueError:
            completion = None
        match completion:
            case {"choices": [{"message": {"content": str() | None as written}} as first, *_]}:
                self._has_answered = True
                usage = completion.get("usage")
                self.spending.count(
                    _tokens(usage, "prompt_tokens"), _tokens(usage, "completion_tokens")
                )
                if first.get("finish_reason") == "length":
                    raise AnnotatorFailed(
                        f"{self.address.url} cut the answer off at its limit of tokens; let it "
                        "answer at greater length, or name another model"
                    )
                return written or ""
        failure = f"{self.address.url} answers, but not as a chat completion{self._shown(content)}"
        if self._has_answered:
            raise AnnotatorFailed(failure)
        raise UnusableEndpoint(f"{failure}. Name the base of an OpenAI-compatible endpoint")

    def _shown(self, content: bytes) -> str:
        """Quote what the endpoint says, in a line, with the key blacked out."""
        text = content[:2000].decode("utf-8", "replace")
        try:
            found = from_json(content)
        except ValueError:
            found = None
        match found:
            case {"error": {"message": str() as message}} | {"error": str() as message}:
                text = message
        return f": {line}" if (line := self._told(text)) else ""

    def _told(self, words: object) -> str:
        text = " ".join(str(words).split())
        if self._key is not None:
            text = text.replace(self._key, "[key]")
        printable = "".join(char if char.isprintable() else "\ufffd" for char in text)
        return printable if len(printable) <= 200 else printable[:199] + "…"


def _checked(key: str | None) -> str | None:
    key = (key or "").strip()
    if not (key.isascii() and key.isprintable()):
        raise UnusableEndpoint(f"what {KEY_VARIABLE} holds is no key: it cannot be sent as it is")
    return key or None


def _tokens(usage: Any, name: str) -> int | None:
    found = usage.get(name) if isinstance(usage, dict) else None
    return found if isinstance(found, int) and found >= 0 else None


def _asked_to_wait(words: str | None) -> float | None:
    """Read `Retry-After`: seconds, or a moment."""
    if words is None:
        return None
    try:
        if words.strip().isdecimal():
            return float(words)
        return max(0.0, parsedate_to_datetime(words).timestamp() - time.time())
    except (ValueError, OverflowError):
        return None


def _advice(status: int) -> str:
    if status in {401, 403}:
        return f"Put a key that is valid there into the environment variable {KEY_VARIABLE}"
    return 'Check the model\'s name and the address; most end in "/v1"'
