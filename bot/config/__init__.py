"""Configuration: LIMBER_ variables and a .env file as one checked value."""
