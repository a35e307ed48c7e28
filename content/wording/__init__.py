"""Every word that a runner reads: templates, labels, openers.

Decides nothing: a template gets values and says them. Hands out: `Wording`, a value with `message`,
`label`, `toast`, `term` and `opener`, and what a template documents about itself.
"""
