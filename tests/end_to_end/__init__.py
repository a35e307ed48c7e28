"""The real bot as a process of its own: over HTTP, in a browser, killed and started again."""
