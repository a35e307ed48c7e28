"""What an operator sees of a running bot: log, metrics, health, and content that is read again."""
