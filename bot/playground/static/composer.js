/** The field: writing, sending, editing one's own messages. */
import { Commands } from "./commands.js";
import { find } from "./dom.js";

const TALLEST = 140;
const field = find("text");

export class Composer {
  commands;
  #actions;
  #edited = null;

  constructor(actions) {
    this.#actions = actions;
    this.commands = new Commands((command) => this.#send(command), (command) => this.#write(command));
    field.addEventListener("input", () => {
      this.#fit();
      this.commands.typed(field.value);
    });
    field.addEventListener("keydown", (event) => this.#key(event) && event.preventDefault());
    find("composer").addEventListener("submit", (event) => {
      event.preventDefault();
      this.#submit();
    });
    find("editing-stop").onclick = () => this.#stopEdit();
    this.#fit();
  }

  edit(message) {
    this.#edited = message;
    find("editing").hidden = false;
    find("editing-text").textContent = message.text;
    this.#write(message.text);
  }

  clear() {
    this.#stopEdit();
    this.#write("", false);
  }

  /** True if the key was for the composer. */
  #key(event) {
    if (event.isComposing) return false;
    if (this.commands.key(event.key)) return true;
    if (event.key === "Enter" && !event.shiftKey) this.#submit();
    else if (event.key === "Escape" && this.#edited) this.#stopEdit();
    else if (event.key === "ArrowUp" && !field.value && this.#actions.lastOwnText()) {
      this.edit(this.#actions.lastOwnText());
    } else return false;
    return true;
  }

  #submit() {
    const text = field.value.trim();
    const message = this.#edited;
    this.commands.hide();
    if (!text) return;
    this.#stopEdit();
    if (!message) this.#send(text);
    else if (message.text !== text) this.#actions.edit(message, text);
  }

  /** Sends, and gives the words back if they could not be sent. */
  #send(text) {
    this.#write("");
    this.#actions.say(text).catch(() => field.value || this.#write(text));
  }

  #stopEdit() {
    if (!this.#edited) return;
    this.#edited = null;
    find("editing").hidden = true;
    this.#write("");
  }

  #write(text, focus = true) {
    field.value = text;
    this.#fit();
    if (focus) field.focus();
  }

  #fit() {
    field.style.height = "auto";
    field.style.height = `${Math.min(field.scrollHeight, TALLEST)}px`;
    find("send").hidden = !field.value.trim();
    find("mic").hidden = !find("send").hidden;
  }
}
