"""What authors look at: what is covered, the facts, all pictures, and how a sentence is heard.

It finds no faults. Hands out: `table` of the facts, `gallery`, `hearing` and the coverage table.
"""
