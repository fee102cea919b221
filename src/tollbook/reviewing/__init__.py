"""What a person should look at, and what follows from what people decided."""

from tollbook.reviewing.abstaining import Abstained, leave_out_doubtful
from tollbook.reviewing.queue import most_doubtful_first
from tollbook.reviewing.replay import Reviewed, in_force, is_moved, moved_account_id, replay, undone

__all__ = [
    "Abstained",
    "Reviewed",
    "in_force",
    "is_moved",
    "leave_out_doubtful",
    "most_doubtful_first",
    "moved_account_id",
    "replay",
    "undone",
]
