"""Why an operator's port can't be opened."""


class CantListen(OSError):
    """The address is taken or not ours; the text says which."""
