"""Typed answers to the questions of the first chat: "about nine hours", "hips mostly, quads a bit".

A question that is open is read first: a reader of its own takes what it finds and lets the rest
be. It never takes a message that asks for something else, and it decides nothing about what is
stored. It hands out `read_answer`, `corrected` and `told`.
"""
