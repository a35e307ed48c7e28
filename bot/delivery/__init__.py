"""Telegram out: the sender, one message and what its answer means, chat rates, pictures."""
