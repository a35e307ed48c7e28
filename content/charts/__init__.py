"""Charts for runners: numbers in, a picture out. Pure, but for reading templates and fonts."""
