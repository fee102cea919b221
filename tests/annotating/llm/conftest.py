from collections.abc import Iterator

import pytest

from .loopback import Peer, serving


@pytest.fixture
def peer() -> Iterator[Peer]:
    with serving() as started:
        yield started
