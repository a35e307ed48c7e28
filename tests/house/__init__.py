"""The project itself: contracts, deployment files, the table of coaching rules."""
