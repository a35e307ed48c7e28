"""What services make and views show: frozen values that read nothing and write nothing.

Services and views both stand on these, so that neither has to know the other.
"""
