/** One message: a bubble, and the inline keyboard under it. */
import { colourful, icon, make } from "./dom.js";
import { mediaNode, placeNode } from "./media.js";
import { rich } from "./rich.js";

const SAFE_LINK = /^https?:/i;

function key(button, message, actions) {
  if (button.url) {
    const href = SAFE_LINK.test(button.url) ? button.url : null;
    return make("a", { class: "key", href, target: "_blank", rel: "noopener noreferrer" }, button.text, icon("out", "opens a new tab"));
  }
  if (button.app) return make("button", { class: "key", type: "button", onclick: () => actions.app(message) }, button.text);
  if (button.data === null) return make("button", { class: "key", type: "button", disabled: true }, button.text);
  const tap = () => actions.tap(message.id, button.data);
  return make("button", { class: "key", type: "button", "data-tap": button.data, onclick: tap }, button.text);
}

function inlineKeys(message, actions) {
  if (!message.buttons.length) return null;
  const rows = message.buttons.map((row) =>
    make("div", { class: "row" }, row.map((button) => key(button, message, actions))));
  return make("div", { class: "inline", role: "group", "aria-label": "Buttons of this message" }, rows);
}

function meta(message, time) {
  return make("span", { class: "meta" },
    message.pinned && icon("pin", "pinned"),
    message.edited && make("span", {}, "edited "),
    make("time", { datetime: message.date }, time),
    !message.from_bot && icon("checks", "sent"));
}

/** The time, beside the reactions if there are any. */
function foot(message, actions, time) {
  if (!message.reactions.length) return meta(message, time);
  const given = make("span", { class: "reacted" }, message.reactions.map((emoji) => {
    const label = `Take ${emoji} back`;
    return make("button", { type: "button", "aria-label": label, onclick: () => actions.react(message, emoji) }, colourful(emoji));
  }));
  return make("div", { class: "foot" }, given, meta(message, time));
}

function origin(message, actions) {
  const replied = message.reply_to && actions.message(message.reply_to);
  return [
    message.forwarded_from && make("span", { class: "forwarded" }, `Forwarded from ${message.forwarded_from}`),
    replied && make("span", { class: "reply" }, make("strong", {}, replied.sender), replied.text || "Attachment"),
  ];
}

function extras({ contact, poll }) {
  return [
    contact && make("span", { class: "media contact" }, icon("person"),
      make("span", {}, make("strong", {}, contact.first_name), make("small", {}, contact.phone_number))),
    poll && make("span", { class: "poll" }, make("strong", {}, poll.question),
      poll.options.map((option) => make("span", {}, option))),
  ];
}

/** "bare" bubbles have no frame: one to three emoji, a sticker. "shown" ones start with a picture. */
function shape(message) {
  const alone = !message.media && !message.buttons.length && !message.reply_to;
  const emoji = /^(\p{Extended_Pictographic}(\uFE0F|\u200D|\p{Emoji_Modifier}|\p{Extended_Pictographic})*){1,3}$/u;
  if (message.media?.kind === "sticker" || (alone && emoji.test(message.text))) return "bare";
  const pictured = ["photo", "animation", "video"].includes(message.media?.kind) || message.location;
  return pictured ? (message.text && !message.location ? "shown" : "shown only") : "";
}

/** Fills `node`, the article of `message`; a picture or player with the same address is kept. */
export function fillMessage(node, message, actions, time) {
  const old = node.querySelector(".media");
  const kept = old && message.media && node.dataset.media === message.media.url;
  const media = kept ? old : mediaNode(message) ?? placeNode(message.location);
  const text = message.media?.kind === "sticker" ? "" : message.html;
  const bubble = make("div", { class: `bubble ${shape(message)}` },
    origin(message, actions), media, extras(message),
    make("div", { class: "caption" },
      text && make("span", { class: "text" }, rich(text, actions.command)),
      foot(message, actions, time)));
  node.dataset.media = message.media?.url ?? "";
  node.setAttribute("aria-label", `${message.from_bot ? message.sender : "You"}, ${time}`);
  node.replaceChildren(bubble, ...[inlineKeys(message, actions)].filter(Boolean));
}

export function newMessage(message) {
  const side = message.from_bot ? "in" : "out";
  return make("article", { class: `message ${side}`, "data-id": message.id, tabindex: "-1" });
}
