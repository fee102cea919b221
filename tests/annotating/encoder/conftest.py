"""The shipped weights, loaded once for all tests of the encoder."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tollbook.annotating.encoder.network import network
from tollbook.annotating.encoder.weights import shipped


@pytest.fixture(scope="session")
def weights() -> Path:
    return shipped()


@pytest.fixture
def fresh_network() -> Iterator[None]:
    """Have the network chosen and loaded anew, here and in whatever comes after."""
    network.cache_clear()
    yield
    network.cache_clear()
