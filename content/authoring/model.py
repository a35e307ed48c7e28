"""What authors write, as frozen values, and how far each field may go.

Here is nothing to check with: `validation` does that with pydantic, which is slow to import and
not needed by a start whose content was checked before (see `cache`).
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar, dataclass_transform


@dataclass_transform(frozen_default=True, kw_only_default=True)
class Model:
    """Whatever derives from it is a frozen dataclass whose fields are given by name."""

    __pydantic_config__: ClassVar = {"extra": "forbid", "str_strip_whitespace": True}

    def __init_subclass__(cls) -> None:
        dataclass(frozen=True, kw_only=True)(cls)


class Within:
    """Bounds of a field, as pydantic names them: ge, le, min_length, max_length, pattern."""

    def __init__(self, **bounds: float | str) -> None:
        self._bounds = bounds

    def __get_pydantic_core_schema__(
        self, source: Any, handler: Callable[[Any], dict[str, Any]]
    ) -> dict[str, Any]:
        return handler(source) | self._bounds


class Unfit(ValueError):
    """What no bound of a field tells: the fault and the mend, for the author, and the field."""

    def __init__(self, fault: str, mend: str, *field: str) -> None:
        super().__init__(f"{fault}. Mend: {mend}.")
        self.fault = fault
        self.mend = mend
        self.field = field
