/** The playground's time in the zone that this page shows. The server owns the clock. */
const browserZone = Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";
let ahead = 0;
let zone = sessionStorage.getItem("zone") ?? browserZone;

const format = (moment, options) =>
  new Intl.DateTimeFormat("en-GB", { timeZone: zone, ...options }).format(moment);

export const clock = {
  browserZone,
  get zone() { return zone; },
  set zone(name) {
    zone = name;
    sessionStorage.setItem("zone", name);
  },
  set(iso) { ahead = new Date(iso) - Date.now(); },
  now: () => new Date(Date.now() + ahead),
  time: (moment) => format(moment, { hour: "2-digit", minute: "2-digit" }),
  date: (moment) => format(moment, { weekday: "long", day: "numeric", month: "long", year: "numeric" }),
  day: (moment) => format(moment, { dateStyle: "short" }),

  /** "2026-01-05T07:00", as date fields want it. */
  field(moment) {
    const parts = { year: "numeric", month: "2-digit", day: "2-digit" };
    return `${format(moment, parts).split("/").reverse().join("-")}T${clock.time(moment)}`;
  },

  /** "Today", "Yesterday" or the date, with its year only when that is another one. */
  dayName(moment) {
    const now = clock.now();
    if (clock.day(moment) === clock.day(now)) return "Today";
    if (clock.day(moment) === clock.day(new Date(now - 864e5))) return "Yesterday";
    const sameYear = format(moment, { year: "numeric" }) === format(now, { year: "numeric" });
    return sameYear ? format(moment, { weekday: "long", day: "numeric", month: "long" }) : clock.date(moment);
  },
};
