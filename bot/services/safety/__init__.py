"""Whether a card may open, what rests and why, what is asked about the body, and what words mean
by all that is known of it.
"""
