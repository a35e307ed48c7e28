"""How well messages are taken: each module prints the figures of one set, and is no test."""
