"""Labelled data -> models. Needs PyTorch: ``pip install 'credscore[train]'``."""
