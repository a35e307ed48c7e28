"""What is remembered: tables, migrations, transactions, and queries with names.

The only room that knows SQL. It never decides anything and never commits by itself: a
transaction belongs to whoever opened it.
"""
