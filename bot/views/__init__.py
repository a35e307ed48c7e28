"""From a decision to a reply: which template, which buttons. No decisions of their own.

Hands out: for every capability a module of functions from values to a reply.
"""
