/** One time axis for all rows of a trace: where a bar lies, in per cent, and which ticks to draw. */
export interface TimeScale {
  startUs: number;
  lengthUs: number;
  ticks: Tick[];
}

export interface Tick {
  /** Per cent of the width. */
  at: number;
  /** Empty where there is no room for it. */
  label: string;
}

/** Narrower than this, the labels of two ticks touch. */
const TICK_PX = 52;
/** With less room than this before the right edge a label would be cut. */
const LABEL_PX = 36;

const UNITS = [
  { us: 1, name: 'µs' },
  { us: 1_000, name: 'ms' },
  { us: 1_000_000, name: 's' },
  { us: 60_000_000, name: 'min' },
  { us: 3_600_000_000, name: 'h' },
] as const;

export function timeScale(startUs: number, endUs: number, widthPx: number): TimeScale {
  const lengthUs = Math.max(1, endUs - startUs);
  const step = niceStep(lengthUs / Math.max(1, Math.floor(widthPx / TICK_PX)));
  const ticks: Tick[] = [];
  // a step is never smaller than a division, so there are at most widthPx / TICK_PX of them
  for (let us = 0; us < lengthUs; us += step) {
    const hasRoom = us === 0 || (1 - us / lengthUs) * widthPx >= LABEL_PX;
    ticks.push({ at: (us / lengthUs) * 100, label: hasRoom ? tickLabel(us, step) : '' });
  }
  return { startUs, lengthUs, ticks };
}

/** The smallest of 1, 2, 5 times a power of ten (of sixty for minutes and hours: 1, 2, 5, 10, 15, 30) that is no less than `us`. */
function niceStep(us: number): number {
  for (const unit of UNITS.slice(3)) {
    const nice = [1, 2, 5, 10, 15, 30].find((count) => count * unit.us >= us);
    if (us > unit.us / 2 && nice !== undefined) return nice * unit.us;
  }
  const power = 10 ** Math.floor(Math.log10(Math.max(1, us)));
  const nice = [1, 2, 5, 10].find((count) => count * power >= us) ?? 10;
  return nice * power;
}

function tickLabel(us: number, step: number): string {
  if (us === 0) return '0';
  const unit = UNITS.findLast((candidate) => us >= candidate.us) ?? UNITS[0];
  const digits = Math.max(0, -Math.floor(Math.log10(step / unit.us)));
  return `${Number((us / unit.us).toFixed(Math.min(3, digits)))} ${unit.name}`;
}

/** Left edge and width of a span's bar in per cent, never outside the axis. */
export function barOf(scale: TimeScale, startUs: number, durationUs: number): { left: number; width: number } {
  const left = clamp(((startUs - scale.startUs) / scale.lengthUs) * 100);
  const right = clamp(((startUs + durationUs - scale.startUs) / scale.lengthUs) * 100);
  return { left, width: Math.max(0, right - left) };
}

function clamp(percent: number): number {
  return Math.min(100, Math.max(0, percent));
}
