"""The things around the runner: mats, walls, bands, rollers."""
