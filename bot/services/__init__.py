"""What handlers share: the runner's session, schedule, guide, programme and answers.

A service reads and writes for one conversation; it never words anything and knows no view.
Hands out its modules: `session`, `on_screen`, `training_state`, `cards`, `questionnaire`, `tone`
and those of its rooms.
"""
