export const find = (id) => document.getElementById(id);

/** A new element. Names that start with "on" are listeners; null and false leave a thing out. */
export function make(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

export function icon(name, label) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `#icon-${name}`);
  svg.setAttribute("class", `icon icon-${name}`);
  svg.setAttribute("aria-hidden", "true");
  svg.append(use);
  return label ? make("span", {}, svg, make("span", { class: "sr" }, label)) : svg;
}

/** Telegram names its heart without the selector that makes browsers draw it in colour. */
export const colourful = (emoji) => (emoji.length === 1 ? `${emoji}\uFE0F` : emoji);

/** What a screen reader says when a thing changes without the focus moving there. */
export const announce = (words) => {
  find("announce").textContent = words;
};
