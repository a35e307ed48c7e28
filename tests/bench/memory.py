"""What a process holds."""

from pathlib import Path


def rss_mb(process: int | str = "self") -> float:
    status = Path(f"/proc/{process}/status").read_text()
    line = next(each for each in status.splitlines() if each.startswith("VmRSS"))
    return int(line.split()[1]) / 1024
