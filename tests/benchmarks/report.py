"""Figures in columns."""

import math
import statistics
from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass
class Times:
    """Milliseconds, by the clock and of the processor for this thread."""

    wall: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)

    def add(self, wall: float, cpu: float) -> None:
        """Add one measurement."""
        self.wall.append(wall)
        self.cpu.append(cpu)

    def __add__(self, other: "Times") -> "Times":
        return Times(self.wall + other.wall, self.cpu + other.cpu)

    def __str__(self) -> str:
        several = (part(times) for times in (self.wall, self.cpu) for part in (median, p95))
        return "{:>8.2f} /{:>8.2f}   {:>7.2f} /{:>8.2f}".format(*several)


def median(times: Sequence[float]) -> float:
    """Return the middle one."""
    return statistics.median(times) if times else math.nan


def p95(times: Sequence[float]) -> float:
    """Return what 19 of 20 do not exceed."""
    return statistics.quantiles(times, n=20, method="inclusive")[-1] if len(times) > 1 else math.nan


def slope(points: Sequence[tuple[float, float]]) -> float:
    """Return the exponent with which y grows with x: 0 is constant, 1 proportional."""
    if len(points) < 2:
        return math.nan
    xs, ys = zip(*((math.log(x), math.log(max(y, 1e-6))) for x, y in points), strict=True)
    return statistics.linear_regression(xs, ys).slope
