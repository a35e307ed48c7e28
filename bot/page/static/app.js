/** The page: fetches all of the session first, then walks through it with or without a network. */
import * as screen from "./screen.js";
import * as server from "./server.js";
import * as signals from "./signals.js";
import * as telegram from "./telegram.js";
import * as walks from "./walk.js";

const $ = (id) => document.getElementById(id);
const now = () => Date.now();
let words, session, plan, walk, warned, over = true;

const slot = () => `limber:walk:${server.owner()}`;

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
  const moves = Object.entries(walk.had).map(([card, sets]) => ({ card, sets, ended: walk.ended.includes(card) }));
  localStorage.removeItem(slot());
  if (!moves.length) return told(words.nothing);
  server.keep({ id: session.id, moves });
  screen.tell(words.sending, { name: words.finished });
  return flush();
}

function told(text) {
  telegram.guardClosing(false);
  screen.tell(text, { name: words.finished, button: words.close });
}

/** Send what waits. While the runner is in a session it goes unseen. */
async function flush() {
  if (!server.waits()) return;
  try {
    const answer = await server.send();
    if (!over) return;
    if (answer) told(answer.text);
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
  $("go").onclick = toggle;
  $("next").onclick = keys.ArrowRight;
  $("back").onclick = keys.ArrowLeft;
  $("end").onclick = end;
  $("sound").onclick = () => { signals.unlock(); signals.hear(!signals.heard()); screen.sound(); };
  addEventListener("keydown", (event) => {
    const own = event.key === " " && event.target.closest?.("button"); // a button's own space
    if (!own && !event.altKey && !event.ctrlKey && !event.metaKey && keys[event.key]) { event.preventDefault(); keys[event.key](); }
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

async function pictures() {
  const names = [...new Set(plan.map((step) => step.picture))];
  await Promise.all(names.map(async (name) => {
    const shown = await server.picture(name).catch(() => null);
    for (const step of plan) if (step.picture === name) step.shown = shown;
    if (!over && plan[walk.at].picture === name) screen.show(plan, walk);
  }));
}

async function open() {
  telegram.meet();
  try {
    words = await server.words();
    screen.speak(words);
    screen.tell(words.loading);
    wire();
    session = await server.session();
  } catch (error) {
    screen.tell(error instanceof server.Refused ? error.message : words?.no_network ?? "…");
    return flush();
  }
  plan = walks.steps(session);
  const first = walks.tick(plan, resumed(), now());
  over = false;
  $("go").hidden = false;
  go(first);
  await Promise.all([pictures(), flush()]);
  document.body.dataset.ready = "yes";
}

open();
