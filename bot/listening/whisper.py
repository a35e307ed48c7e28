"""A Whisper on CTranslate2: hypotheses of what was said in one window of sound."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from bot.listening.sound import RATE, Samples
from bot.listening.spectrogram import spectrogram

BEAM = 5
NGRAM = 4  # words that never come twice in a row: it would else go round for ever
TOKENS, PER_SECOND = 12, 7  # how long a text can be that somebody says in that time
LONGEST_PROMPT = 200  # tokens; the model has room for 448 with the answer


@dataclass(frozen=True, slots=True)
class Heard:
    """Texts, best first, with the mean log-probability of the first."""

    texts: tuple[str, ...]
    score: float
    no_speech: float


class Whisper:
    """The model in that folder, with a processor to itself. It is loaded with this."""

    def __init__(self, folder: Path) -> None:
        from ctranslate2.models import Whisper as Model  # late: with it come 60 MB
        from tokenizers import Tokenizer

        self._model = Model(str(folder), compute_type="int8", inter_threads=1, intra_threads=1)
        self._tokens = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._end = self._id("<|endoftext|>")
        config = json.loads((folder / "config.json").read_text("utf-8"))
        self._suppressed = sorted({*config.get("suppress_ids", ()), *self._digits()})
        named = ["<|en|>", "<|transcribe|>"] if self._model.is_multilingual else []
        start = ["<|startoftranscript|>", *named, "<|notimestamps|>"]
        self._start = [self._id(each) for each in start]

    def hear(self, sound: Samples, prompts: Iterable[str]) -> Heard:
        """Hypotheses with each of the prompts; those with the first one come first.

        The best of a wide search is followed by what a narrow one finds by itself.
        """
        from ctranslate2 import StorageView

        seen = StorageView.from_array(spectrogram(sound, self._model.n_mels)[None])
        coded = self._model.encode(seen, to_cpu=True)
        most = TOKENS + int(PER_SECOND * sound.size / RATE)
        found = []
        for prompt in prompts:
            wide = self._search(coded, prompt, BEAM, most)
            found.append((wide, self._search(coded, prompt, 1, most)))
        (first, _), *_ = found
        texts = [
            text
            for wide, narrow in found
            for text in (wide.texts[:1] + narrow.texts + wide.texts[1:])
        ]
        return Heard(tuple(texts), first.score, first.no_speech)

    def _search(self, coded: object, prompt: str, beam: int, most: int) -> Heard:
        before = self._before(prompt)
        found = self._model.generate(
            coded,
            [before],
            beam_size=beam,
            num_hypotheses=beam,
            max_length=min(len(before) + most, 448),
            no_repeat_ngram_size=NGRAM,
            suppress_blank=True,
            suppress_tokens=self._suppressed,
            return_scores=True,
            return_no_speech_prob=True,
        )[0]
        texts = tuple(self._text(each) for each in found.sequences_ids)
        return Heard(texts, float(found.scores[0]), float(found.no_speech_prob))

    def _before(self, prompt: str) -> list[int]:
        """The prompt stands where the model would have what was said before."""
        told = self._tokens.encode(f" {prompt}", add_special_tokens=False).ids
        return [self._id("<|startofprev|>"), *told[:LONGEST_PROMPT], *self._start]

    def _text(self, ids: Iterable[int]) -> str:
        return str(self._tokens.decode([each for each in ids if each < self._end]))

    def _digits(self) -> list[int]:
        """Tokens with a digit: numbers are spelt out, as people say them."""
        known = self._tokens.get_vocab().items()
        return [at for word, at in known if at < self._end and re.search(r"\d", word)]

    def _id(self, token: str) -> int:
        found: int = self._tokens.token_to_id(token) or 0
        return found
