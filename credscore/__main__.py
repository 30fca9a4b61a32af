"""The `credscore` command; says what to install where its extra is missing."""

from __future__ import annotations

import sys


def main() -> None:
    """Runs the command line; exits with code 2 and one line on stderr where the extra `cli` is not installed."""
    try:
        from credscore.cli import app
    except ModuleNotFoundError as error:
        if error.name is None or error.name.partition(".")[0] not in {"typer", "rich", "click"}:
            raise
        sys.stderr.write(f"credscore: the command line needs {error.name}: pip install 'credscore[cli]'\n")
        sys.exit(2)
    app()


if __name__ == "__main__":
    main()
