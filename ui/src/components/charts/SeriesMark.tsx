/** The colour of a series, with its dashes. */
export function SeriesMark({ stroke, dash }: { stroke: string; dash: string | undefined }) {
  return (
    <svg width={12} height={8} className="shrink-0" aria-hidden>
      {dash ? <line x1={0} y1={4} x2={12} y2={4} stroke={stroke} strokeWidth={2.5} strokeDasharray={dash} /> : <rect y={0} x={2} width={8} height={8} rx={2} fill={stroke} />}
    </svg>
  );
}
