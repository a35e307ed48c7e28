"""What recordings are like, as phones play them: `python -m tests.measuring.recordings [CARD …]`.

Prints for each card, and for a session of the first three: how long it is, how many bytes, how
loud, its true peak, by how much the worst stretch of work is off, and what it took; then what the
same session costs once its lines are known, and out of the folder.
"""

import asyncio
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from content.audio.loudness import loudness
from content.audio.recorder import Recorder
from content.audio.recording import plan, record
from content.audio.script import Script, SpokenMove, script
from content.audio.spoken_files import read_spoken
from content.audio.voice import Speaker, speaker
from content.audio.waves import RATE
from content.authoring.document import library_folder
from content.catalog.library import load
from tests.support.sound.audio import decoded, errors, true_peak

USUAL = ("couch-stretch", "clamshell", "half-kneeling-hip-flexor-stretch")
LINE = "{:<34} {:>6.1f} s {:>8} B {:>6.1f} LUFS {:>5.1f} dBTP  off {:>5.2f} ms  {:>5.1f} s of CPU"


def measured(name: str, told: Script, voice: Speaker) -> None:
    ogg, took = timed(lambda: record(told, voice), time.process_time)
    wave = decoded(ogg)
    off = max(map(abs, errors(wave, plan(told, voice))))
    shown = (len(wave) / RATE, len(ogg), loudness(wave), true_peak(wave), off, took)
    print(LINE.format(name, *shown), flush=True)


def timed(work: Callable[[], bytes], clock: Callable[[], float]) -> tuple[bytes, float]:
    begun = clock()
    return work(), clock() - begun


async def kept(told: Script, voice: Speaker) -> None:
    """The same from another process, then from the folder."""
    with tempfile.TemporaryDirectory() as folder:
        recorder = Recorder(Path(folder), voice)
        for where in ("another process, begun for it", "the folder"):
            begun = time.monotonic()
            await recorder.record(told)
            print(f"from {where}: {time.monotonic() - begun:.3f} s", flush=True)
        await recorder.close()


def main(names: list[str]) -> None:
    voice = speaker()
    assert voice, "nobody speaks here: install limber[voice]"
    cards, spoken = load(library_folder()).cards, read_spoken(library_folder())
    chosen = [cards[each] for each in names or USUAL]
    for card in chosen:
        measured(card.id, script([SpokenMove(card)], spoken), voice)
    for known in (False, True):
        told = script([SpokenMove(card, known=known) for card in chosen[:3]], spoken)
        measured("session, known" if known else "session, the first time", told, voice)
    measured("once more, its lines coded", told, voice)
    asyncio.run(kept(told, voice))


if __name__ == "__main__":
    main(sys.argv[1:])
