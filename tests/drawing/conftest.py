"""The invented incident that drawings are tried on."""

from tests.oker import findings, injured, killed, oker, others, tolls_claimed, war

__all__ = ["findings", "injured", "killed", "oker", "others", "tolls_claimed", "war"]
