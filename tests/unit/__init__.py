"""Rules and parts, each alone: tables and properties."""
