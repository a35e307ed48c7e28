/** The reply keyboard under the field: shown when the bot sends one, folded by its toggle. */
import { find, make } from "./dom.js";
import { choosePlace } from "./overlays.js";

const keys = find("keys");
let layout = "null";

function open(shown) {
  keys.hidden = !shown;
  find("keys-toggle").setAttribute("aria-expanded", String(shown));
}

async function press(key, keyboard, actions) {
  const place = key.request === "location" ? await choosePlace() : undefined;
  if (place === null) return;
  if (keyboard.one_time) open(false);
  actions.press(key.text, place);
}

export function showKeyboard(keyboard, actions) {
  find("text").placeholder = keyboard?.placeholder || "Message";
  if (layout === JSON.stringify(keyboard)) return;
  layout = JSON.stringify(keyboard);
  find("keys-toggle").hidden = !keyboard;
  keys.replaceChildren(...(keyboard?.rows ?? []).map((row) =>
    make("div", { class: "row" }, row.map((key) =>
      make("button", { type: "button", onclick: () => press(key, keyboard, actions) }, key.text)))));
  open(Boolean(keyboard));
}

find("keys-toggle").onclick = () => open(keys.hidden);
