/** The three parts of the page: which one is seen. */
import { $, line, make } from "./dom.js";

const TABS = ["session", "progress", "library"];
const PARTS = ["walk", "progress", "library"];

export function wire(words, choose) {
  $("tabs").ariaLabel = words.tabs;
  for (const name of TABS) {
    $(`tab-${name}`).textContent = words[`tab_${name}`];
    $(`tab-${name}`).onclick = () => choose(name);
  }
}

/** A part below its tab; a card that was chosen in the library is walked below that. */
export function show(part, tab = part) {
  for (const each of PARTS) $(each).hidden = each !== part;
  for (const each of TABS) $(`tab-${each}`).ariaCurrent = each === tab ? "page" : null;
  scrollTo(0, 0);
}

/** What is said where a part can't be shown. */
export const tell = (part, title, text) => $(part).replaceChildren(make("h1", { tabIndex: -1, textContent: title }), line(text));

export const seen = (part) => !$(part).hidden;
export const offer = (on) => { $("tabs").hidden = !on; };
export const focus = (part) => $(part).querySelector("h1")?.focus();
