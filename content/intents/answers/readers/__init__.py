"""How each question of the first chat is answered: one module for each kind of answer.

Every reader is a plain function from `Said`, the words of an answer, to what it found or None. They
know nothing of each other, and hand out one function each, which `content/intents/answers/read.py`
looks up by the question.
"""
