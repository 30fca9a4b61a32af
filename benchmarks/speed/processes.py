"""Fresh interpreters -> what an import costs in time, and what a batch costs in memory."""

from __future__ import annotations

import subprocess
import sys
from itertools import islice
from pathlib import Path

_REPEATS = 9


def import_seconds(module: str) -> float:
    """The least of several timings of importing a module in a fresh interpreter."""
    code = f"from time import perf_counter as t; a = t(); import {module}; print(t() - a)"
    return min(float(_output_of("-c", code)) for _ in range(_REPEATS))


def batch_memory_mib(rows: Path, n_rows: int, repeats: int, reader: str) -> float:
    """Peak memory of scoring the first rows of a file over and over, in MiB."""
    return float(_output_of("-m", "benchmarks.speed.processes", str(rows), str(n_rows), str(repeats), reader))


def _output_of(*arguments: str) -> str:
    return subprocess.run([sys.executable, *arguments], capture_output=True, text=True, check=True).stdout


def main() -> None:
    """Scores the rows that the command line names, as `credscore batch` does, and prints the peak memory in MiB."""
    import resource

    from credscore.articles import iter_rows
    from credscore.batch import score_many

    path, n_rows, repeats, reader = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
    rows = (row for _ in range(repeats) for row in islice(iter_rows(path), n_rows))
    for _ in score_many(rows, reader=reader):
        pass
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


if __name__ == "__main__":
    main()
