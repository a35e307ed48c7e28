"""The runner's data, and figures for the operator."""
