"""From a decision to a reply: which template, which buttons. No decisions of their own."""
