/** Double click, right click, long press and keys on messages. */
import { find } from "./dom.js";
import { messageMenu } from "./overlays.js";

const HOLD = 500;
const list = find("messages");
const CONTROLS = "button, a, audio, video, .spoiler";

export function listenToMessages(chat, actions) {
  const of = (event) => {
    const node = event.target.closest(".message");
    return node && { node, message: chat.message(Number(node.dataset.id)) };
  };
  const open = (event, x = event.clientX, y = event.clientY) => {
    const { node, message } = of(event);
    messageMenu(message, node, x, y, actions);
  };

  list.addEventListener("mousedown", (event) => {
    if (event.detail > 1 && !event.target.closest(CONTROLS)) event.preventDefault();
  });
  list.addEventListener("dblclick", (event) => {
    if (event.target.closest(".bubble") && !event.target.closest(CONTROLS)) actions.react(of(event).message, "👍");
  });
  list.addEventListener("contextmenu", (event) => {
    if (!event.target.closest(".bubble")) return;
    event.preventDefault();
    open(event);
  });
  hold(open);
  list.addEventListener("keydown", (event) => {
    const { node } = of(event) ?? {};
    if (event.target !== node) return;
    const steps = { ArrowUp: "previousElementSibling", ArrowDown: "nextElementSibling" };
    let next = node[steps[event.key]];
    if (next && !next.matches(".message")) next = next[steps[event.key]];
    if (next || event.key === "Enter") event.preventDefault();
    next?.focus();
    const box = node.getBoundingClientRect();
    if (event.key === "Enter") open(event, box.left + 24, Math.min(box.bottom, innerHeight - 200));
  });
}

/** iOS sends no contextmenu event for a long press, so a timer stands in. */
function hold(open) {
  let timer;
  const stop = () => clearTimeout(timer);
  list.addEventListener("pointerdown", (event) => {
    if (event.pointerType === "mouse" || !event.target.closest(".bubble")) return;
    timer = setTimeout(() => open(event), HOLD);
  });
  for (const end of ["pointerup", "pointercancel", "pointermove"]) list.addEventListener(end, stop);
}
