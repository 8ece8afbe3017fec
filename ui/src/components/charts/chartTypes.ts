/** One line, area or run of bars; `values` stand beside the chart's `times`, null where nothing is known. */
export interface ChartSeries {
  id: string;
  label: string;
  values: readonly (number | null)[];
  /** A colour with a meaning of its own, as `var(--color-danger)`; without it the palette's next. */
  color?: string;
  /** What is left of a ranking: drawn in grey, and last. */
  isRest?: boolean;
  /** Stands behind the label in the legend: a sum, a mean. */
  summary?: string;
}

/** What a chart over time draws. */
export interface TimeSeries {
  /** Begin of each piece of time, milliseconds since 1970, ascending, `step` apart. */
  times: readonly number[];
  /** Milliseconds of one piece of time. */
  step: number;
  series: readonly ChartSeries[];
}

/** Lines show values one by one, areas and bars stack them to their sum. */
export type ChartForm = 'lines' | 'areas' | 'bars';

/** A series with its colour and dashes, and the edges between which it is drawn. */
export interface DrawnSeries extends ChartSeries {
  stroke: string;
  dash: string | undefined;
  /** Lower and upper edge of each piece; equal to 0 and the value where nothing is stacked. */
  lower: readonly number[];
  upper: readonly (number | null)[];
}
