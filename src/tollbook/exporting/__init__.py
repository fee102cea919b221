"""Nouns, written for others: json, jsonl, csv, and the claims format of the gold."""
