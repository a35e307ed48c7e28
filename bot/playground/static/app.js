/** The page's wiring: what a person does goes to the server, what happens comes back as events. */
import { startAttachments } from "./attach.js";
import { Chat } from "./chat.js";
import { clock } from "./clock.js";
import { Composer } from "./composer.js";
import { find } from "./dom.js";
import { listen, post, upload } from "./door.js";
import { listenToMessages } from "./gestures.js";
import { closeFrame, openFrame, startFrame, theme } from "./frame.js";
import { showKeyboard } from "./keyboard.js";
import { alertBox, toast } from "./overlays.js";
import { showClock, showZone, startPanel } from "./panel.js";

const DOING = {
  typing: "typing", upload_photo: "sending a photo", upload_video: "sending a video",
  record_voice: "recording a voice note", upload_voice: "sending a voice note",
  upload_document: "sending a file", find_location: "looking for a place", choose_sticker: "choosing a sticker",
};
const ACTION_LASTS = 5000; // Telegram shows a chat action for five seconds
let chatId = null;
let actionTimer;

/** Shows why something failed, and lets the caller know too. */
const told = (promise) => promise.catch((error) => {
  toast(error.message);
  throw error;
});
const quietly = (promise) => told(promise).catch(() => {});

const actions = {
  say: (text) => told(post("say", { text })),
  command: (text) => quietly(post("say", { text })),
  edit: (message, text) => quietly(post("edit", { message_id: message.id, text })),
  heard: (message) => quietly(post("heard", { message_id: message.id })),
  tapped: (id, data) => told(post("tap", { message_id: id, data })),
  app: (message) => quietly(post("app", { message_id: message.id, theme: theme() })),
  react: (message, emoji) => quietly(post("react", {
    message_id: message.id, emoji: message.reactions.includes(emoji) ? null : emoji,
  })),
  press: (text, city) => quietly(post("press", { text, ...(city && at(city)) })),
  location: (city) => quietly(post("location", at(city))),
  photo: (file) => quietly(upload("photo", file)),
  voice: (file, seconds) => quietly(upload("voice", file, { seconds })),
  move: (body) => post("clock", body),
  reset: () => quietly(post("reset")),
  lastOwnText: () => chat.lastOwnText,
};

/** Whoever shares a location is there, and so is their phone's clock. */
function at({ latitude, longitude, zone }) {
  clock.zone = zone;
  showZone();
  zoned();
  return { latitude, longitude };
}

function zoned() {
  showClock();
  chat.retime();
}

function showStatus(action) {
  clearTimeout(actionTimer);
  const doing = DOING[action];
  find("status").textContent = doing ?? "bot";
  find("status").classList.toggle("busy", Boolean(doing));
  if (doing) actionTimer = setTimeout(showStatus, ACTION_LASTS);
}

function showBot({ bot, keyboard }) {
  document.title = `${bot.name} playground`;
  for (const id of ["title", "hello-name"]) find(id).textContent = bot.name;
  find("hello-about").textContent = bot.description ?? "";
  composer.commands.known = bot.commands;
  showKeyboard(keyboard, actions);
}

const chat = new Chat(actions);
const composer = new Composer(actions);
const on = {
  notice: ({ text }) => {
    find("notice").textContent = text;
    find("notice").hidden = !text;
  },
  state({ chat: view, now, notice }) {
    on.notice({ text: notice });
    if (chatId !== view.chat_id) { composer.clear(); closeFrame(); }
    chatId = view.chat_id;
    clock.set(now);
    showClock();
    showBot(view);
    chat.show(view.messages);
    find("banner").hidden = true;
    document.body.dataset.state = "ready";
  },
  chat: ({ chat: view }) => showBot(view),
  clock({ now }) {
    clock.set(now);
    showClock();
    chat.arrange();
  },
  message({ message }) {
    if (message.from_bot) showStatus();
    chat.add(message);
  },
  edit: ({ message }) => chat.edit(message),
  delete: ({ id }) => chat.remove(id),
  reaction: ({ id, reactions }) => chat.react(id, reactions),
  app: ({ url }) => openFrame(url),
  toast: ({ text, alert }) => (alert ? alertBox(text) : toast(text)),
  answered: ({ id, data }) => chat.answered(id, data),
  action: ({ action }) => showStatus(action),
};

startAttachments(actions);
startFrame();
startPanel({ move: actions.move, reset: actions.reset, zoned });
listenToMessages(chat, { react: actions.react, edit: (message) => composer.edit(message), heard: actions.heard });
find("hello-start").onclick = () => actions.command("/start");
listen((event) => on[event.type]?.(event), () => {
  find("banner").hidden = false;
  document.body.dataset.state = "lost";
});
if (matchMedia("(pointer: fine)").matches) find("text").focus();
