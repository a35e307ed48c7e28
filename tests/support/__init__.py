"""What tests stand on: a chat to talk in, pages, PostgreSQL, processes."""
