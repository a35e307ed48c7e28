/** The list of messages: order, days, groups, edits in place, taps in progress, scrolling. */
import { clock } from "./clock.js";
import { announce, find, make } from "./dom.js";
import { fillMessage, newMessage } from "./message.js";

const NEAR = 60; // pixels from the end that still count as "at the end"
const GROUP = 5 * 60_000; // messages further apart than this stand alone
const PATIENCE = 15_000; // a tap that nobody answers stops spinning, as in Telegram

const scroller = find("scroller");
const list = find("messages");

/** The day stays on screen for as long as a person scrolls by hand. */
let dayTimer;
function showDay() {
  clearTimeout(dayTimer);
  list.classList.add("scrolling");
  dayTimer = setTimeout(() => list.classList.remove("scrolling"), 1200);
}

export class Chat {
  #messages = new Map();
  #nodes = new Map();
  #taps = new Map();
  #actions;
  #atEnd = true;
  #unread = 0;
  #top = 0;

  constructor(actions) {
    this.#actions = { ...actions, message: (id) => this.#messages.get(id), tap: (id, data) => this.#tap(id, data) };
    for (const event of ["wheel", "touchmove"]) scroller.addEventListener(event, showDay, { passive: true });
    scroller.addEventListener("scroll", () => this.#scrolled(), { passive: true });
    const follow = new ResizeObserver(() => this.#atEnd && this.toEnd());
    follow.observe(list);
    follow.observe(scroller);
    find("newest").onclick = () => this.toEnd(true);
  }

  get lastOwnText() {
    return [...this.#messages.values()].findLast((m) => !m.from_bot && m.text && !m.media);
  }
  message(id) { return this.#messages.get(id); }

  show(messages) {
    const top = scroller.scrollTop;
    this.#messages.clear();
    this.#nodes.clear();
    list.replaceChildren();
    for (const message of messages) this.#put(message);
    this.arrange();
    if (this.#atEnd) this.toEnd();
    else scroller.scrollTop = top;
  }

  add(message) {
    const follow = this.#atEnd || !message.from_bot;
    this.#put(message).classList.add("new");
    this.arrange();
    if (message.from_bot) announce(`${message.sender}: ${message.text || message.media?.kind || ""}`);
    if (follow) this.toEnd();
    else if (message.from_bot) this.#count(this.#unread + 1);
  }

  edit(message) {
    const node = this.#nodes.get(message.id);
    if (!node) return;
    this.#put(message);
    if (message.from_bot) announce(`${message.sender}: ${message.text}`);
    node.classList.remove("flash");
    void node.offsetWidth; // restarts the animation when edits follow each other quickly
    node.classList.add("flash");
  }

  react(id, reactions) {
    const message = this.#messages.get(id);
    if (message) this.#put({ ...message, reactions });
  }

  remove(id) {
    const node = this.#nodes.get(id);
    this.#messages.delete(id);
    this.#nodes.delete(id);
    node?.remove();
    this.arrange();
  }

  answered(id, data) {
    const key = `${id} ${data}`;
    const count = (this.#taps.get(key) ?? 1) - 1;
    if (count > 0) this.#taps.set(key, count);
    else this.#taps.delete(key);
    this.#markTaps(id);
  }

  toEnd(smooth = false) {
    this.#atEnd = true;
    scroller.scrollTo({ top: scroller.scrollHeight, behavior: smooth ? "smooth" : "instant" });
    this.#count(0);
  }

  /** Day lines, and which bubbles stand together: after every change, and when the day changes. */
  arrange() {
    find("hello").hidden = this.#messages.size > 0;
    for (const line of list.querySelectorAll(".day")) line.remove();
    let before = null;
    for (const message of this.#messages.values()) {
      const node = this.#nodes.get(message.id);
      const at = new Date(message.date);
      const newDay = !before || clock.day(new Date(before.date)) !== clock.day(at);
      if (newDay) node.before(make("p", { class: "day" }, make("span", {}, clock.dayName(at))));
      const together = !newDay && before.from_bot === message.from_bot && at - new Date(before.date) < GROUP;
      node.classList.toggle("first", !together);
      if (before) this.#nodes.get(before.id).classList.toggle("last", !together);
      node.classList.add("last");
      node.tabIndex = -1;
      before = message;
    }
    if (before) this.#nodes.get(before.id).tabIndex = 0;
  }

  retime() {
    for (const message of this.#messages.values()) this.#fill(message);
    this.arrange();
  }

  #put(message) {
    const node = this.#nodes.get(message.id) ?? newMessage(message);
    const isNew = !this.#nodes.has(message.id);
    this.#messages.set(message.id, message);
    this.#nodes.set(message.id, node);
    this.#fill(message);
    if (isNew) list.append(node);
    return node;
  }

  #fill(message) {
    const node = this.#nodes.get(message.id);
    const keys = () => [...node.querySelectorAll(".key")];
    const focused = keys().indexOf(document.activeElement);
    fillMessage(node, message, this.#actions, clock.time(new Date(message.date)));
    if (focused >= 0) (keys()[focused] ?? node).focus({ preventScroll: true });
    this.#markTaps(message.id);
  }

  #tap(id, data) {
    const key = `${id} ${data}`;
    this.#taps.set(key, (this.#taps.get(key) ?? 0) + 1);
    this.#markTaps(id);
    this.#actions.tapped(id, data).catch(() => this.answered(id, data));
    setTimeout(() => this.#taps.has(key) && this.answered(id, data), PATIENCE);
  }

  #markTaps(id) {
    for (const key of this.#nodes.get(id)?.querySelectorAll("[data-tap]") ?? []) {
      const busy = this.#taps.has(`${id} ${key.dataset.tap}`);
      key.classList.toggle("busy", busy);
      key.setAttribute("aria-busy", busy);
    }
  }

  /** Only scrolling up leaves the end: a list that grows or a keyboard that opens does not. */
  #scrolled() {
    const near = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR;
    if (near || scroller.scrollTop < this.#top) this.#atEnd = near;
    this.#top = scroller.scrollTop;
    if (this.#atEnd) this.#unread = 0;
    this.#count(this.#unread);
  }

  #count(unread) {
    this.#unread = unread;
    find("newest").hidden = this.#atEnd;
    find("unread").textContent = unread || "";
    find("newest").setAttribute("aria-label", unread ? `${unread} new message${unread > 1 ? "s" : ""}, go to the newest` : "Go to the newest message");
  }
}
