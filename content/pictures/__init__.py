"""Pictures of the cards, drawn from poses: a still of the key position and a short loop."""
