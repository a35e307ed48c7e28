/** What the page asks of Limber, and the finish that waits until it can be sent. */
import { signed } from "./telegram.js";

const TODO = "limber:todo:";

export class Refused extends Error {}

async function call(path, body) {
  const answer = await fetch(`api/${path}`, {
    method: body ? "POST" : "GET",
    headers: { Authorization: `tma ${signed}`, ...(body && { "Content-Type": "application/json" }) },
    body: body && JSON.stringify(body),
  });
  const told = await answer.json();
  if (answer.ok) return told;
  throw answer.status >= 500 ? new Error(told.error) : new Refused(told.error);
}

export const words = async () => (await fetch("words.json")).json();
export const session = () => {
  const day = new URLSearchParams(location.search).get("day");
  return call(`session${day ? `?day=${encodeURIComponent(day)}` : ""}`);
};

export async function picture(name) {
  const answer = await fetch(`api/picture?name=${encodeURIComponent(name)}`, { headers: { Authorization: `tma ${signed}` } });
  return answer.status === 200 ? URL.createObjectURL(await answer.blob()) : null;
}

/** Whose page this is: two people may open it on one device. */
export function owner() {
  try { return JSON.parse(new URLSearchParams(signed).get("user")).id; } catch { return 0; }
}

const slot = () => TODO + owner();
export const keep = (finish) => localStorage.setItem(slot(), JSON.stringify(finish));
export const waits = () => localStorage.getItem(slot()) !== null;

/** Send the finish that waits; null if it has to wait on. Raises Refused where it never will be taken. */
export async function send() {
  const kept = localStorage.getItem(slot());
  try {
    const told = await call("done", JSON.parse(kept));
    if (localStorage.getItem(slot()) === kept) localStorage.removeItem(slot());
    return told;
  } catch (error) {
    if (error instanceof Refused) throw error;
    return null;
  }
}
