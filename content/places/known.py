"""The zones whose largest city most people know, the likeliest first: what a list of places shows.

By people alone, Abidjan would come before London and Ciudad Juárez stand for Denver's clock.
"""

KNOWN = (
    "Europe/London",
    "America/New_York",
    "Europe/Berlin",
    "America/Chicago",
    "America/Los_Angeles",
    "America/Denver",
    "Asia/Kolkata",
    "Australia/Sydney",
    "Africa/Lagos",
    "Africa/Johannesburg",
    "Africa/Nairobi",
    "Africa/Cairo",
    "America/Anchorage",
    "America/Argentina/Buenos_Aires",
    "America/Bogota",
    "America/Halifax",
    "America/Mexico_City",
    "America/Phoenix",
    "America/Santiago",
    "America/Sao_Paulo",
    "America/St_Johns",
    "Asia/Bangkok",
    "Asia/Dubai",
    "Asia/Jerusalem",
    "Asia/Karachi",
    "Asia/Shanghai",
    "Asia/Tokyo",
    "Atlantic/Azores",
    "Atlantic/Cape_Verde",
    "Australia/Adelaide",
    "Australia/Brisbane",
    "Australia/Darwin",
    "Europe/Athens",
    "Europe/Istanbul",
    "Pacific/Auckland",
    "Pacific/Fiji",
    "Pacific/Honolulu",
)
FIRST = KNOWN[:8]  # what is offered before anything is known
RANK = {zone: rank for rank, zone in enumerate(KNOWN)}
