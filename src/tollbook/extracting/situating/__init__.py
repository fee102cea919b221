"""Claims -> accounts: which incident, when, where, with what, to whom."""
