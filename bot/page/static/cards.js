/** The library: all cards, looked through by area, kind, length and kit, with a heart on some. */
import { $, fill, line, make } from "./dom.js";

const LENGTHS = [2, 3, 5];
const wish = { area: "", kind: "", length: "", kit: "", hearts: false };
let told, words, act;

const fits = (card) =>
  (!wish.area || card.areas.includes(wish.area)) &&
  (!wish.kind || card.kind === wish.kind) &&
  (!wish.length || card.minutes <= Number(wish.length)) &&
  (!wish.kit || (wish.kit === "none" ? !card.kit.length : card.kit.includes(wish.kit))) &&
  (!wish.hearts || card.favourite);

function choice(name, any, options) {
  const shown = [["", any], ...options].map(([value, textContent]) => make("option", { value, textContent }));
  const select = make("select", { ariaLabel: words[name], onchange: () => { wish[name] = select.value; list(); } }, ...shown);
  select.value = wish[name];
  return select;
}

function choices() {
  const kit = [["none", words.no_kit], ...Object.entries(told.kit).map(([id, name]) => [id, fill(words.with_kit, { kit: name })])];
  const hearts = make("button", {
    type: "button", textContent: `♥ ${words.favourites}`, ariaPressed: String(wish.hearts),
    onclick: () => { wish.hearts = !wish.hearts; hearts.ariaPressed = String(wish.hearts); list(); },
  });
  return make("div", { className: "choices" },
    choice("area", words.any_area, Object.entries(told.areas)),
    choice("kind", words.any_kind, Object.entries(told.kinds)),
    choice("length", words.any_length, LENGTHS.map((minutes) => [String(minutes), fill(words.up_to, { minutes })])),
    choice("kit", words.any_kit, kit),
    hearts);
}

function about({ kind, minutes, kit }) {
  const named = { kind: told.kinds[kind], minutes, kit: kit.map((each) => told.kit[each]).join(", ") };
  return fill(kit.length ? words.about_kit : words.about, named);
}

function heart(card) {
  const button = make("button", { type: "button", className: "heart", ariaLabel: fill(words.favour, card) });
  const show = () => {
    button.textContent = card.favourite ? "♥" : "♡";
    button.ariaPressed = String(card.favourite);
  };
  button.onclick = async () => {
    const on = !card.favourite;
    card.favourite = on;
    show();
    await act.favour(card.id, on).catch((error) => {
      card.favourite = !on;
      show();
      $("found").textContent = error.message;
    });
  };
  show();
  return button;
}

/** What the gate keeps shut has its reason in the place of a way in. */
function row(card) {
  const inside = [make("b", { textContent: card.name }), make("small", { textContent: about(card) })];
  const body = card.shut
    ? make("div", { className: "card" }, ...inside, make("small", { className: "shut", textContent: card.shut }))
    : make("button", { type: "button", className: "card", onclick: () => act.open(card.id) }, ...inside);
  return make("li", {}, body, (!card.shut || card.favourite) && heart(card));
}

function count(found) {
  if (!found) return words.found_none;
  return found === 1 ? words.found_one : fill(words.found, { count: found });
}

function list() {
  const found = told.cards.filter(fits);
  $("found").textContent = count(found.length);
  $("cards").replaceChildren(...found.map(row));
}

export function draw(library, said, does) {
  [told, words, act] = [library, said, does];
  $("library").replaceChildren(
    make("h1", { tabIndex: -1, textContent: words.tab_library }), choices(),
    Object.assign(line("", "dim"), { id: "found", role: "status" }), make("ul", { id: "cards" }));
  list();
}
