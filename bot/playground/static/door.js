/** The way to the playground's server: posts in the order they were made, and one event stream. */

let queue = Promise.resolve();

async function send(path, body, type) {
  const response = await fetch(`/page/${path}`, {
    method: "POST",
    body,
    headers: { "Content-Type": type },
    signal: AbortSignal.timeout(20_000),
  });
  if (response.ok) return;
  const answer = await response.json().catch(() => ({}));
  throw new Error(answer.error ?? "The playground did not accept that.");
}

function inOrder(task) {
  const turn = queue.then(task).catch((error) => {
    const silent = error instanceof TypeError || error.name === "TimeoutError";
    throw silent ? new Error("Not sent: the playground does not answer.") : error;
  });
  queue = turn.catch(() => {});
  return turn;
}

export const post = (path, body = {}) =>
  inOrder(() => send(path, JSON.stringify(body), "application/json"));

export function upload(path, file, details = {}) {
  const query = new URLSearchParams({ name: file.name, ...details });
  return inOrder(() => send(`${path}?${query}`, file, file.type || "application/octet-stream"));
}

/** Calls `onEvent` for ever; `onLost` and then a new connection whenever the old one breaks. */
export function listen(onEvent, onLost) {
  const source = new EventSource("/page/events");
  source.onmessage = (message) => onEvent(JSON.parse(message.data));
  source.onerror = () => {
    source.close();
    onLost();
    setTimeout(() => listen(onEvent, onLost), 1000);
  };
}
