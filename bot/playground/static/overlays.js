/** Everything that floats: toasts, alerts, the menu of a message, the list of places. */
import { clock } from "./clock.js";
import { colourful, find, make } from "./dom.js";
import { CITIES } from "./places.js";

const REACTIONS = ["👍", "❤", "🔥", "👏", "🎉", "🤔", "👎"];
let toastTimer;

export function toast(text) {
  const box = find("toast");
  clearTimeout(toastTimer);
  box.hidden = false;
  box.textContent = text;
  toastTimer = setTimeout(() => { box.hidden = true; }, Math.max(3500, text.length * 70));
}

const waiting = [];
function nextAlert() {
  if (!waiting.length || find("alert").open) return;
  find("alert-text").textContent = waiting.shift();
  find("alert").showModal();
}
find("alert").addEventListener("close", nextAlert);
export function alertBox(text) {
  waiting.push(text);
  nextAlert();
}

/** Asks the person where they are; the promise gives a city, or null. */
export function choosePlace() {
  const dialog = find("places");
  const rows = CITIES.map((city) => {
    const time = new Intl.DateTimeFormat("en-GB", { timeZone: city.zone, timeStyle: "short" }).format(clock.now());
    return make("button", { type: "button", onclick: () => { chosen = city; dialog.close(); } },
      make("span", {}, city.name), make("time", {}, time));
  });
  let chosen = null;
  find("cities").replaceChildren(...rows);
  dialog.showModal();
  return new Promise((done) => dialog.addEventListener("close", () => done(chosen), { once: true }));
}

export function sure() {
  const dialog = find("sure");
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise((done) =>
    dialog.addEventListener("close", () => done(dialog.returnValue === "yes"), { once: true }));
}

const menu = find("message-menu");
let from = null;

function closeMenu(back = false) {
  if (menu.matches(":popover-open")) menu.hidePopover();
  if (back) from?.focus({ preventScroll: true });
}

function place(x, y) {
  menu.style.left = `${Math.max(8, Math.min(x, innerWidth - menu.offsetWidth - 8))}px`;
  menu.style.top = `${Math.max(8, Math.min(y, innerHeight - menu.offsetHeight - 8))}px`;
}

/** The menu of one message at a point: reactions, edit and how it is heard (own text only), copy. */
export function messageMenu(message, node, x, y, { react, edit, heard }) {
  from = node;
  const act = (does) => () => { closeMenu(true); does(); };
  find("reactions").replaceChildren(...REACTIONS.map((emoji) => make("button", {
    type: "button", role: "menuitem", "aria-label": `React ${emoji}`,
    "aria-pressed": String(message.reactions.includes(emoji)), onclick: act(() => react(message, emoji)),
  }, colourful(emoji))));
  find("message-edit").hidden = message.from_bot || !message.text || Boolean(message.media);
  find("message-edit").onclick = act(() => edit(message));
  find("message-heard").hidden = message.from_bot || !message.text || Boolean(message.media);
  find("message-heard").onclick = act(() => heard(message));
  find("message-copy").hidden = !message.text;
  find("message-copy").onclick = act(() => copy(message.text));
  if (!menu.matches(":popover-open")) menu.showPopover();
  place(x, y);
  menu.querySelector("button").focus();
}

function copy(text) {
  navigator.clipboard.writeText(text).then(() => toast("Text copied"), () => toast("The browser did not allow copying"));
}

export function arrows(container) {
  container.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const items = [...container.querySelectorAll("button:not([hidden])")];
    event.preventDefault();
    items[(items.indexOf(document.activeElement) + step + items.length) % items.length].focus();
  });
}

arrows(menu);
arrows(find("cities"));
document.addEventListener("pointerdown", (event) => menu.contains(event.target) || closeMenu());
menu.addEventListener("keydown", (event) => ["Escape", "Tab"].includes(event.key) && closeMenu(true));
for (const dialog of document.querySelectorAll("dialog")) {
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
}
