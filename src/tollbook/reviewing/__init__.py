"""What a person should look at: the doubtful first, or without what was read too doubtfully."""

from tollbook.reviewing.abstaining import Abstained, leave_out_doubtful
from tollbook.reviewing.queue import most_doubtful_first

__all__ = ["Abstained", "leave_out_doubtful", "most_doubtful_first"]
