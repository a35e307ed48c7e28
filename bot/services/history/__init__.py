"""What stands of a runner's weeks, for pictures and sheets.

Never changes any of it. Hands out: `past_days`, `physio_history`, `progress_figures` and `streaks`.
"""
