"""Talking: handlers, views, settings and the composition root.

Telegram's types stay in this room. It decides little: it asks `content` what to say,
`scheduler` when, and `storage` what is known, and turns the answers into messages.
"""
