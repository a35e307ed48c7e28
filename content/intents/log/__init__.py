"""What a message tells of sessions: done, half, missed, taken back, and days off."""
