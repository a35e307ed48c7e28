"""Telegram in: polling or webhook, the durable inbox, the order within a chat, the API client.

Never looks into what is said. Hands out: `BotClient`, `UpdateInbox`, `PerChatOrder` and the
source of updates.
"""
