"""What a coach teaches, as frozen values found by their ids.

Reads and holds; it decides nothing about a runner. Hands out: `Library` and how it is loaded,
cards, routines, programmes, questions, the shared terms, and the steps that guide through a card.
"""
