"""Queries with names, one module for each table or question. SQL is written nowhere else."""
