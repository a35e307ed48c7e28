"""Work that takes a processor for seconds: done in other processes, and kept in a folder.

Hands out `Workers` (processes that are there while there is something to do) and `KeptFiles` (each
file made once, whoever asks). Knows nothing of what is made.
"""
