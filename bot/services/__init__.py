"""What handlers share: the runner's session, schedule, guide, programme and answers.

A service reads and writes for one conversation; it never words anything and knows no view.
"""
