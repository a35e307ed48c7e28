"""Chats, tables and properties. Nothing of the product imports this."""
