/** What is seen and read aloud of where the runner is. */
import { $, fill, line, make } from "./dom.js";
import { heard, stilled } from "./signals.js";
import { remaining, running, works } from "./walk.js";

const main = document.querySelector("main"), image = document.querySelector("img");
let words = {};

export function speak(found) {
  words = found;
  document.title = words.title;
  $("back").textContent = words.back;
  $("next").textContent = words.next;
  $("end").textContent = words.end;
  sound();
}

export function sound() {
  $("sound").textContent = heard() ? words.sound_on : words.sound_off;
  $("sound").setAttribute("aria-pressed", String(heard()));
}

const numbered = (steps) => make("ol", {}, ...steps.map(([value, textContent]) => make("li", { value, textContent })));

function reading({ text, steps, move, first }) {
  return [
    ...(text ? text.split("\n").map((each) => line(each)) : []),
    ...(steps.length ? [numbered(steps)] : []),
    line(`${words.feel}: ${move.feel}`, "dim"),
    ...(first ? move.cautions.map((each) => line(`⚠️ ${each}`)) : []),
    line(`${words.stop}: ${move.stop}`, "stop"),
  ];
}

function phase(step, walk) {
  if (step.kind === "setup") return running(walk) ? words.rest : words.setup;
  if (step.kind === "move") return words.moving;
  return fill(words[step.kind], step);
}

function sets({ set, move }) {
  if (!set || move.sets < 2) return "";
  return set > move.sets ? words.extra_set : fill(words.set, { set, sets: move.sets });
}

/** Its loop while the runner reads or moves; in a hold, and where it was stopped, its still. */
export function picture(step) {
  const moving = step.loop && step.kind !== "hold", shown = moving && !stilled() ? step.loop : step.shown;
  $("picture").hidden = !shown;
  if (shown && image.getAttribute("src") !== shown) image.src = shown;
  image.alt = step.move.summary;
  $("still").hidden = !moving;
  $("still").textContent = stilled() ? "▶" : "❚❚";
  $("still").ariaLabel = stilled() ? words.moves : words.still;
}

/** A step, once the runner comes to it. */
export function show(plan, walk) {
  const step = plan[walk.at], reads = step.kind === "setup";
  main.dataset.state = reads ? "read" : "work";
  $("turn").textContent = fill(words.move, { turn: step.turn + 1, turns: plan.at(-1).turn + 1 });
  $("name").textContent = step.move.name;
  picture(step);
  $("side").textContent = step.side ?? "";
  $("set").textContent = sets(step);
  $("phase").textContent = phase(step, walk);
  $("words").replaceChildren(...(reads ? reading(step) : [line(step.text), line(`${words.stop}: ${step.move.stop}`, "stop")]));
  $("said").textContent = [phase(step, walk), step.side, reads ? step.move.name : step.text, !reads && fill(words.seconds, step)].filter(Boolean).join(". ");
  $("back").disabled = walk.at === 0;
  $("back").hidden = $("next").hidden = $("sound").hidden = false;
}

/** The clock, many times a second. */
export function count(plan, walk, now) {
  const step = plan[walk.at], left = remaining(plan, walk, now), reads = step.kind === "setup";
  $("clock").hidden = reads && !running(walk);
  $("time").textContent = Math.ceil(left / 1000);
  $("ring").style.strokeDashoffset = 1 - left / (step.seconds * 1000);
  $("go").textContent = running(walk) ? words.pause : reads || walk.left === null ? words.start : words.resume;
  $("end").hidden = running(walk) || !(Object.keys(walk.had).length || (works(step) && walk.left !== null));
}

/** One thing to say, and one button at most. */
export function tell(text, { name = "", button = "" } = {}) {
  main.dataset.state = "told";
  for (const id of ["picture", "clock", "back", "next", "end", "sound"]) $(id).hidden = true;
  $("turn").textContent = $("phase").textContent = $("said").textContent = "";
  $("name").textContent = name || words.title || "Limber";
  $("go").hidden = !button;
  $("go").textContent = button;
  $("words").replaceChildren(line(text));
  $("said").textContent = text;
}
