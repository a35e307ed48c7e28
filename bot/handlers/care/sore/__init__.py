"""Soreness and effort: told after a session or the morning after, and where it is."""
