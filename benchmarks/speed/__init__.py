"""How fast credscore is: articles a second, growth with length, import, memory."""
