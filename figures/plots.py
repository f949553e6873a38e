"""Where the marks of a plot stand. The templates in templates/figures/plots/ draw them; the look is in figures.css.

Five kinds: bars, bars side by side, stacked bars, lines with markers, dots. Units are those of a drawing 360 wide,
which a phone shows as it is.
"""

from dataclasses import dataclass
from textwrap import wrap

from figures.counting.tables import DOTS, LINE, STACKED

WIDTH = 360
BAR_AT_MOST = 270  # leaves room for the number behind it
LABEL, BAR, GAP = 18, 14, 10
LEGEND, LEGEND_CHARACTERS = 20, 46  # a line of it, and what fits into one
LINE_TOP, LINE_HEIGHT, LINE_LEFT, LINE_RIGHT, MONTH_ROOM = 8, 150, 40, 340, 24
MARKERS = ("circle", "square", "triangle")


@dataclass(frozen=True)
class Bar:
    """A rectangle; `kind` is the number of its series, which has a pattern of its own."""

    x: float
    y: float
    width: float
    kind: int


@dataclass(frozen=True)
class PlotLabel:
    """Some words. (x, y) is where their line begins."""

    x: float
    y: float
    words: str


@dataclass(frozen=True)
class Mark:
    """One point of a line or a row."""

    x: float
    y: float
    kind: int
    shape: str


@dataclass
class Plot:
    """All marks of one plot."""

    height: float
    bars: list
    labels: list
    numbers: list
    legend: list
    marks: list
    lines: list
    rules: list


def plot_of(shown):
    """The plot of a table, or None where there is nothing to draw."""
    values = [number.value for row in shown.rows for number in row.numbers]
    if not any(values):
        return None
    draw = {LINE: _line, STACKED: _stacked, DOTS: _dots}.get(shown.table.plot, _bars)
    return draw(shown, max(value or 0 for value in values))


def _empty(shown, *, legend):
    """A plot with the legend of its series, and how far down that reaches."""
    plot, y = Plot(0, [], [], [], [], [], [], []), 0
    if not legend or len(shown.series) < 2:
        return plot, y
    for kind, words in enumerate(shown.series):
        first, *more = wrap(words, LEGEND_CHARACTERS)
        plot.legend.append((Bar(0, y + 3, BAR, kind), PlotLabel(BAR + 8, y + 15, first)))
        for line in more:
            y += LEGEND
            plot.labels.append(PlotLabel(BAR + 8, y + 15, line))
        y += LEGEND
    return plot, y + GAP


def _bars(shown, largest):
    plot, y = _empty(shown, legend=True)
    for row in shown.rows:
        plot.labels.append(PlotLabel(0, y + 13, row.label))
        y += LABEL
        for kind, number in enumerate(row.numbers):
            width = round(BAR_AT_MOST * (number.value or 0) / largest, 1)
            plot.bars.append(Bar(0, y, width, kind))
            plot.numbers.append(PlotLabel(width + 6, y + 12, number.text))
            y += BAR + 2
        y += GAP
    plot.height = y
    return plot


def _stacked(shown, _largest):
    plot, y = _empty(shown, legend=True)
    largest = max(sum(number.value or 0 for number in row.numbers) for row in shown.rows)
    for row in shown.rows:
        plot.labels.append(PlotLabel(0, y + 13, row.label))
        y, x = y + LABEL, 0
        for kind, number in enumerate(row.numbers):
            width = round(BAR_AT_MOST * (number.value or 0) / largest, 1)
            plot.bars.append(Bar(x, y, width, kind))
            x = round(x + width, 1)
        total = sum(number.value or 0 for number in row.numbers)
        plot.numbers.append(PlotLabel(x + 6, y + 12, str(total) if total else row.numbers[0].text))
        y += BAR + GAP
    plot.height = y
    return plot


def _dots(shown, largest):
    plot, y = _empty(shown, legend=False)
    for row in shown.rows:
        number = row.numbers[0]
        plot.labels.append(PlotLabel(0, y + 13, row.label))
        y += LABEL
        plot.rules.append((4, BAR_AT_MOST, y + 7))
        x = round(4 + (BAR_AT_MOST - 4) * (number.value or 0) / largest, 1)
        if number.value is not None:
            plot.marks.append(Mark(x, y + 7, 0, MARKERS[0]))
        plot.numbers.append(PlotLabel(BAR_AT_MOST + 10, y + 12, number.text))
        y += BAR + GAP
    plot.height = y
    return plot


def _line(shown, largest):
    plot, top = _empty(shown, legend=True)
    top += LINE_TOP
    step = (LINE_RIGHT - LINE_LEFT) / max(len(shown.rows) - 1, 1)
    for height, words in ((0, "0"), (1, str(largest))):
        y = round(top + LINE_HEIGHT * (1 - height), 1)
        plot.rules.append((LINE_LEFT, LINE_RIGHT, y))
        plot.numbers.append(PlotLabel(0, y + 4, words))
    for kind in range(len(shown.series)):
        marks = [
            Mark(
                round(LINE_LEFT + step * place, 1),
                round(top + LINE_HEIGHT * (1 - row.numbers[kind].value / largest), 1),
                kind,
                MARKERS[kind % len(MARKERS)],
            )
            for place, row in enumerate(shown.rows)
            if row.numbers[kind].value is not None  # too few to tell is not nought
        ]
        plot.marks += marks
        plot.lines.append((kind, " ".join(f"{mark.x},{mark.y}" for mark in marks)))
    bottom = top + LINE_HEIGHT + 18
    plot.labels.append(PlotLabel(LINE_LEFT, bottom, shown.rows[0].label))
    if len(shown.rows) > 1:
        plot.labels.append(PlotLabel(LINE_RIGHT - 90, bottom, shown.rows[-1].label))
    plot.height = bottom + MONTH_ROOM - 12
    return plot
