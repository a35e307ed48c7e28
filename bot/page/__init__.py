"""The session on a page of its own, a Telegram Mini App, with progress and the library beside it.

It is one more way in: who comes is known by what Telegram signed, what is shown goes through the
same gate as in the chat, progress has the figures of the picture there, and what was done is
logged by the same action that ends a walk there. It decides nothing by itself, and keeps nothing
but hearts. It hands out `MiniApp`, the routes below /app/.
"""
