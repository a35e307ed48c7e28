/** Progress: the figures of the picture in the chat, drawn for a narrow screen. */
import { $, fill, line, make, svg } from "./dom.js";

function headline({ any, done, goal }, words) {
  const left = goal - done;
  if (!any) return words.first_square;
  if (left <= 0) return words.goal_met;
  return left === 1 ? words.to_go_one : fill(words.to_go, { left });
}

function tiles(told, words) {
  const shown = [
    [told.done, fill(words.this_week, told)], [told.minutes, words.four_weeks],
    [told.reserve, words.in_reserve], ...(told.streak === null ? [] : [[told.streak, words.in_a_row]]),
  ];
  return make("dl", { className: "tiles" }, ...shown.map(([number, name]) =>
    make("div", {}, make("dt", { textContent: name }), make("dd", { textContent: number }))));
}

function cell({ day, date, level, kind, said }) {
  const told = said ? `${date}, ${said}` : date;
  return make("td", { className: `l${level} ${kind}` },
    make("span", { ariaHidden: "true", textContent: day }), make("span", { className: "unseen", textContent: told }));
}

function calendar({ days, weekdays }, words) {
  const weeks = Array.from({ length: days.length / 7 }, (_, n) => days.slice(n * 7, n * 7 + 7));
  const key = [["l1", words.key_half], ["l2", words.key_done], ["l3", words.key_much], ["excused", words.key_off]];
  return [
    make("table", {},
      make("thead", {}, make("tr", {}, ...weekdays.map((textContent) => make("th", { scope: "col", textContent })))),
      make("tbody", {}, ...weeks.map((week) => make("tr", {}, ...week.map(cell))))),
    make("ul", { className: "key" }, ...key.map(([className, name]) => make("li", {}, make("i", { className }), name))),
  ];
}

function bar(share, kind) {
  const full = make("i", { className: kind });
  full.style.width = `${share}%`;
  return make("span", { className: "bar" }, full);
}

function areas(told, words) {
  if (!told.areas.length) return [line(fill(words.no_minutes, told), "dim")];
  return [
    line(fill(words.each_side, told), "dim"),
    make("ul", { className: "areas" }, ...told.areas.map(({ name, text, left, right, kind }) =>
      make("li", {}, make("span", { textContent: name }), make("b", { textContent: text }), bar(left, kind), bar(right, kind)))),
    line(fill(words.strength, told)),
  ];
}

function soreness({ sore }, words) {
  if (!sore.length) return [line(words.sore_empty, "dim")];
  const columns = sore.map(([x, height, kind]) => svg("rect", { x, y: 100 - height, width: 4, height, class: kind }));
  return [
    svg("svg", { viewBox: "0 0 100 100", preserveAspectRatio: "none", "aria-hidden": "true", class: "chart" }, ...columns),
    line(words.sore_span, "dim"),
  ];
}

function tests({ left, right }) {
  const side = (name, { path }) => svg("path", { d: path, class: name, "vector-effect": "non-scaling-stroke" });
  return [svg("svg", { viewBox: "-3 -3 106 56", preserveAspectRatio: "none", "aria-hidden": "true", class: "chart" },
    side("left", left), side("right", right))];
}

const box = (title, parts) => make("section", { className: "box" }, make("h2", { textContent: title }), ...parts);

export function draw(told, words) {
  const { left, right } = told.tests;
  $("progress").replaceChildren(
    make("h1", { tabIndex: -1, textContent: fill(words.hips, told) }),
    line(headline(told, words), "dim"),
    tiles(told, words),
    box(words.done_days, calendar(told, words)),
    box(words.minutes_week, areas(told, words)),
    box(told.sore_last === null ? words.no_soreness : fill(words.soreness, { sore: told.sore_last }), soreness(told, words)),
    ...(left ? [box(fill(words.tests, { left: left.index, right: right.index }), tests(told.tests))] : []),
  );
}
