"""The message templates of a folder, as files to look through."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from jinja2 import Environment, nodes

from content.authoring.document import File, Problem
from content.wording.messages import MESSAGES, environment_of, sources
from content.wording.sample_values import Field, Sample, fields_of
from content.wording.template_docs import Doc
from content.wording.template_names import asked


@dataclass(frozen=True)
class Template:
    """One template among `sources`, the texts of all by the names of their files."""

    name: str
    sources: Mapping[str, str]
    environment: Environment

    @property
    def file(self) -> str:
        return f"{MESSAGES}/{self.name}"

    @cached_property
    def doc(self) -> Doc:
        return Doc.of(self.sources[self.name], self.file)

    @cached_property
    def fields(self) -> tuple[Field, ...]:
        """What it is filled in with."""
        return fields_of(self.doc.names)

    @cached_property
    def tree(self) -> nodes.Template:
        """As Jinja understands it. Raises TemplateSyntaxError."""
        return self.environment.parse(self.sources[self.name], self.name)

    def compile(self) -> None:
        """Put what Jinja makes of its tree where `text` finds it. Raises TemplateSyntaxError."""
        kept = self.environment.bytecode_cache
        assert kept  # noqa: S101 - `environment_of` gives it one
        bucket = kept.get_bucket(self.environment, self.name, None, self.sources[self.name])
        bucket.code = self.environment.compile(self.tree, self.name)
        kept.set_bucket(bucket)

    @property
    def parts(self) -> Iterator[tuple[str, int]]:
        """The templates that are included, by name, and the lines on which they are."""
        for include in self.tree.find_all(nodes.Include):
            if isinstance(include.template, nodes.Const):
                yield include.template.value, include.lineno

    @property
    def asked(self) -> Iterator[tuple[str, int]]:
        """Each value that is asked for, by this template or by its parts, with its line."""
        yield from asked(self.tree)
        for part, line in self.parts:
            if part in self.sources:
                yield from ((path, line) for path, _ in self.of(part).asked)

    def of(self, name: str) -> "Template":
        """Another template of the same folder."""
        return Template(name, self.sources, self.environment)

    def text(self, case: Sample) -> str:
        """The message as it is sent."""
        template = self.environment.get_template(self.name)
        return template.render(**case.context(self.fields)).strip()

    def problem(self, fault: str, mend: str, line: int = 1, field: str = "") -> Problem:
        return Problem(self.file, line, field, fault, mend)

    def line_with(self, sentence: str) -> int:
        """The line on which a sentence begins as far as its words stand there, else the first."""
        start = " ".join(sentence.split()[:3])
        lines = enumerate(self.sources[self.name].splitlines(), 1)
        return next((number for number, line in lines if start in line), 1)


def templates(root: File, compiled: dict[str, bytes] | None = None) -> list[Template]:
    """All messages under that folder; the page of the gallery is not one.

    What Jinja makes of them is put into `compiled`.
    """
    texts = sources(root)
    environment = environment_of(texts, {} if compiled is None else compiled)
    messages = sorted(name for name in texts if not name.endswith(".html.j2"))
    return [Template(name, texts, environment) for name in messages]
