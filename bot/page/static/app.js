/** The page: fetches all of the session first, then walks through it with or without a network. */
import * as cards from "./cards.js";
import { $ } from "./dom.js";
import * as figures from "./figures.js";
import * as screen from "./screen.js";
import * as server from "./server.js";
import * as signals from "./signals.js";
import * as tabs from "./tabs.js";
import * as telegram from "./telegram.js";
import * as walks from "./walk.js";

const now = () => Date.now();
let words, session, plan, walk, warned, over = true, asked = 0;

const slot = () => `limber:${session.alone ? "card" : "walk"}:${server.owner()}`;

/** The walk that a reload cut off; another session, or the same one changed, begins anew. */
function resumed() {
  try {
    const kept = JSON.parse(localStorage.getItem(slot()));
    if (kept?.id === session.id && plan[kept.walk.at]) return kept.walk;
  } catch { /* nothing that can be read */ }
  const next = plan.findIndex((step) => !session.walked.includes(step.move.card));
  return walks.fresh(Math.max(next, 0));
}

function go(to) {
  const from = walk;
  walk = to;
  if (walk.over) return finish();
  localStorage.setItem(slot(), JSON.stringify({ id: session.id, walk }));
  signals.awake(walks.running(walk));
  tabs.offer(!walks.running(walk));
  telegram.guardClosing(Object.keys(walk.had).length > 0);
  if (from?.at !== walk.at || walks.running(from) !== walks.running(walk)) screen.show(plan, walk);
  screen.count(plan, walk, now());
}

function beat() {
  if (over || !walks.running(walk)) return;
  const at = walk.at, to = walks.tick(plan, walk, now());
  if (to !== walk) {
    if (walks.works(plan[at])) signals.over();
    return go(to);
  }
  const left = Math.ceil(walks.remaining(plan, walk, now()) / 1000), mark = `${at}:${left}`;
  if (walks.works(plan[at]) && left <= 3 && left > 0 && warned !== mark) { warned = mark; signals.last(); }
  screen.count(plan, walk, now());
}

function finish() {
  over = true;
  signals.awake(false);
  tabs.offer(true);
  const moves = Object.entries(walk.had).map(([card, sets]) => ({ card, sets, ended: walk.ended.includes(card) }));
  localStorage.removeItem(slot());
  if (!moves.length) return told(words.nothing);
  server.keep({ id: session.id, moves, alone: session.alone });
  screen.tell(words.sending, { name: words.finished });
  return flush();
}

function told(text, status) {
  telegram.guardClosing(false);
  screen.tell(text, { name: words[`finished_${status}`] ?? words.finished, button: words.close });
}

/** Send what waits. While the runner is in a session it goes unseen. */
async function flush() {
  if (!server.waits()) return;
  try {
    const answer = await server.send();
    if (!over) return;
    if (answer) told(answer.text, answer.status);
    else screen.tell(words.kept, { name: words.finished });
  } catch (error) {
    if (over) screen.tell(error.message, { name: words.finished });
  }
}

function toggle() {
  signals.unlock();
  if (over) return telegram.close();
  if (walks.running(walk)) return go(walks.pause(plan, walk, now()));
  const work = plan.findIndex((step, at) => at > walk.at && step.kind !== "setup");
  const reads = plan[walk.at].kind === "setup" && work > 0; // Start leads past what was read
  go(walks.start(plan, reads ? { ...walk, at: work, left: null } : walk, now()));
}

function act(change) {
  signals.unlock();
  if (!over) go(change(plan, walk, now()));
}
const end = () => act((...at) => ({ ...walks.soFar(...at), over: true }));
const keys = { " ": toggle, ArrowRight: () => act(walks.onward), ArrowLeft: () => act(walks.backward) };

function wire() {
  tabs.wire(words, choose);
  $("go").onclick = toggle;
  $("next").onclick = keys.ArrowRight;
  $("back").onclick = keys.ArrowLeft;
  $("end").onclick = end;
  $("still").onclick = () => { signals.hold(!signals.stilled()); screen.picture(plan[walk.at]); };
  $("sound").onclick = () => { signals.unlock(); signals.hear(!signals.heard()); screen.sound(); };
  addEventListener("keydown", (event) => {
    if (!tabs.seen("walk") || event.altKey || event.ctrlKey || event.metaKey) return;
    const key = keys[event.key], own = event.key === " " && event.target.closest?.("button"); // a button's own space
    if (own || !(key || event.key === "Enter")) return;
    if (key || event.repeat) event.preventDefault();
    if (key && !event.repeat) key(); // one that is held down counts once
  });
  addEventListener("online", flush);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "visible") return;
    if (!over && walks.running(walk)) signals.awake(true);
    beat();
    flush();
  });
  setInterval(beat, 100);
}

const calm = matchMedia("(prefers-reduced-motion: reduce)");

async function fetched(steps, name, part, more) {
  const shown = await server.picture(name, more).catch(() => null);
  for (const step of steps) if (step.picture === name) step[part] = shown;
  if (!over && plan === steps && plan[walk.at].picture === name) screen.picture(plan[walk.at]);
}

const named = (steps, at = 0) => [...new Set(steps.slice(at).map((step) => step.picture))];

/** One after the other, since each takes a while to draw; none for who wants no motion. */
async function loops(steps) {
  for (const name of named(steps, walk.at)) {
    if (calm.matches || plan !== steps) return;
    await fetched(steps, name, "loop", { moves: true });
  }
}

/** Walk through a session, or a card by itself, from where it was left. */
async function begin(found) {
  session = found;
  plan = walks.steps(session);
  walk = undefined;
  over = false;
  $("go").hidden = false;
  const steps = plan;
  go(walks.tick(plan, resumed(), now()));
  await Promise.all(named(steps).map((name) => fetched(steps, name, "shown")));
  loops(steps);
}

const why = (error) => (error instanceof server.Refused ? error.message : words.no_network);

/** What the tabs show is fetched when it is looked at; what goes wrong is said in its place. */
async function walkThrough(ask) {
  const mine = ++asked; // who has tapped on meanwhile wants the other one
  try {
    const found = await ask();
    if (mine === asked) await begin(found);
  } catch (error) {
    if (mine !== asked) return;
    over = true;
    tabs.offer(!error.foreign);
    screen.tell(why(error));
  }
}

async function look(part, ask, draw) {
  try {
    draw(await ask());
  } catch (error) {
    tabs.tell(part, words[`tab_${part}`], why(error));
  }
}

async function openCard(id) {
  tabs.show("walk", "library");
  await walkThrough(() => server.card(id));
  tabs.focus("walk");
}

const today = () => walkThrough(server.session);
const favour = (id, on) => server.favour(id, on).catch((error) => { throw new Error(why(error)); });
const does = { open: openCard, favour };
const PARTS = {
  session: () => (over || session.alone ? today() : null),
  progress: () => look("progress", server.progress, (told) => figures.draw(told, words)),
  library: () => look("library", server.cards, (told) => cards.draw(told, words, does)),
};

async function choose(name) {
  const part = name === "session" ? "walk" : name;
  tabs.show(part, name);
  await PARTS[name]();
  tabs.focus(part);
}

async function open() {
  telegram.meet();
  words = await server.words().catch(() => null);
  if (!words) return screen.tell("…");
  screen.speak(words);
  screen.tell(words.loading);
  wire();
  tabs.show("walk", "session");
  await Promise.all([today(), flush()]);
  document.body.dataset.ready = "yes";
}

open();
