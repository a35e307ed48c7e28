/** The few things that every part of the page does with its elements. */
export const $ = (id) => document.getElementById(id);

export function make(tag, props = {}, ...children) {
  const node = Object.assign(document.createElement(tag), props);
  node.append(...children.filter((child) => child || child === 0));
  return node;
}

export const line = (textContent, className = "") => make("p", { textContent, className });

export function svg(tag, attributes, ...children) {
  const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

/** A text with its blanks filled in. */
export const fill = (text, values) => text.replace(/{(\w+)}/g, (_, name) => values[name]);
