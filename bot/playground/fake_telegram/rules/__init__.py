"""What Telegram checks before it takes a call.

It reads parameters, texts, HTML, keyboards and reactions as the Bot API does, and raises `ApiError`
in Telegram's words. It remembers nothing and knows no chat. It hands out `decode` and `Params`,
`text_of` and `caption_of`, `checked` keyboards, `parse` and `write` for HTML, and `strict.check`.
"""
