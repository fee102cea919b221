"""What every room's tests may lean on: where the annotated reports lie, and steady dice."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

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
