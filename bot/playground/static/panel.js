/** The side panel: the clock and its zone, light and dark, a fresh chat. */
import { clock } from "./clock.js";
import { find, make } from "./dom.js";
import { sure } from "./overlays.js";
import { CITIES } from "./places.js";

const root = document.documentElement;

function tick() {
  const now = clock.now();
  find("clock-time").textContent = clock.time(now);
  find("clock-time").dateTime = now.toISOString();
  find("pill-time").textContent = clock.time(now);
  find("clock-date").textContent = clock.date(now);
}

export function showClock() {
  tick();
  find("moment").value = clock.field(clock.now());
  find("clock-error").textContent = "";
}

export function showZone() {
  const names = new Map([[clock.browserZone, `${clock.browserZone.replaceAll("_", " ")} (this browser)`]]);
  for (const city of CITIES) if (!names.has(city.zone)) names.set(city.zone, city.name);
  find("zone").replaceChildren(...[...names].map(([value, name]) => make("option", { value }, name)));
  find("zone").value = clock.zone;
}

function openPanel(open) {
  find("panel").classList.toggle("open", open);
  find("panel-toggle").setAttribute("aria-expanded", String(open));
  if (open) find("panel-close").focus();
}

function themes() {
  const saved = localStorage.getItem("theme");
  if (saved) root.dataset.theme = saved;
  find("theme").onclick = () => {
    const dark = root.dataset.theme
      ? root.dataset.theme === "dark"
      : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
    localStorage.setItem("theme", root.dataset.theme);
  };
}

function clockKeys(move) {
  const go = (body) => move({ ...body, zone: clock.zone }).catch((error) => {
    find("clock-error").textContent = error.message;
  });
  for (const button of document.querySelectorAll("[data-forward]")) {
    button.onclick = () => go({ forward_seconds: Number(button.dataset.forward) });
  }
  const jump = document.querySelector("[data-to]");
  jump.onclick = () => go({ to: jump.dataset.to });
  find("jump").onsubmit = (event) => {
    event.preventDefault();
    go({ to_iso: find("moment").value });
  };
}

export function startPanel({ move, reset, zoned }) {
  themes();
  clockKeys(move);
  showZone();
  find("zone").onchange = () => {
    clock.zone = find("zone").value;
    zoned();
  };
  find("reset").onclick = async () => {
    if (!(await sure())) return;
    openPanel(false);
    reset();
  };
  find("panel-toggle").onclick = () => openPanel(!find("panel").classList.contains("open"));
  find("panel-close").onclick = () => {
    openPanel(false);
    find("panel-toggle").focus();
  };
  document.addEventListener("pointerdown", ({ target }) =>
    target.closest("#panel, #panel-toggle, dialog") || openPanel(false));
  find("panel").addEventListener("keydown", ({ key }) => key === "Escape" && find("panel-close").onclick());
  setInterval(tick, 1000);
}
