"""What an operator sees of a running bot: log, metrics, health, and content that is read again.

Never answers a runner. Hands out: `HttpListener`, `Health`, the metrics, the log's format and
`ContentWatch`.
"""
