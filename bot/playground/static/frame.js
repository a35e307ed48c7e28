/** A Mini App beside the chat, over it on a phone. */
import { find, make } from "./dom.js";

const THEMES = {
  light: { bg_color: "#ffffff", text_color: "#10181d", hint_color: "#5d6b75", button_color: "#14779f", button_text_color: "#ffffff", secondary_bg_color: "#f2f5f7" },
  dark: { bg_color: "#17212a", text_color: "#f1f5f7", hint_color: "#93a4b1", button_color: "#3aa9c9", button_text_color: "#041318", secondary_bg_color: "#24323d" },
};
const root = document.documentElement;

/** The colours that an app is told of, as Telegram names them. */
export function theme() {
  const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  return THEMES[dark ? "dark" : "light"];
}

function shown(on) {
  find("mini").hidden = !on;
  document.querySelector(".stage").classList.toggle("with-mini", on);
}

export function openFrame(url) {
  const name = find("title").textContent;
  find("mini-frame").replaceChildren(make("iframe", { src: url, title: `${name}'s page`, allow: "screen-wake-lock" }));
  shown(true);
  find("mini-frame").firstChild.focus();
}

export function closeFrame() {
  if (find("mini").hidden) return;
  find("mini-frame").replaceChildren();
  shown(false);
}

export function startFrame() {
  find("mini-close").onclick = closeFrame;
  addEventListener("message", ({ origin, data }) => {
    if (origin !== location.origin || typeof data !== "string") return;
    if (JSON.parse(data).eventType === "web_app_close") closeFrame();
  });
}
