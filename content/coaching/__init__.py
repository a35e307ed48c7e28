"""What to do: a coach's decisions as plain functions of frozen values; `now` is passed in.

`gate` every way to a card, `soreness` the traffic light; `session` the cards of a day, `recommend`
a card that was asked for, `dosage` how much of it, `programme` the weeks, `mobility_test` the
measuring, `review` what the figures say. `coaching-rules.md` names the module of each rule.
"""
