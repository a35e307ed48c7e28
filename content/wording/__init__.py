"""Every word that a runner reads: templates, labels, openers.

Decides nothing: a template gets values and says them. Hands out: `message`, `label`, `toast`,
`term`, `opener`, and what a template documents about itself.
"""
