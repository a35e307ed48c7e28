"""How it looks. Red flags, soreness, the mobility test, the sheet for a physio."""
