"""A real HTTP server on this machine: answers as it is told, remembers what it was asked."""

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

Answer = Callable[[BaseHTTPRequestHandler], None]


class Peer:
    """The server: gives its answers in order, the last one for ever after."""

    def __init__(self) -> None:
        self.answers: list[Answer] = []
        self.asked: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self.paths: list[str] = []
        self.base = ""

    def will_answer(self, *answers: Answer) -> None:
        self.answers = list(answers)

    def next_answer(self) -> Answer:
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]


@contextmanager
def serving() -> Iterator[Peer]:
    peer = Peer()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            length = int(self.headers["Content-Length"])
            peer.asked.append(json.loads(self.rfile.read(length)))
            peer.headers.append({name.lower(): value for name, value in self.headers.items()})
            peer.paths.append(self.path)
            peer.next_answer()(self)

        def log_message(self, format: str, *args: Any) -> None:
            """Tests are quiet."""

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, request: Any, client_address: Any) -> None:
            """Who gave up waiting has hung up; that is no error here."""

    server = Server(("127.0.0.1", 0), Handler)
    peer.base = f"http://127.0.0.1:{server.server_address[1]}/v1"
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield peer
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def status(code: int, body: str = "", **headers: str) -> Answer:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        content = body.encode()
        handler.send_response(code)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("Content-Length", str(len(content)))
        handler.end_headers()
        handler.wfile.write(content)

    return answer


def completion(
    written: str | dict[str, Any] | None,
    tokens: tuple[int, int] | None = None,
    finished: str = "stop",
) -> Answer:
    """Answer as a model that wrote this."""
    content = json.dumps(written) if isinstance(written, dict) else written
    body: dict[str, Any] = {
        "choices": [
            {"message": {"role": "assistant", "content": content}, "finish_reason": finished}
        ]
    }
    if tokens is not None:
        body["usage"] = {"prompt_tokens": tokens[0], "completion_tokens": tokens[1]}
    return status(200, json.dumps(body), Content_Type="application/json")


def slow(seconds: float, then: Answer) -> Answer:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        time.sleep(seconds)
        then(handler)

    return answer


def then_hang_up(first: Answer) -> Answer:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        first(handler)
        handler.close_connection = True

    return answer


def trickling(handler: BaseHTTPRequestHandler) -> None:
    """Send a byte now and then, and never come to an end."""
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    for _ in range(1000):
        handler.wfile.write(b" ")
        handler.wfile.flush()
        time.sleep(0.05)


def broken_off(handler: BaseHTTPRequestHandler) -> None:
    """Promise more than is sent."""
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(b'{"choices"')
    handler.close_connection = True


def hung_up(handler: BaseHTTPRequestHandler) -> None:
    """Answer nothing at all."""
    handler.close_connection = True


def figure(words: str, sentence: int = 1, **other: Any) -> dict[str, Any]:
    """A well-formed figure with dull defaults."""
    dull = {
        "sentence": sentence,
        "words": words,
        "within": None,
        "harm": "killed",
        "group": "people",
        "part_of": False,
        "background": False,
        "stance": "asserted",
        "source_words": None,
        "cue_words": None,
        "relay_words": None,
    }
    return dull | other


def marks(*figures: dict[str, Any], **acts: list[dict[str, Any]]) -> dict[str, Any]:
    """A well-formed answer."""
    return {"figures": list(figures), "responsibility": [], "damage": [], "reactions": []} | acts
