/** What is heard and felt: tones, haptics, and a screen that stays on. */
import { post } from "./telegram.js";

let sounds = localStorage.getItem("limber:sound") !== "off";
let context = null;
let lock = null;

export const heard = () => sounds;
export function hear(on) {
  sounds = on;
  localStorage.setItem("limber:sound", on ? "on" : "off");
}

let still = localStorage.getItem("limber:still") === "yes";
export const stilled = () => still;
export function hold(on) {
  still = on;
  localStorage.setItem("limber:still", on ? "yes" : "no");
}

/** Browsers let a page sound only after a touch: this is called in one. */
export function unlock() {
  const Audio = window.AudioContext ?? window.webkitAudioContext;
  if (!Audio) return;
  context ??= new Audio();
  if (context.state === "suspended") context.resume().catch(() => {});
}

function tone(hertz, seconds) {
  if (!sounds || !context) return;
  const from = context.currentTime, oscillator = context.createOscillator(), gain = context.createGain();
  oscillator.frequency.value = hertz;
  gain.gain.setValueAtTime(0.0001, from);
  gain.gain.exponentialRampToValueAtTime(0.35, from + 0.015);
  gain.gain.exponentialRampToValueAtTime(0.0001, from + seconds);
  oscillator.connect(gain).connect(context.destination);
  oscillator.start(from);
  oscillator.stop(from + seconds);
}

export function last() {
  tone(660, 0.12);
  post("web_app_trigger_haptic_feedback", { type: "impact", impact_style: "light" });
}
export function over() {
  tone(880, 0.6);
  post("web_app_trigger_haptic_feedback", { type: "notification", notification_type: "success" });
}

export async function awake(on) {
  try {
    if (!on) { await lock?.release(); lock = null; }
    else if (!lock && document.visibilityState === "visible") {
      lock = await navigator.wakeLock?.request("screen");
      lock?.addEventListener("release", () => { lock = null; });
    }
  } catch { lock = null; }
}
