"""What a week or six of them show, as plain values for pictures and words."""
