"""The database itself: opening it, its tables, one transaction, the threads that talk to it."""
