"""The first chat: questions, the zone, who Limber is."""
