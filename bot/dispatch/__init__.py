"""One update to one transaction: the dispatcher, what a handler is given, replies, faults."""
