"""The coach's library as tests need it while they are collected: read once in each process."""

from functools import cache

from content.catalog.library import Library, load


@cache
def library() -> Library:
    """All cards, routines and programmes that are installed with Limber."""
    return load()
