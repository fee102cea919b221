"""What every room's tests may lean on: where the annotated reports lie, and steady dice."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests import postgres

# The same examples every run: a red test is red for everybody, and one run tells.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.register_profile("search", deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))


@pytest.fixture(scope="session")
def shared(pytestconfig: pytest.Config) -> Path:
    """Where the reports lie that may be read but not copied; without them a test is skipped."""
    folder = pytestconfig.rootpath.parent / "shared"
    if not (folder / "claims-gold").is_dir():
        pytest.skip("needs ../shared/claims-gold beside the checkout")
    return folder


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[postgres.Server]:
    """A real PostgreSQL; without one a test is skipped, but for CI, where it fails."""
    found = postgres.programs()
    if found is None:
        missing = f"needs PostgreSQL; on Debian or Ubuntu: {postgres.INSTALL}"
        if os.environ.get("CI", "").lower() in {"1", "true"}:
            pytest.fail(missing)
        pytest.skip(missing)
    with postgres.serving(found) as server:
        yield server
