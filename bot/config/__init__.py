"""Configuration: LIMBER_ variables and a .env file as one checked value.

Never read anywhere else. Hands out: `Settings`, `read_settings`, `BadSettings` and `real_now`,
the one clock.
"""
