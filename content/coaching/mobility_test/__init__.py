"""The home test of hip extension: tape lengths in, an index and an honest verdict out."""
