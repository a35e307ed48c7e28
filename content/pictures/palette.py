"""Every colour of the exercise pictures. Change one here, and all pictures are drawn anew."""

# The sheet.
PAPER, BLOB = "#EAF3F1", "#D3E8E3"  # the ground, and the soft shape behind the runner
SHADOW = "#1B2A4A"

# The runner: skin in the light with the line around it, hair, clothes.
SKINS = (
    ("#F0C3A0", "#C98F68"),
    ("#D9996C", "#AE6F49"),
    ("#B97850", "#8A5433"),
    ("#8A5A3C", "#5F3B25"),
    ("#E7B188", "#BC8058"),
)
HAIR = ("#3A2420", "#1F1B1E", "#6B4226", "#A8703A", "#8D8A8B")
SHIRTS = ("#16A394", "#3F7FC4", "#7C5BB5", "#D8A12B", "#4E9A57", "#C2588B")
SHORTS = ("#24325C", "#33363F", "#3D2A4F", "#1F4650")
SHOE, SOLE = "#FFFFFF", "#FF8A66"
INK, MOUTH = "#2B1A17", "#9E4B3F"

# What is pointed out: the muscle that glows, and the arrow.
HOT, FIBRE = "#FF4B2B", "#FFB199"
ORANGE, WHITE = "#FF7A1A", "#FFFFFF"

# Things.
MAT = "#7282DD"
ROLLER, BALL, BIG_BALL, CUSHION, BOTTLE = "#3B4C80", "#F2B63C", "#F08A6B", "#B9A3E3", "#4FA3D9"
SEAT, WOOD, WALL, STEP = "#93B7CC", "#C99B6A", "#DCE7F0", "#EDC272"
BAND = "#E0569B"
