"""How it looks. The runner's data, and figures for the operator."""
