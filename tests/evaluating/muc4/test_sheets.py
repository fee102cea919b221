from tollbook.evaluating.muc4.sheets import read_sheet
from tollbook.evaluating.muc4.tallies import Tally

SHEET = """
ZZ1-MUC9-0001	     key: 1  response: 2

SLOT		      POS ACT|COR PAR INC|ICR IPA|SPU MIS NON|REC PRE OVG FAL
-----------------------------+-----------+-------+-----------+---------------
inc-type	        1   1|  0   1   0|  0   0|  0   0   0| 50  50   0   0

ZZ1-MUC9-0002	     key: 1  response: *			      [missing]

inc-type	        1   0|  0   0   0|  0   0|  0   1   0|  0   *   *   0

 * * * TOTAL SLOT SCORES * * *

inc-type	        2   1|  0   1   0|  0   0|  0   1   0| 25  50   0   4
ALL TEMPLATES	        2   1|  0   1   0|  0   0|  0   1   0| 25  50   0
"""


def test_a_sheet_gives_each_pair_of_templates_and_the_totals() -> None:
    sheet = read_sheet(SHEET)
    assert sheet.pairs["ZZ1-MUC9-0001", 1, 2] == {"inc-type": Tally(partial=1)}
    assert sheet.pairs["ZZ1-MUC9-0002", 1, None] == {"inc-type": Tally(missing=1)}
    assert sheet.totals == {
        "inc-type": Tally(partial=1, missing=1),
        "ALL TEMPLATES": Tally(partial=1, missing=1),
    }
