"""The runner: flesh, clothes, head and what glows, painted from the furthest to the nearest."""
