"""What a message wants: words in, `Meaning`s out. Pure.

A message was screened before it comes here. Nothing here answers, logs or changes anything.
"""
