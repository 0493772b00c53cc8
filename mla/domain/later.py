"""Values that are looked up when somebody first asks for them: most rules look at little of what is known of a case."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

T = TypeVar("T")


class _Later:
    """A value that was put off. It is found once, however many objects hold it."""

    __slots__ = ("find", "found")

    def __init__(self, find: Callable[[], Any]) -> None:
        self.find = find

    def value(self) -> Any:
        """What is put off, found now if it was not yet."""
        if not hasattr(self, "found"):
            self.found = self.find()
        return self.found


def later(find: Callable[[], T]) -> T:
    """What ``find`` gives, for a field of a Deferring dataclass: it is not called before the field is read."""
    return cast(T, _Later(find))


class Deferring:
    """For a frozen dataclass with slots whose fields may be given by ``later``."""

    __slots__ = ("_put_off",)
    _put_off: dict[str, _Later]

    def __post_init__(self) -> None:
        """Leave the slots of what is put off empty, so that reading one asks for its value."""
        held = {name: value for name in self.__slots__ if isinstance(value := getattr(self, name), _Later)}
        object.__setattr__(self, "_put_off", held)
        for name in held:
            object.__delattr__(self, name)

    if not TYPE_CHECKING:  # to a checker, a name that no field bears stays an error

        def __getattr__(self, name: str) -> Any:
            """Find what was put off; asked for only where the slot is empty."""
            if name not in type(self).__slots__:
                raise AttributeError(name)
            object.__setattr__(self, name, found := self._put_off[name].value())
            return found

    def but(self, **changed: Any) -> Self:
        """The same with some fields changed; what was put off stays so, unlike with ``dataclasses.replace``."""
        known = {name: self._put_off[name] if name in self._put_off else getattr(self, name) for name in self.__slots__}
        return type(self)(**known | changed)

    def settle(self) -> None:
        """Find all that was put off, before what it is found from changes."""
        for name in self._put_off:
            getattr(self, name)
