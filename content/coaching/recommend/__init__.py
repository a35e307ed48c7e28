"""Which cards answer a wish: hard limits first, then as many wishes as can be had.

Hands out: `choose`, `Choice`, `Reason`, `NothingFits`, and the hard limits by themselves.
"""
