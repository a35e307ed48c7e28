"""Telegram in: polling or webhook, the durable inbox, the order within a chat, the API client."""
