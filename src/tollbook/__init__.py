"""Reads reports of armed conflict and finds who says how many were harmed."""
