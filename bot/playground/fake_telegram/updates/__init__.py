"""Updates on their way to the bot.

The queue keeps them until they are confirmed and answers polls; the webhook pushes them. It never
looks into an update. It hands out `Updates` and `Webhook`.
"""
