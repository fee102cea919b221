import json
from collections.abc import Callable
from typing import Any

from tollbook.exporting.schema import schema


def test_the_schema_is_printed_as_json(run: Callable[..., Any]) -> None:
    done = run("schema")
    assert done.code == 0
    assert json.loads(done.out) == schema()
