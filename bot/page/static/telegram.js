/** The few words of Telegram's bridge that the page needs: https://core.telegram.org/api/web-events */
const launched = new URLSearchParams(location.hash.slice(1));

/** What Telegram signed about who opened the page; "" outside of it. */
export const signed = launched.get("tgWebAppData") ?? "";

const WEB = "https://web.telegram.org";

/** Who shows the page in a frame: Telegram in a browser, or the playground on its own address. */
function host() {
  try { return parent.location.origin; } catch { return WEB; }
}

export function post(type, data = {}) {
  if (window.TelegramWebviewProxy) window.TelegramWebviewProxy.postEvent(type, JSON.stringify(data));
  else if (parent !== window) parent.postMessage(JSON.stringify({ eventType: type, eventData: data }), host());
}

function dress(theme) {
  for (const [name, colour] of Object.entries(theme ?? {}))
    if (/^#[\da-f]{6}$/i.test(colour)) document.documentElement.style.setProperty(`--tg-${name.replaceAll("_", "-")}`, colour);
}

function hear(type, data) {
  if (type === "theme_changed") dress(data?.theme_params);
}

export function meet() {
  try { dress(JSON.parse(launched.get("tgWebAppThemeParams") ?? "{}")); } catch { /* then the page wears its own colours */ }
  window.Telegram = { WebView: { receiveEvent: hear } };
  window.TelegramGameProxy_receiveEvent = hear;
  addEventListener("message", ({ origin, data }) => {
    if (origin !== WEB) return;
    try { const said = JSON.parse(data); hear(said.eventType, said.eventData); } catch { /* not for us */ }
  });
  post("web_app_ready");
  post("web_app_expand");
  post("web_app_setup_swipe_behavior", { allow_vertical_swipe: false });
}

export const guardClosing = (on) => post("web_app_setup_closing_behavior", { need_confirmation: on });
export const close = () => post("web_app_close");
