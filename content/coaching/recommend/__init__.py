"""Which cards answer a wish: hard limits first, then as many wishes as can be had."""
