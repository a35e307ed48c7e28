"""Queries with names, one module for each table or question. SQL is written nowhere else.

Hands out: the queries, reached through a unit of work, and their rows.
"""
