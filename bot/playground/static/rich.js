/**
 * Formatted text as DOM nodes. The bot's HTML is parsed in an inert document (nothing there runs
 * or loads) and rebuilt from the tags that Telegram knows; any other tag leaves only its text.
 */
import { make } from "./dom.js";

const PLAIN = {
  B: "strong", STRONG: "strong", I: "em", EM: "em", U: "u", INS: "u", S: "s", STRIKE: "s",
  DEL: "s", CODE: "code", PRE: "pre", BLOCKQUOTE: "blockquote", "TG-SPOILER": "spoiler",
};
const LITERAL = new Set(["CODE", "PRE", "A"]);
const BLOCKS = new Set(["PRE", "BLOCKQUOTE"]); // they end their own line
const SAFE_LINK = /^(https?:|mailto:|tel:)/i;
const FINDS = /(?<=^|[\s(])(\/[a-z0-9_]{1,32}(?![\w/])|https?:\/\/[^\s<>"]*[^\s<>".,;:!?)])/gi;

const link = (href, ...inside) =>
  make("a", { href, target: "_blank", rel: "noopener noreferrer" }, ...inside);

function withLinks(text, onCommand) {
  return text.split(FINDS).map((piece, index) => {
    if (index % 2 === 0) return piece;
    if (!piece.startsWith("/")) return link(piece, piece);
    return make("button", { type: "button", class: "command", onclick: () => onCommand(piece) }, piece);
  });
}

function spoiler(inside) {
  const show = (event) => {
    event.currentTarget.classList.add("shown");
    event.currentTarget.removeAttribute("role");
  };
  const attributes = { class: "spoiler", role: "button", tabindex: "0", "aria-label": "Hidden text" };
  return make("span", { ...attributes, onclick: show, onkeydown: (e) => e.key === "Enter" && show(e) }, inside);
}

function rebuild(node, onCommand, literal) {
  if (node.nodeType === Node.TEXT_NODE) {
    const text = BLOCKS.has(node.previousSibling?.nodeName) ? node.data.replace(/^\n/, "") : node.data;
    return literal ? [text] : withLinks(text, onCommand);
  }
  if (node.nodeType !== Node.ELEMENT_NODE) return [];
  if (node.tagName === "BR") return ["\n"];
  const inner = literal || LITERAL.has(node.tagName);
  const inside = [...node.childNodes].flatMap((child) => rebuild(child, onCommand, inner));
  if (node.tagName === "A") {
    const href = node.getAttribute("href") ?? "";
    return SAFE_LINK.test(href) ? [link(href, ...inside)] : inside;
  }
  const hidden = node.tagName === "SPAN" && node.classList.contains("tg-spoiler");
  const tag = hidden ? "spoiler" : PLAIN[node.tagName];
  if (!tag) return inside;
  return [tag === "spoiler" ? spoiler(inside) : make(tag, {}, ...inside)];
}

export function rich(html, onCommand) {
  const inert = new DOMParser().parseFromString(`<body>${html}`, "text/html");
  return [...inert.body.childNodes].flatMap((node) => rebuild(node, onCommand, false));
}
