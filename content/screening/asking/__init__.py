"""What a message only asks about or fears, and what it tells all the same.

Hands out: `questions`, with what of a message is a question.
"""
