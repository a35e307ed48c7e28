"""Listening to voice messages: sound in, a transcript out, in a process of its own.

Nothing here understands, answers, keeps or logs what was said. It hands out `VoiceNotes` and
`Listener`.
"""
