"""Who else looks after the runner: the sheet for a physio, and what a physio gave."""
