import { describe, expect, it } from 'vitest';
import tokens from '../../app/tokens.css?raw';
import { colorsOf, PALETTE_SIZE } from './seriesColors';

type Triple = [number, number, number];

/** Severe forms as Machado, Oliveira and Fernandes model them (2009), on linear sRGB. */
const SIGHTS: Record<string, number[]> = {
  normal: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
};
/** OKLab; about four times what side by side can just be told apart. */
const APART = 0.06;

function fromOklch([lightness, chroma, hue]: Triple): Triple {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

function toOklab([red, green, blue]: Triple): Triple {
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s, 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s, 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s];
}

function seen(color: Triple, sight: number[]): Triple {
  const rows = [0, 3, 6].map((row) => color.reduce((sum, value, column) => sum + value * (sight[row + column] ?? 0), 0));
  return rows.map((value) => Math.min(1, Math.max(0, value))) as Triple;
}

function luminance([red, green, blue]: Triple): number {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: Triple, other: Triple): number {
  const [low, high] = [luminance(one), luminance(other)].toSorted((a, b) => a - b) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** Both values of a token: light, dark. */
function token(name: string): [Triple, Triple] {
  const line = tokens.split('\n').find((each) => each.trim().startsWith(`--color-${name}:`)) ?? '';
  const values = [...line.matchAll(/oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)/g)].map(([, ...parts]) => parts.map(Number) as Triple);
  if (values.length === 1 && line.includes('oklch(1 0 0)')) return [[1, 0, 0], values[0] ?? [0, 0, 0]];
  if (values.length !== 2) throw new Error(`${name} is not a pair of colours: ${line}`);
  return values as [Triple, Triple];
}

const NAMES = [...Array.from({ length: PALETTE_SIZE }, (_each, index) => `series-${index + 1}`), 'series-rest'];

describe.each([
  ['light', 0],
  ['dark', 1],
] as const)('the palette in %s', (_theme, side) => {
  const colors = NAMES.map((name) => fromOklch(token(name)[side]));
  const surface = fromOklch(token('surface')[side]);

  it('stands out from what it lies on', () => {
    for (const [index, color] of colors.slice(0, PALETTE_SIZE).entries()) expect(contrast(color, surface), NAMES[index]).toBeGreaterThanOrEqual(3);
  });

  it.each(Object.keys(SIGHTS))('can be told apart with %s vision', (sight) => {
    const labs = colors.slice(0, PALETTE_SIZE).map((color) => toOklab(seen(color, SIGHTS[sight] ?? [])));
    for (const [index, one] of labs.entries()) {
      for (const [place, other] of labs.slice(0, index).entries()) {
        const distance = Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2]);
        expect(distance, `${NAMES[index]} and ${NAMES[place]}`).toBeGreaterThan(APART);
      }
    }
  });
});

const series = (id: string, more = {}) => ({ id, label: id, values: [], ...more });

describe('colorsOf', () => {
  it('goes by place, and passes over those that have a colour', () => {
    const looks = colorsOf([series('a'), series('failed', { color: 'var(--color-danger)' }), series('b'), series('others', { isRest: true })]);
    expect([...looks.values()].map(({ stroke }) => stroke)).toEqual(['var(--color-series-1)', 'var(--color-danger)', 'var(--color-series-2)', 'var(--color-series-rest)']);
  });

  it('goes round with dashes', () => {
    const looks = colorsOf(Array.from({ length: PALETTE_SIZE + 1 }, (_each, index) => series(String(index))));
    expect(looks.get(String(PALETTE_SIZE))?.stroke).toBe('var(--color-series-1)');
    expect(looks.get(String(PALETTE_SIZE))?.dash).toBeDefined();
  });
});
