import { formatCompact, formatCount } from '../app/format';

interface TokenFlowProps {
  prompt_tokens: number | null;
  completion_tokens: number | null;
  total_tokens: number | null;
}

/** Tokens in → tokens out; the total alone when nothing else was said. Title in full. */
export function TokenFlow({ prompt_tokens: prompt, completion_tokens: completion, total_tokens: total }: TokenFlowProps) {
  if (prompt === null && completion === null) return total === null ? <span className="text-subtle">—</span> : <span className="tabular">{formatCompact(total)}</span>;
  const title = `${formatCount(prompt ?? 0)} in, ${formatCount(completion ?? 0)} out${total === null ? '' : `, ${formatCount(total)} in total`}`;
  return (
    <span className="tabular whitespace-nowrap" title={title}>
      {formatCompact(prompt ?? 0)}
      <span className="text-subtle"> → </span>
      {formatCompact(completion ?? 0)}
    </span>
  );
}
