"""Telegram out: the sender, one message and what its answer means, chat rates, pictures.

Never decides what is said. Hands out: `Sender`, `MessageDelivery`, `ChatRate`, and the pictures
and charts that are made when a message leaves.
"""
