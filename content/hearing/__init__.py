"""What a voice message said, and whether it may be acted on. Pure.

Recognition is done elsewhere. Hands out: `Transcript` and `decided`. It never answers or logs.
"""
