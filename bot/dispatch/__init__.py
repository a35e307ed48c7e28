"""One update to one transaction: the dispatcher, what a handler is given, replies, faults.

Knows no handler and no view. Hands out: `Conversation`, `Reply` and its buttons, `handle` with
`Handlers`, and `StaleTap`.
"""
