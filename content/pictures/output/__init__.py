"""Pictures as files: stills, films, many at once, kept in a folder under what they show."""
