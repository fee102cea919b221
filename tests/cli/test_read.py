import csv
import io
import json
import os
import pty
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter

from tollbook.incident import Report
from tollbook.toll import Findings

FLASH = (
    "\ufeffA night attack on the village of Oker killed at least 12 people, a nurse said.\r\n"
    "🙂 e\u0301 שלום. The teacher Lena Oster was shot dead on Monday.\r\n"
)
FORMATS = ["card", "history", "json", "jsonl", "csv", "claims"]

Run = Callable[..., Any]


@pytest.fixture
def flash(tmp_path: Path) -> Path:
    path = tmp_path / "flash.txt"
    path.write_text(FLASH, encoding="utf-8", newline="")
    return path


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_reads_a_report_and_exits_with_zero(run: Run, flash: Path, form: str) -> None:
    done = run("read", flash, "--published", "2031-03-04", "--format", form)
    assert (done.code, done.err) == (0, "")
    assert "12" in done.out


def test_the_card_is_the_default_and_plain_in_a_pipe(run: Run, flash: Path) -> None:
    done = run("read", flash, "--publisher", "Oker Daily")
    assert "Oker Daily, no date" in done.out
    assert "killed «at least 12» people, a nurse" in done.out
    assert "\x1b" not in done.out
    assert max(map(len, done.out.splitlines())) <= 80


def test_offsets_of_the_claims_format_point_into_the_file_as_read(
    run: Run, flash: Path, tmp_path: Path
) -> None:
    done = run("read", flash, "--format", "claims", "--out", tmp_path / "out")
    assert (done.code, done.out) == (0, "")
    with flash.open(encoding="utf-8", newline="") as file:
        text = file.read()
    claims = json.loads((tmp_path / "out/flash.json").read_text("utf-8"))["claims"]
    marked = [text[claim["count"]["start"] : claim["count"]["end"]] for claim in claims]
    assert marked[0] == "at least 12"
    assert any("Lena Oster" in words for words in marked)


def test_the_claims_of_one_report_are_one_object_on_standard_output(run: Run, flash: Path) -> None:
    written = json.loads(run("read", flash, "--format", "claims").out)
    assert written["name"] == str(flash)
    assert written["claims"][0]["count"]["low"] == 12


def test_json_is_strictly_what_the_nouns_are(run: Run, flash: Path) -> None:
    done = run("read", flash, "--format", "json", "--names")
    findings = TypeAdapter(Findings).validate_json(done.out, strict=True)
    assert findings.documents[0].name == str(flash)
    assert "Lena Oster" in done.out


def test_jsonl_is_a_report_a_line(run: Run, tmp_path: Path) -> None:
    lines = [json.dumps({"text": FLASH, "title": f"T{number}"}) for number in range(3)]
    (tmp_path / "feed.jsonl").write_text("\n".join(lines), encoding="utf-8")
    done = run("read", tmp_path, "--format", "jsonl")
    reports = [
        TypeAdapter(Report).validate_json(line, strict=True) for line in done.out.splitlines()
    ]
    assert [report.imprint.title for report in reports] == ["T0", "T1", "T2"]


def test_csv_has_a_row_per_claim(run: Run, flash: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run("read", flash, "--format", "csv").out)))
    assert rows[0]["words"] == "at least 12"
    assert all(row["sentence"] in FLASH for row in rows if "█" not in row["sentence"])


@pytest.mark.parametrize("form", FORMATS)
def test_the_names_of_those_harmed_are_withheld_unless_asked_for(
    run: Run, flash: Path, form: str
) -> None:
    assert "Oster" not in run("read", flash, "--format", form).out
    asked = run("read", flash, "--format", form, "--names").out
    assert ("Oster" in asked) is (form != "claims")


DOUBTED = "At Oker 12 people were killed, a nurse said. The Vell Front condemned the attack."


@pytest.mark.parametrize("form", [form for form in FORMATS if form != "history"])
def test_doubtful_figures_are_left_out_and_their_number_is_said(run: Run, form: str) -> None:
    done = run("read", "-", "--surer-than", "1", "--format", form, piped=DOUBTED.encode())
    assert done.code == 0
    assert done.err == "tollbook: left out 1 figure read with less than 1.00 confidence\n"
    assert "12" not in done.out.replace("0.12", "")
    assert "condemned" in done.out


def test_where_no_figure_is_doubtful_nothing_is_said(run: Run) -> None:
    piped = DOUBTED.encode()
    done = run("read", "-", "--surer-than", "0.1", piped=piped)
    assert (done.out, done.err) == (run("read", "-", piped=piped).out, "")


