/** The menu behind the paperclip, and the microphone: photos, voice notes, places. */
import { find } from "./dom.js";
import { arrows, choosePlace } from "./overlays.js";

const menu = find("attach-menu");

function place() {
  const { left, top } = find("attach").getBoundingClientRect();
  menu.style.left = `${Math.max(8, left)}px`;
  menu.style.bottom = `${innerHeight - top + 8}px`;
}

/** What the browser knows of a sound's length, 3 seconds if it can't read it. */
function seconds(file) {
  const audio = new Audio(URL.createObjectURL(file));
  return new Promise((done) => {
    audio.onerror = () => done(3);
    audio.onloadedmetadata = () =>
      done(Number.isFinite(audio.duration) ? Math.max(1, Math.round(audio.duration)) : 3);
  });
}

function pickFile(input, send) {
  find(input).onchange = ({ target }) => {
    if (target.files[0]) send(target.files[0]);
    target.value = "";
  };
  return () => find(input).click();
}

export function startAttachments({ photo, voice, location }) {
  const items = {
    "attach-photo": pickFile("photo-file", photo),
    "attach-voice": pickFile("voice-file", async (file) => voice(file, await seconds(file))),
    "attach-place": async () => {
      const city = await choosePlace();
      if (city) location(city);
    },
  };
  for (const [id, does] of Object.entries(items)) {
    find(id).onclick = () => {
      menu.hidePopover();
      does();
    };
  }
  find("mic").onclick = () => find("voice-file").click();
  find("attach").popoverTargetElement = menu;
  menu.addEventListener("beforetoggle", place);
  menu.addEventListener("toggle", ({ newState }) => newState === "open" && menu.querySelector("button").focus());
  arrows(menu);
}
