"""Score + Analysis -> JSON, or a readable breakdown in the terminal."""
