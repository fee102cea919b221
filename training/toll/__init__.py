"""Fits the numbers of the posterior to incidents that were settled later."""
