"""What is asked, where nothing shall be done: general questions, and days that are over.

Hands out: `topics`, `history` and `figures`.
"""
