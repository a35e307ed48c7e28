"""What the recogniser is told before it listens: the words that runners say here. Pure."""

from content.language.lexicon import Lexicon


def prompts(lexicon: Lexicon) -> tuple[str, ...]:
    """A list of words as if they had been said before: that makes them likelier than others."""
    asides = [said[0] for said in lexicon.tables["asides"]["asides"].values()]
    return (", ".join([*lexicon.tables["spoken"]["expect"], *asides]),)
