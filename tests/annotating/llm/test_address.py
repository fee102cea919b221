import pytest

from tollbook.annotating.llm.address import read_address
from tollbook.errors import UnusableEndpoint


@pytest.mark.parametrize(
    ("words", "url"),
    [
        pytest.param("http://a.example", "http://a.example/v1/chat/completions", id="no path"),
        pytest.param("http://a.example/", "http://a.example/v1/chat/completions", id="a slash"),
        pytest.param("https://a.example/v1", "https://a.example/v1/chat/completions", id="base"),
        pytest.param(
            "http://a.example:80/x/v2/", "http://a.example:80/x/v2/chat/completions", id="port"
        ),
        pytest.param(
            "http://a.example/v1/chat/completions",
            "http://a.example/v1/chat/completions",
            id="the whole address",
        ),
    ],
)
def test_the_base_of_an_endpoint_is_enough(words: str, url: str) -> None:
    assert read_address(words).url == url


@pytest.mark.parametrize(
    "words", ["", "localhost:11434", "file:///etc/passwd", "http://", "http://a.example:x/", "a b"]
)
def test_what_is_no_address_is_refused(words: str) -> None:
    with pytest.raises(UnusableEndpoint, match="http://localhost:11434/v1"):
        read_address(words)


@pytest.mark.parametrize(
    "words",
    ["http://me:hush@a.example/v1", "http://a.example/v1?key=hush", "http://a.example/#hush"],
)
def test_an_address_that_holds_a_key_is_refused_and_not_quoted(words: str) -> None:
    with pytest.raises(UnusableEndpoint, match="TOLLBOOK_LLM_KEY") as refused:
        read_address(words)
    assert "hush" not in str(refused.value)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param("http://localhost:8000/v1", "on this machine", id="localhost"),
        pytest.param("http://127.0.0.2:8000/v1", "on this machine", id="a loopback number"),
        pytest.param("http://[::1]:8000/v1", "on this machine", id="a loopback number of six"),
        pytest.param("https://a.example/v1", "leaves this machine", id="elsewhere"),
        pytest.param("http://a.example/v1", "unencrypted", id="elsewhere in the open"),
        pytest.param("https://localhost.a.example/v1", "leaves this machine", id="only so called"),
    ],
)
def test_what_leaves_the_machine_is_said(words: str, said: str) -> None:
    notice = read_address(words).notice
    assert "full text of each report" in notice
    assert said in notice
