/** Pictures, sound, files and places inside a bubble. */
import { find, icon, make } from "./dom.js";

const minutes = (seconds) =>
  `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;

function size(bytes) {
  if (!bytes) return "";
  const [amount, unit] = bytes < 1e6 ? [bytes / 1e3, "KB"] : [bytes / 1e6, "MB"];
  return `${amount.toFixed(amount < 10 ? 1 : 0)} ${unit}`;
}

function openPicture(url, words) {
  const image = find("lightbox-image");
  image.src = url;
  image.alt = words;
  find("lightbox").showModal();
}

function photo(media, words) {
  const image = make("img", { src: media.url, alt: words, draggable: "false" });
  const label = `${words}. Open the picture`;
  const open = () => openPicture(media.url, words);
  return make("button", { type: "button", class: "media photo", "aria-label": label, onclick: open }, image);
}

function film(media, words) {
  if (media.mime?.startsWith("image/")) return photo(media, words);
  const looping = media.kind === "animation";
  const attributes = looping ? { autoplay: true, loop: true, muted: true } : { controls: true };
  const video = make("video", {
    class: "media film", src: media.url, playsinline: true, "aria-label": words, ...attributes,
  });
  video.muted = looping;
  return video;
}

function bars(seed) {
  const heights = Array.from({ length: 28 }, (_, i) => 4 + Math.abs(Math.sin(seed * 1.7 + i * 2.3) * 9 + Math.sin(i * 0.7) * 5));
  return make("span", { class: "wave", "aria-hidden": "true" }, heights.map((height) => {
    const bar = make("i");
    bar.style.height = `${height.toFixed(1)}px`;
    return bar;
  }));
}

function sound(media, seed) {
  const audio = make("audio", { src: media.url, preload: "metadata" });
  const button = make("button", { type: "button", class: "play", "aria-label": "Play" }, icon("play"));
  const wave = bars(seed);
  const length = () => minutes(Number.isFinite(audio.duration) ? audio.duration : media.duration ?? 0);
  const time = make("span", { class: "duration" }, length());
  const show = (playing) => {
    button.replaceChildren(icon(playing ? "pause" : "play"));
    button.setAttribute("aria-label", playing ? "Pause" : "Play");
  };
  button.onclick = () => (audio.paused ? audio.play().catch(() => audio.onerror()) : audio.pause());
  audio.onloadedmetadata = () => { time.textContent = length(); };
  audio.onplay = () => show(true);
  audio.onpause = () => show(false);
  audio.onended = () => { time.textContent = length(); };
  audio.ontimeupdate = () => {
    const played = Math.round((audio.currentTime / audio.duration) * wave.children.length) || 0;
    [...wave.children].forEach((bar, i) => bar.classList.toggle("played", i < played));
    time.textContent = minutes(audio.currentTime);
  };
  audio.onerror = () => {
    const attributes = { href: media.url, download: media.name ?? "voice" };
    button.disabled = true;
    time.replaceChildren("This browser can't play it. ", make("a", attributes, "Download"));
  };
  return make("div", { class: "media sound" }, audio, button, make("div", {}, wave, time));
}

function file(media) {
  const attributes = { class: "media file", href: media.url, download: media.name ?? "file" };
  return make("a", attributes,
    make("span", { class: "play" }, icon("file")),
    make("span", {}, make("strong", {}, media.name ?? "File"), make("small", {}, size(media.size) || "Download")));
}

function sticker(media) {
  const image = make("img", { class: "media sticker", src: media.url, alt: media.emoji ?? "Sticker" });
  image.onerror = () => image.replaceWith(make("span", { class: "media sticker" }, media.emoji ?? "🙂"));
  return image;
}

export function mediaNode({ media, text, id }) {
  if (!media) return null;
  const words = text || { photo: "Photo", animation: "Animation" }[media.kind] || "Video";
  if (media.kind === "photo") return photo(media, words);
  if (media.kind === "animation" || media.kind === "video") return film(media, words);
  if (media.kind === "voice" || media.kind === "audio") return sound(media, id);
  return media.kind === "sticker" ? sticker(media) : file(media);
}

export function placeNode(place) {
  if (!place) return null;
  const where = `${place.latitude.toFixed(2)}, ${place.longitude.toFixed(2)}`;
  return make("div", { class: "media place", role: "img", "aria-label": `Location ${where}` },
    icon("pin"), make("span", { "aria-hidden": "true" }, where));
}
