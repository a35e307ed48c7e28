/** The bot's commands: the list behind the menu button and behind a typed "/". */
import { find, make } from "./dom.js";

const box = find("commands");
const field = find("text");

export class Commands {
  #known = [];
  #shown = [];
  #active = 0;
  #choose;
  #complete;

  /** `choose` sends a command, `complete` only writes it into the field. */
  constructor(choose, complete) {
    this.#choose = choose;
    this.#complete = complete;
    find("menu").onclick = () => {
      this.#show(box.hidden ? this.#known : []);
      field.focus();
    };
    document.addEventListener("pointerdown", ({ target }) =>
      target.closest("#commands, #menu, #text") || this.hide());
  }

  set known(commands) {
    this.#known = commands;
    find("menu").hidden = !commands.length;
  }

  hide() { this.#show([]); }

  typed(text) {
    const start = /^\/(\w*)$/.exec(text)?.[1].toLowerCase();
    this.#show(start === undefined ? [] : this.#known.filter(({ command }) => command.startsWith(start)));
  }

  /** True if the list is open and took the key. */
  key(name) {
    if (!this.#shown.length) return false;
    const chosen = `/${this.#shown[this.#active].command}`;
    const step = { ArrowDown: 1, ArrowUp: -1 }[name];
    if (step) this.#mark((this.#active + step + this.#shown.length) % this.#shown.length);
    else if (name === "Enter") this.#choose(chosen);
    else if (name === "Tab") this.#complete(chosen);
    else if (name !== "Escape") return false;
    if (!step) this.hide();
    return true;
  }

  #show(commands) {
    this.#shown = commands;
    box.hidden = !commands.length;
    find("menu").setAttribute("aria-expanded", String(!box.hidden));
    box.replaceChildren(...commands.map(({ command, description }, index) => {
      const choose = () => {
        this.hide();
        this.#choose(`/${command}`);
      };
      const mark = () => this.#mark(index);
      const attributes = { id: `command-${index}`, role: "option", onclick: choose, onpointermove: mark };
      return make("div", attributes, make("b", {}, `/${command}`), make("span", {}, description));
    }));
    this.#mark(0);
  }

  #mark(active) {
    this.#active = active;
    [...box.children].forEach((row, index) => row.setAttribute("aria-selected", String(index === active)));
    box.children[active]?.scrollIntoView({ block: "nearest" });
    if (box.hidden) field.removeAttribute("aria-activedescendant");
    else field.setAttribute("aria-activedescendant", `command-${active}`);
  }
}
