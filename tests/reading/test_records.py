import json
import tracemalloc
from datetime import date
from pathlib import Path

import pytest

from tollbook.document import Document, Raw, Unreadable
from tollbook.fetching import gather
from tollbook.reading import read


def read_json(text: str, item: int | None = None) -> list[Document | Unreadable]:
    name = "feed.json" if item is None else f"feed.jsonl:{item}"
    return list(read(Raw(name=name, content=text.encode(), suffix=".json", item=item)))


def reason(text: str, item: int | None = None) -> str:
    (found,) = [each for each in read_json(text, item) if isinstance(each, Unreadable)]
    return found.reason


def test_a_record_is_a_document() -> None:
    (found,) = read_json(
        '{"text": "12 died", "title": "T", "publisher": "P", "published": "2031-03-04",'
        ' "url": "https://x.example", "other": [1]}'
    )
    assert isinstance(found, Document)
    assert (found.text, found.title, found.publisher, found.url) == (
        "12 died",
        "T",
        "P",
        "https://x.example",
    )


def test_what_tollbook_calls_a_day_itself_is_known_as_one() -> None:
    (found,) = read_json('{"text": "12 died", "published_at": "2031-03-04"}')
    assert isinstance(found, Document)
    assert found.imprint.published_on == date(2031, 3, 4)
    assert "`published_at`; expected words" in reason('{"text": "12 died", "published_at": 7}')


def test_a_list_gives_a_document_each_and_a_bad_item_loses_no_other() -> None:
    found = read_json('[{"text": "one"}, 7, {"text": "three"}]')
    assert [each.name for each in found] == ["feed.json:1", "feed.json:2", "feed.json:3"]
    assert [type(each) for each in found] == [Document, Unreadable, Document]


def test_an_empty_list_holds_nothing_and_is_no_error() -> None:
    assert read_json("[]") == []


@pytest.mark.parametrize(
    ("text", "item", "why"),
    [
        pytest.param(
            '{"title": "T"}',
            14,
            "item 14 of `feed.jsonl` has a title but no text; nothing to read",
            id="a title only",
        ),
        pytest.param("{}", 14, "item 14 of `feed.jsonl` has no text; nothing to read", id="empty"),
        pytest.param(
            '[{"text": " "}]',
            None,
            "item 1 of `feed.json` has no text; nothing to read",
            id="space",
        ),
        pytest.param(
            '{"text": 12}',
            3,
            "item 3 of `feed.jsonl` has a number as `text`; expected words",
            id="12",
        ),
        pytest.param(
            '{"text": "x", "title": true}',
            None,
            "`feed.json` has a boolean as `title`; expected words",
            id="true is no title",
        ),
        pytest.param(
            "[1]",
            3,
            "item 3 of `feed.jsonl` is a list; expected an object with a `text`",
            id="list",
        ),
        pytest.param(
            '{"text": "x", "published": "soon"}',
            3,
            "item 3 of `feed.jsonl`: 'soon' is no date of publication; expected one such as "
            "2024-09-17 or 2024-09-17T07:05:00Z",
            id="no date",
        ),
        pytest.param(
            '{"text": ',
            3,
            "item 3 of `feed.jsonl` is no JSON: expecting value at line 1, column 10",
            id="cut off",
        ),
        pytest.param(
            '[{"text": "one"},\n{"text"]',
            None,
            "`feed.json` is no JSON: expecting ':' delimiter at line 2, column 8",
            id="broken in the middle",
        ),
        pytest.param(
            '[{"text": "one"} {"text": "two"}]',
            None,
            "`feed.json` is no JSON: expecting ',' delimiter at line 1, column 18",
            id="a missing comma",
        ),
        pytest.param(
            '[{"text": "one"}] x',
            None,
            "`feed.json` is no JSON: extra data at line 1, column 18",
            id="more",
        ),
        pytest.param("[" * 100_000, None, "`feed.json` is nested too deep to be read", id="a trap"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(text: str, item: int | None, why: str) -> None:
    assert reason(text, item) == why


def test_items_before_a_break_are_kept() -> None:
    found = read_json('[{"text": "one"}, {"text": "two"}, {')
    assert [each.text for each in found if isinstance(each, Document)] == ["one", "two"]


def test_half_a_character_becomes_one_mark_and_offsets_stay() -> None:
    (found,) = read_json(json.dumps({"text": "a\ud800b🙂 died"}))
    assert isinstance(found, Document)
    assert found.text == "a\ufffdb🙂 died"
    assert found.text.encode("utf-8")


def test_a_feed_of_any_size_takes_the_memory_of_one_record(tmp_path: Path) -> None:
    record = json.dumps({"text": "Nothing happened. " * 1000}) + "\n"
    (tmp_path / "feed.jsonl").write_text(record * 500, "utf-8")
    tracemalloc.start()
    read_ones = sum(1 for raw in gather([tmp_path]) if isinstance(raw, Raw) for _ in read(raw))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert read_ones == 500
    assert peak < 20 * len(record) < (tmp_path / "feed.jsonl").stat().st_size / 20


def test_a_list_of_any_size_is_never_built_whole() -> None:
    record = json.dumps({"text": "Nothing happened. " * 1000})
    text = f"[{','.join([record] * 500)}]"
    raw = Raw(name="x", content=text.encode(), suffix=".json")
    tracemalloc.start()
    assert sum(1 for _ in read(raw)) == 500
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 1.5 * len(text)  # the text itself, once
