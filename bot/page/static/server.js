/** What the page asks of Limber, and the finish that waits until it can be sent. */
import { signed } from "./telegram.js";

const TODO = "limber:todo:";

export class Refused extends Error {
  constructor(text, status) {
    super(text);
    this.foreign = status === 401;
  }
}

async function call(path, body) {
  const answer = await fetch(`api/${path}`, {
    method: body ? "POST" : "GET",
    headers: { Authorization: `tma ${signed}`, ...(body && { "Content-Type": "application/json" }) },
    body: body && JSON.stringify(body),
  });
  const told = await answer.json();
  if (answer.ok) return told;
  throw answer.status >= 500 ? new Error(told.error) : new Refused(told.error, answer.status);
}

export const words = async () => (await fetch("words.json")).json();
export const session = () => {
  const day = new URLSearchParams(location.search).get("day");
  return call(`session${day ? `?day=${encodeURIComponent(day)}` : ""}`);
};

export const card = (id) => call(`card?id=${encodeURIComponent(id)}`);
export const cards = () => call("cards");
export const progress = () => call("progress");
export const favour = (id, on) => call("favourite", { card: id, on });

/** A still of a move, or its loop; null where there is none to be had. */
export async function picture(name, { moves = false } = {}) {
  const answer = await fetch(`api/picture?name=${encodeURIComponent(name)}${moves ? "&moves=1" : ""}`, { headers: { Authorization: `tma ${signed}` } });
  return answer.status === 200 ? URL.createObjectURL(await answer.blob()) : null;
}

/** Whose page this is: two people may open it on one device. */
export function owner() {
  try { return JSON.parse(new URLSearchParams(signed).get("user")).id; } catch { return 0; }
}

const slot = () => `${TODO}${owner()}:`;
const waiting = () => Object.keys(localStorage).filter((name) => name.startsWith(slot()));
export const keep = (finish) => localStorage.setItem(slot() + finish.id, JSON.stringify(finish));
export const waits = () => waiting().length > 0;

/** Send each finish that waits; null if one has to wait on. Raises Refused where it won't be taken. */
export async function send() {
  let told = null;
  for (const name of waiting()) {
    const kept = localStorage.getItem(name), done = () => localStorage.getItem(name) === kept && localStorage.removeItem(name);
    try {
      told = await call("done", JSON.parse(kept));
      done();
    } catch (error) {
      if (!(error instanceof Refused)) return null;
      if (!error.foreign) done(); // it never will be
      throw error;
    }
  }
  return told;
}
