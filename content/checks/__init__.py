"""What makes content good rather than merely readable, for authors and for the build.

One module for each kind of file. Hands out: `check`, the coverage table and the gallery.
"""
