import subprocess
import sys
from importlib import import_module

import pytest

import tollbook


def test_the_names_are_sorted_and_each_is_there() -> None:
    assert tollbook.__all__ == sorted(tollbook.__all__)
    assert dir(tollbook) == tollbook.__all__
    for name in tollbook.__all__:
        assert getattr(tollbook, name) is not None


def test_a_name_is_the_very_thing_of_its_room() -> None:
    for name, home in tollbook._HOMES.items():
        assert getattr(tollbook, name) is getattr(import_module(f"tollbook.{home}"), name)
    assert sorted(tollbook._HOMES) == tollbook.__all__


def test_another_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'reed'"):
        tollbook.reed  # type: ignore[attr-defined]  # noqa: B018


def test_importing_it_imports_none_of_its_rooms() -> None:
    code = "import sys, tollbook; print([n for n in sys.modules if n.startswith('tollbook.')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