@pytest.mark.parametrize("form", ["card", "json", "jsonl", "csv"])
def test_who_is_named_by_a_figure_left_out_is_still_not_named(run: Run, form: str) -> None:
    text = "Lena Oster was shot dead. The Vell Front condemned the killing of Lena Oster."
    done = run("read", "-", "--surer-than", "1", "--format", form, piped=text.encode())
    assert "left out" in done.err
    assert "Vell Front" in done.out
    assert "Oster" not in done.out


def test_the_claims_least_surely_read_come_first_in_the_table(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(DOUBTED, "utf-8")
    (tmp_path / "b.txt").write_text("Three soldiers were wounded at Tarn, the army said.", "utf-8")
    arguments = ("read", tmp_path, "--format", "csv")
    done = run(*arguments, "--doubtful-first")
    assert (done.code, done.err) == (0, "")
    rows = list(csv.DictReader(io.StringIO(done.out)))
    sure = [float(row["confidence"]) for row in rows if row["confidence"]]
    assert len(sure) == 2
    assert sure == sorted(sure)
    assert [row["kind"] for row in rows] == ["toll", "toll", "reaction"]
    assert sorted(done.out.splitlines()) == sorted(run(*arguments).out.splitlines())


def test_standard_input_is_read(run: Run) -> None:
    done = run("read", "-", "--format", "claims", piped=FLASH.encode())
    assert json.loads(done.out)["name"] == "stdin"
    feed = (json.dumps({"text": FLASH}) + "\n").encode() * 2
    done = run("read", "-", "--format", "claims", piped=feed)
    assert [json.loads(line)["name"] for line in done.out.splitlines()] == ["stdin:1", "stdin:2"]


@pytest.mark.usefixtures("flash")
def test_one_bad_input_is_named_and_loses_no_other(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.md").write_bytes(b"")
    (tmp_path / "old.txt").write_bytes("Ménaka".encode("latin-1"))
    (tmp_path / "photo.txt").write_bytes(b"\x89PNG\x00")
    (tmp_path / "feed.jsonl").write_text('{"title": "T"}\n{"text": "Nothing."}\n', "utf-8")
    done = run("read", "gone.txt", tmp_path, "--format", "jsonl")
    assert done.code == 1
    assert len(done.out.splitlines()) == 2
    assert [line.split("`")[1].rpartition("/")[2] for line in done.err.splitlines()] == [
        "gone.txt",
        "empty.md",
        "feed.jsonl",
        "old.txt",
        "photo.txt",
    ]
    assert all(line.startswith("tollbook: ") for line in done.err.splitlines())


def test_the_card_names_what_was_not_read(run: Run, flash: Path) -> None:
    done = run("read", flash, "gone.txt")
    assert done.code == 1
    assert "Not read: `gone.txt` cannot be opened: no such file or directory" in done.out


def test_a_report_without_claims_is_a_result(run: Run) -> None:
    done = run("read", "-", piped=b"The market of Oker opened as usual.")
    assert (done.code, done.err) == (0, "")
    assert done.out == "No claims about harm in 1 report.\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(["read"], "Missing argument", id="nothing to read"),
        pytest.param(["read", "-", "--published", "soon"], "'soon' is no date", id="no date"),
        pytest.param(["read", "-", "--format", "xml"], "xml", id="no such format"),
        pytest.param(["read", "-", "--out", "flash.txt"], "is a file; give", id="no folder"),
        pytest.param(["read", "-", "--surer-than", "1.5"], "1.5 is no", id="more than certain"),
        pytest.param(["read", "-", "--surer-than", "nan"], "nan is no", id="no number"),
        pytest.param(["read", "-", "--doubtful-first"], "give --format csv", id="no rows"),
        pytest.param(["reed"], "reed", id="no such verb"),
    ],
)
@pytest.mark.usefixtures("flash")
def test_a_wrong_command_line_exits_with_two_and_reads_nothing(
    run: Run, arguments: list[str], said: str
) -> None:
    done = run(*arguments, piped=FLASH.encode())
    assert done.code == 2
    assert said in done.err
    assert done.out == ""


@pytest.mark.parametrize(
    ("form", "file"),
    [("card", "tollbook.txt"), ("json", "tollbook.json"), ("csv", "tollbook.csv")],
)
def test_out_takes_a_folder_that_need_not_be_there(
    run: Run, flash: Path, tmp_path: Path, form: str, file: str
) -> None:
    done = run("read", flash, "--format", form, "--out", tmp_path / "a/b")
    assert (done.code, done.out) == (0, "")
    printed = run("read", flash, "--format", form).out
    assert (tmp_path / "a/b" / file).read_bytes().decode("utf-8") == printed


@pytest.mark.usefixtures("flash")
def test_two_documents_of_one_stem_get_two_files(run: Run, tmp_path: Path) -> None:
    (tmp_path / "flash.md").write_text("Nothing happened.", "utf-8")
    run("read", tmp_path, "--format", "claims", "--out", tmp_path / "out")
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "flash-2.json",
        "flash.json",
    ]


