"""The playground's chat page in a real browser: a small bot behind it, and what is seen."""
