"""A pattern repeated to a megabyte -> its cost per character beside that of ordinary prose."""

from __future__ import annotations

import subprocess
import sys
from time import process_time

_LENGTH = 1_000_000
SECONDS_TO_WAIT = 30  # ordinary prose of this length takes about two

PATTERNS = (
    "a",
    " ",
    "\n",
    "\n\n",
    ".",
    "- ",
    "„",
    "“",
    '"',
    "'",
    "(",
    "A. ",
    "Kos: pada dzisiaj. ",
    "Jan Kowalski ",
    "powiedział ",
    "Dodał, że ",
    "– powiedział Jan. – ",
    "X powiedział, że ",
    "według ",
    "jak podaje PAP, powołując się na ",
    "said ",
    "he said that ",
    "“No,” she said. ",
    "according to ",
    "told Reuters, citing ",
    "reportedly may ",
    "może ",
)


def measure_cost(pattern: str, language: str, reader: str) -> float | None:
    """Seconds of a core per character of reading the pattern, in its own process; None beyond `SECONDS_TO_WAIT`."""
    command = [sys.executable, "-m", "benchmarks.speed.growth", pattern, language, reader]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS_TO_WAIT, check=True)
    except subprocess.TimeoutExpired:
        return None
    return float(done.stdout)


def dearest_pattern(language: str, reader: str) -> tuple[str, float | None]:
    """The pattern that costs most per character, and its cost; None, of the first one that takes too long."""
    dearest, most = "", 0.0
    for pattern in PATTERNS:
        cost = measure_cost(pattern, language, reader)
        if cost is None:
            return pattern, None
        if cost > most:
            dearest, most = pattern, cost
    return dearest, most


def main() -> None:
    """Prints the seconds per character for the pattern, language and reader of the command line."""
    from credscore.articles import Article, load_example
    from credscore.batch import score_rows

    pattern, language, reader = sys.argv[1:]
    score_rows([(1, load_example(language))], reader=reader)  # loads the pack and the model
    text = (pattern * (_LENGTH // len(pattern) + 1))[:_LENGTH]
    start = process_time()
    score_rows([(1, Article(text=text, language=language))], reader=reader)
    print((process_time() - start) / _LENGTH)


if __name__ == "__main__":
    main()
