"""Score + Analysis -> a readable breakdown in the terminal, by Rich (extra ``cli``)."""

from __future__ import annotations

from collections.abc import Iterator

from credscore.analysis import Analysis
from credscore.errors import MissingExtraError
from credscore.hedges import Hedge, Holder
from credscore.messages import Messages, load_messages
from credscore.render.chains import chain_line, content_line, safe, shorten
from credscore.scores import Band, Contribution, Score
from credscore.spans import Span

try:
    from rich.console import Console, Group, RenderableType
    from rich.padding import Padding
    from rich.rule import Rule
    from rich.table import Table
    from rich.text import Text
except ModuleNotFoundError as error:
    raise MissingExtraError("the breakdown in the terminal needs rich: pip install 'credscore[cli]'") from error

_BAR_CELLS = 25  # of the waterfall: 4 points each
_LONGEST_CONTENT = 100  # characters
_BAND_STYLES = {Band.STRONG: "bold green", Band.GOOD: "green", Band.PARTIAL: "yellow", Band.WEAK: "bold red"}
_CONTENT, _CUE, _SOURCE, _HEDGE, _BOOSTER = "italic", "bold cyan", "bold green", "bold yellow", "bold red"


def print_score(analysis: Analysis, score: Score, console: Console | None = None) -> None:
    """Prints score, waterfall of points, chains, hedges and the marked text, and gives back nothing."""
    (console or Console(highlight=False)).print(render_score(analysis, score))


def render_score(analysis: Analysis, score: Score) -> RenderableType:
    """The whole breakdown as something that Rich can print."""
    messages = load_messages(score.lang)
    parts: list[RenderableType] = [_headline(score, messages)]
    if score.value is not None:
        parts += [_rule(messages, "points"), _waterfall(score, score.value, messages)]
    parts += [Text(f"* {safe(note.message)}", style="dim") for note in (*analysis.notes, *score.notes)]
    if analysis.attributions:
        parts += [_rule(messages, "chains"), *_chains(analysis, messages)]
    if analysis.hedges:
        parts += [_rule(messages, "hedges"), *(_hedge_line(analysis, hedge, messages) for hedge in analysis.hedges)]
    if analysis.article.text.strip():
        parts += [_rule(messages, "text"), _legend(messages), Text()]
        if analysis.article.title:
            parts += [mark_text(analysis, in_title=True), Text()]
        parts.append(mark_text(analysis))
    return Group(*parts)


def mark_text(analysis: Analysis, *, in_title: bool = False) -> Text:
    """The body text (or the title), with content, cues, sources, hedges and boosters each in a style of their own."""
    marked = Text(safe((analysis.article.title or "") if in_title else analysis.article.text))
    for style, (start, end) in _styles(analysis, in_title=in_title):
        marked.stylize(style, start, end)
    return marked


def _styles(analysis: Analysis, *, in_title: bool) -> Iterator[tuple[str, Span]]:
    """Styles and where they go; a later one covers an earlier one."""
    for attribution in analysis.attributions:
        if attribution.in_title is in_title:
            yield from ((_CONTENT, span) for span in attribution.content)
            yield from ((_SOURCE, link.span) for link in attribution.chain)
            yield _CUE, attribution.cue
    yield from ((_HEDGE, hedge.span) for hedge in analysis.hedges if hedge.in_title is in_title)
    if not in_title:
        yield from ((_BOOSTER, span) for span in analysis.boosters)


def _headline(score: Score, messages: Messages) -> Text:
    if score.value is None or score.interval is None or score.band is None or score.admiralty is None:
        return Text(messages.name("terms", "abstained"), style="bold")
    low, high = score.interval
    source, information = score.admiralty.source, score.admiralty.information
    style = _BAND_STYLES[score.band]
    headline = Text.assemble(
        (f"{messages.name('terms', 'score')} ", "bold"),
        (f"{score.value:.1f}", style),
        f" {messages.name('terms', 'of_hundred')} ({messages.name('terms', 'interval')} {low:.1f}-{high:.1f}): ",
        (messages.name("bands", score.band), style),
        f"\n{messages.name('terms', 'admiralty')}: {source}{information}"
        f" ({messages.name('terms', 'source')}: {messages.name('sources', source)};"
        f" {messages.name('terms', 'information')}: {messages.name('information', information)})",
        f"\n{messages.name('terms', 'model')}: {score.model}",
    )
    return headline.append(f"\n{messages.name('terms', 'disclaimer')}", style="dim")


def _rule(messages: Messages, term: str) -> RenderableType:
    return Padding(Rule(Text(messages.name("terms", term), style="bold"), align="left", style="dim"), (1, 0, 0, 0))


def _waterfall(score: Score, value: float, messages: Messages) -> Table:
    """One row a contribution that moved the score, the largest first, from the base down to the value."""
    table = Table(box=None, pad_edge=False, show_header=False)
    table.add_column(no_wrap=True)
    table.add_column(justify="right", no_wrap=True)
    table.add_column(no_wrap=True, min_width=_BAR_CELLS)
    table.add_column(overflow="fold")
    table.add_row(messages.name("terms", "base"), f"{score.base:.1f}", _bar(0.0, score.base, "dim"), "")
    running = score.base
    for contribution in _moving(score):
        style = "green" if contribution.points > 0 else "red"
        bar = _bar(running, running + contribution.points, style)
        points = Text(f"{contribution.points:+.1f}", style=style)
        table.add_row(Text(messages.label(contribution.signal)), points, bar, Text(safe(contribution.message)))
        running += contribution.points
    total = Text(f"{value:.1f}", style="bold")
    table.add_row(Text(messages.name("terms", "total"), style="bold"), total, _bar(0.0, value, "bold"), "")
    return table


def _moving(score: Score) -> list[Contribution]:
    return sorted((c for c in score.contributions if c.points), key=lambda c: -abs(c.points))


def _bar(start: float, end: float, style: str) -> Text:
    """A piece of the waterfall between two running totals, at least one cell wide."""
    first, last = sorted(round(total * _BAR_CELLS / 100) for total in (start, end))
    first = min(first, _BAR_CELLS - 1)
    return Text(" " * first + "█" * max(1, last - first), style=style)


def _chains(analysis: Analysis, messages: Messages) -> list[Text]:
    publisher = messages.name("terms", "publisher")
    return [
        Text.assemble(
            (chain_line(analysis, attribution, publisher), _SOURCE),
            f" [{messages.name('terms', 'title')}]" if attribution.in_title else "",
            f"\n    {content_line(analysis, attribution, _LONGEST_CONTENT)}",
        )
        for attribution in analysis.attributions
    ]


def _hedge_line(analysis: Analysis, hedge: Hedge, messages: Messages) -> Text:
    words = (analysis.article.title or "") if hedge.in_title else analysis.article.text
    strength = "" if hedge.strength is None else f", {hedge.strength[0]:.0%}-{hedge.strength[1]:.0%}"
    holder = messages.name("terms", "author" if hedge.holder is Holder.AUTHOR else "source")
    return Text.assemble(
        (shorten(words[slice(*hedge.span)], _LONGEST_CONTENT), _HEDGE),
        f"  {messages.name('terms', hedge.kind)}, {holder}{strength}",
    )


def _legend(messages: Messages) -> Text:
    """The names of the five styles, each shown in its own."""
    names = messages.name("terms", "legend").split("; ")
    styled = zip(names, (_CONTENT, _CUE, _SOURCE, _HEDGE, _BOOSTER), strict=True)
    return Text("   ").join(Text(name, style=style) for name, style in styled)
