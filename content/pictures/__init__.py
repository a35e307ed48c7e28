"""Pictures of the cards, drawn from poses: a still of the key position and a short loop.

Hands out: `Studio`, which draws in another process, `PictureKind`, names of pictures, `check_pose`.
"""