def test_a_locale_that_knows_few_characters_loses_no_run(run: Run, flash: Path) -> None:
    done = run("read", flash, LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.code == 0
    assert "«at least 12»" in done.out


def test_a_reader_who_has_seen_enough_is_no_error(flash: Path) -> None:
    command = f"'{sys.executable}' -m tollbook.cli read '{flash}' --format csv | head -n 1"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)
    assert done.stdout.startswith("id,document")
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_said_in_a_line(flash: Path) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "tollbook.cli", "read", str(flash)],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr == "tollbook: cannot write: no space left on device\n"


def on_a_terminal(command: list[str], **environment: str) -> str:
    """Run a command with a terminal for output and give what it wrote there."""
    ours, theirs = pty.openpty()
    env = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    process = subprocess.Popen(
        command, stdout=theirs, stderr=theirs, env={**env, "TERM": "xterm", **environment}
    )
    os.close(theirs)
    written = b""
    while True:
        try:
            piece = os.read(ours, 65536)
        except OSError:  # how Linux says that nobody writes to a terminal any more
            break
        if not piece:
            break
        written += piece
    os.close(ours)
    assert process.wait() == 0
    return written.decode("utf-8")


@pytest.mark.parametrize(
    ("environment", "has_colour"),
    [
        pytest.param({}, True, id="a terminal"),
        pytest.param({"NO_COLOR": "1"}, False, id="NO_COLOR"),
        pytest.param({"NO_COLOR": ""}, True, id="an empty NO_COLOR"),
        pytest.param({"TERM": "dumb"}, False, id="a dumb terminal"),
    ],
)
def test_colour_is_for_terminals_that_want_it(
    flash: Path, environment: dict[str, str], has_colour: bool
) -> None:
    command = [sys.executable, "-m", "tollbook.cli", "read", str(flash)]
    written = on_a_terminal(command, **environment)
    assert ("\x1b[1;33mat least 12\x1b[0m" in written) is has_colour
    assert ("«at least 12»" in written) is not has_colour


def test_a_report_comes_to_its_card_in_reasonable_time(run: Run, flash: Path) -> None:
    run("read", flash)  # compiles what is not compiled yet
    started = time.perf_counter()
    run("read", flash)
    # The aim is 1.5 s; a shared machine may be three times slower. `make bench` measures.
    assert time.perf_counter() - started < 4.5


BAMAKO = Path(__file__).parents[2] / "examples/bamako"


def test_as_of_a_day_only_what_was_published_by_then_is_read(run: Run) -> None:
    done = run("read", BAMAKO, "--as-of", "2024-09-18", "--format", "json")
    findings = TypeAdapter(Findings).validate_json(done.out)
    days = {str(imprint.published_on) for imprint in findings.documents}
    assert days == {"2024-09-17", "2024-09-18"}
    assert (done.code, done.err) == (0, "tollbook: as of 2024-09-18, left out 4 published later\n")


def test_the_toll_as_of_a_day_owes_nothing_to_later_reports(run: Run, tmp_path: Path) -> None:
    early = tmp_path / "early"
    early.mkdir()
    for report in BAMAKO.glob("*.md"):
        if "published: 2024-09-1" in report.read_text("utf-8"):
            (early / report.name).write_bytes(report.read_bytes())
    then = run("read", BAMAKO, "--as-of", "2024-09-19").out
    alone = run("read", early).out
    assert then == alone != run("read", BAMAKO).out


def test_as_of_a_day_a_report_without_a_date_is_left_out_and_said_so(run: Run, flash: Path) -> None:
    done = run("read", flash, "--as-of", "2031-03-04")
    assert "No claims about harm in 0 reports" in done.out
    assert done.err == "tollbook: as of 2031-03-04, left out 1 without a date\n"


def test_as_of_no_day_is_refused_with_what_was_expected(run: Run, flash: Path) -> None:
    done = run("read", flash, "--as-of", "yesterday")
    assert done.code == 2
    assert "'yesterday' is no day; give one such as 2024-09-18" in done.err


def test_the_history_tells_each_toll_day_by_day(run: Run) -> None:
    done = run("read", BAMAKO, "--format", "history")
    days = [line.split("(")[0].split()[:3] for line in done.out.splitlines() if "●" in line]
    assert ["17", "September", "2024"] in days
    assert "“more than 70” replaces “at least 50”" in done.out
    assert max(map(len, done.out.splitlines())) <= 80


def test_the_history_withholds_names_unless_asked(run: Run, flash: Path) -> None:
    withheld = run("read", flash, "--published", "2031-03-04", "--format", "history").out
    named = run("read", flash, "--published", "2031-03-04", "--format", "history", "--names").out
    assert "Oster" not in withheld
    assert "Oster" in named
