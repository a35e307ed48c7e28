/**
 * Where the runner is in the session. Pure: `now` is passed in, in milliseconds.
 *
 * A countdown is the instant at which it ends, so a sleeping screen, a slow timer or a reload
 * cannot stretch a hold. `had` are the seconds of work by card and set.
 */
const WORK = new Set(["hold", "move", "reps"]);
const AWAY = 90_000; // whoever was away longer than that past a step did not walk on

export const steps = (session) =>
  session.moves.flatMap((move, turn) => move.steps.map((step, at) =>
    ({ ...step, move, turn, first: at === 0, last: at === move.steps.length - 1 })));

export const fresh = (at = 0) => ({ at, until: null, left: null, had: {}, ended: [] });
export const works = (step) => WORK.has(step.kind);
export const running = (walk) => walk.until !== null;

export function remaining(plan, walk, now) {
  if (running(walk)) return Math.max(0, walk.until - now);
  return walk.left ?? plan[walk.at].seconds * 1000;
}

function counted(plan, walk, seconds) {
  const step = plan[walk.at], card = step.move.card, had = walk.had[card] ?? {};
  if (!works(step) || seconds <= 0) return walk.had;
  return { ...walk.had, [card]: { ...had, [step.key]: Math.max(seconds, had[step.key] ?? 0) } };
}

const spent = (plan, walk, now) => plan[walk.at].seconds - remaining(plan, walk, now) / 1000;

/** What has run so far, for who stops in the middle. */
export const soFar = (plan, walk, now) => ({ ...walk, had: counted(plan, walk, plan[walk.at].kind === "reps" ? 0 : spent(plan, walk, now)) });

export function start(plan, walk, now) {
  return { ...walk, until: now + remaining(plan, walk, now), left: null };
}
export function pause(plan, walk, now) {
  return { ...walk, left: remaining(plan, walk, now), until: null };
}

/** To the next step, with what was done of this one; `over` behind the last. Repetitions have their own pace. */
export function onward(plan, walk, now) {
  const step = plan[walk.at], had = counted(plan, walk, step.kind === "reps" ? step.seconds : spent(plan, walk, now));
  const card = step.move.card, ended = step.last && had[card] ? [...new Set([...walk.ended, card])] : walk.ended;
  const next = { ...walk, at: walk.at + 1, left: null, until: null, had, ended };
  if (next.at === plan.length) return { ...next, at: walk.at, over: true };
  return arrive(plan, next, now, running(walk));
}

/** Work begins by itself; what is there to read waits, unless it is the `rest` between two moves. */
function arrive(plan, walk, now, rest) {
  const step = plan[walk.at];
  return rest || step.kind !== "setup" ? { ...walk, until: now + step.seconds * 1000 } : walk;
}

export function backward(plan, walk, now) {
  const had = soFar(plan, walk, now).had;
  return arrive(plan, { ...walk, had, at: Math.max(0, walk.at - 1), left: null, until: null }, now, false);
}

/** As the clock leads: on from each step that is over, at the instant it was over. */
export function tick(plan, walk, now) {
  let at = walk;
  while (running(at) && !at.over && at.until <= now) {
    const away = now - at.until > AWAY, on = onward(plan, at, at.until);
    at = away && !on.over ? { ...on, until: null } : on;
  }
  return at;
}
