import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { cx } from '../../app/cx';
import { Skeleton } from '../Skeleton';

export interface RankItem {
  id: string;
  label: ReactNode;
  value: number;
  /** Where a click leads. */
  to?: string;
  /** Behind the value: a share, a change. */
  aside?: ReactNode;
  /** A colour with a meaning, as `var(--color-series-rest)`. */
  color?: string;
}

interface RankBarsProps {
  /** What is ranked by what. */
  label: string;
  /** Undefined while it loads; drawn in the order given. */
  items: readonly RankItem[] | undefined;
  format: (value: number) => string;
  empty?: ReactNode;
}

const SKELETONS = ['w-full', 'w-4/5', 'w-3/5', 'w-2/5', 'w-1/4'];

/** A ranking: a row for each, with a bar against the largest. */
export function RankBars({ label, items, format, empty }: RankBarsProps) {
  if (!items) {
    return (
      <div role="status" aria-label={`Loading ${label}`} className="flex flex-col gap-3 py-1.5">
        {SKELETONS.map((width) => (
          <Skeleton key={width} className={cx('h-4', width)} />
        ))}
      </div>
    );
  }
  if (items.length === 0) return <p className="py-6 text-center text-muted">{empty ?? 'Nothing happened in this time.'}</p>;
  const largest = items.reduce((most, { value }) => Math.max(most, value), 0);
  return (
    <ol aria-label={label} className="flex flex-col">
      {items.map((item, index) => (
        <li key={item.id}>{item.to === undefined ? <div className={ROW}><Row item={item} index={index} largest={largest} format={format} /></div> : (
          <Link to={item.to} className={cx(ROW, 'hover:bg-hover')}>
            <Row item={item} index={index} largest={largest} format={format} />
          </Link>
        )}</li>
      ))}
    </ol>
  );
}

const ROW = 'relative grid h-8 grid-cols-[1.25rem_minmax(0,1fr)_auto] items-center gap-x-2 rounded-sm px-1.5 text-sm';

function Row({ item, index, largest, format }: { item: RankItem; index: number; largest: number; format: (value: number) => string }) {
  const share = largest > 0 ? Math.max(0, item.value) / largest : 0;
  return (
    <>
      <span className="tabular text-2xs text-subtle">{index + 1}</span>
      <span className="relative min-w-0 truncate">{item.label}</span>
      <span className="tabular relative whitespace-nowrap">
        {format(item.value)}
        {item.aside && <span className="ml-2 text-xs text-subtle">{item.aside}</span>}
      </span>
      <span className="absolute inset-x-1.5 bottom-0.5 h-[3px]" aria-hidden>
        <span className="block h-full rounded-full" style={{ width: `${share * 100}%`, backgroundColor: item.color ?? 'var(--color-accent)' }} />
      </span>
    </>
  );
}
