"""Problems found in input: collected, not raised one at a time. Knows nothing of Django."""

from __future__ import annotations

from dataclasses import dataclass, field

SHOWN = 50
NOTHING_CHANGED = "Nothing was changed."


@dataclass(frozen=True)
class Problem:
    """Something wrong in a file, said so that its owner can mend it."""

    message: str
    file: str = ""
    line: int | None = None

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line is not None else self.file
        return f"{place}: {self.message}" if place else self.message


@dataclass
class Problems:
    """Every problem is counted; the first `SHOWN` are kept to be shown."""

    count: int = 0
    first: list[Problem] = field(default_factory=list)

    def add(self, message: str, *, file: str = "", line: int | None = None) -> None:
        self.count += 1
        if len(self.first) < SHOWN:
            self.first.append(Problem(message, file, line))

    def add_uncounted(self, more: int) -> None:
        """Count `more` problems that nobody described, beyond those shown."""
        self.count += more

    def extend(self, others: Problems) -> None:
        """Take over the problems that another reader found."""
        room = SHOWN - len(self.first)
        self.first += others.first[:room]
        self.count += others.count

    def __bool__(self) -> bool:
        return self.count > 0

    def __str__(self) -> str:
        lines = [str(problem) for problem in self.first]
        noun = "problem" if self.count == 1 else "problems"
        if self.count > len(self.first):
            lines.append(f"… and {self.count - len(self.first):,} more")
        lines.append(f"{self.count:,} {noun} in all. {NOTHING_CHANGED}")
        return "\n".join(lines)

    def refuse(self) -> None:
        """Raise InputRefused if there is any problem."""
        if self:
            raise InputRefusedError(self)


class InputRefusedError(Exception):
    """The input has problems; nothing may be written."""

    def __init__(self, problems: Problems) -> None:
        super().__init__(str(problems))
        self.problems = problems


def refuse(message: str, *, file: str = "", line: int | None = None) -> InputRefusedError:
    """The error for a problem after which reading can't go on: `raise refuse("…", file=name)`."""
    problems = Problems()
    problems.add(message, file=file, line=line)
    return InputRefusedError(problems)
