"""The database itself: opening it, its tables and migrations, one transaction, the threads that talk to it."""
