"""How right (`python -m benchmarks.quality`) and how fast (`python -m benchmarks.speed`) credscore is."""
