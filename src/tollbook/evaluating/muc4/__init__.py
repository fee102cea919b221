"""MUC-4 (1992): answer keys, official slot scoring, and templates filled from what is read."""
