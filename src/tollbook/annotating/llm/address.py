"""Where a language model is asked: the one address that a user named, and what is said of it."""

from dataclasses import dataclass
from ipaddress import ip_address
from typing import Final
from urllib.parse import SplitResult, urlsplit, urlunsplit

from tollbook.errors import UnusableEndpoint

KEY_VARIABLE: Final = "TOLLBOOK_LLM_KEY"
"""The environment variable that holds the key, where the endpoint wants one."""

_CHAT: Final = "/chat/completions"


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Where requests go. `url` holds no key, so that it may be shown."""

    url: str
    is_this_machine: bool
    is_encrypted: bool

    @property
    def notice(self) -> str:
        """Say in a line what is sent there."""
        if self.is_this_machine:
            return f"the full text of each report goes to {self.url}, on this machine"
        how = "" if self.is_encrypted else ", unencrypted: whoever is on the way can read along"
        return f"the full text of each report leaves this machine, for {self.url}{how}"


def read_address(words: str) -> Address:
    """Read the address of an OpenAI-compatible endpoint.

    Args:
        words: its base ("http://localhost:11434/v1") or the address of its chat completions;
            without a path, "/v1" is meant.

    Raises:
        UnusableEndpoint: it is no such address, or it holds a password or key.

    Example:
        >>> read_address("http://localhost:11434").url
        'http://localhost:11434/v1/chat/completions'
    """
    parts = _split(words)
    path = parts.path.rstrip("/") or "/v1"
    url = urlunsplit((parts.scheme, parts.netloc, path.removesuffix(_CHAT) + _CHAT, "", ""))
    return Address(
        url=url,
        is_this_machine=_is_loopback(parts.hostname or ""),
        is_encrypted=parts.scheme == "https",
    )


def _split(words: str) -> SplitResult:
    try:
        parts = urlsplit(words)
        has_port = parts.port != 0
    except ValueError:
        has_port = False
    if not has_port or parts.scheme not in {"http", "https"} or not parts.hostname:
        raise UnusableEndpoint(
            "that is no address of an endpoint; give one like http://localhost:11434/v1"
        )
    if "@" in parts.netloc or parts.query or parts.fragment:
        # Not quoted: what stands there may be a key.
        raise UnusableEndpoint(
            f"an address holds no password, key or query; give it without, and the key in the "
            f"environment variable {KEY_VARIABLE}"
        )
    return parts


def _is_loopback(host: str) -> bool:
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
