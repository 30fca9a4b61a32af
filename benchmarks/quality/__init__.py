"""How right credscore is: figures on annotated corpora, beside those of its peers."""
