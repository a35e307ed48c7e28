"""The home test of hip extension: tape lengths in, degrees and an honest verdict out."""
