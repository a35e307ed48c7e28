"""Four to six weeks around real runs: which programme, which week, and how a week ends."""
