"""What was done last, and how it is put right: taken back, corrected, or as it stood before.

Hands out: `deeds` (logs, runs and settings, the last one first), `corrections` and `put_back`.
"""
