"""How a body stands and moves: from an author's pose to points in space. Nothing is drawn here.

Hands out: `Pose`, `posed`, `Body`, motion, and points in space.
"""
