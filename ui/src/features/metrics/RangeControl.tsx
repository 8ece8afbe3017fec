import { X, ZoomOut } from 'lucide-react';
import { IconButton } from '../../components/IconButton';
import { Segments } from '../../components/Segments';
import { Button } from '../../components/Button';
import { RANGES, type RangeName, type TimeRange } from './range';
import { spanText } from './spanText';

const OPTIONS = (Object.keys(RANGES) as RangeName[]).map((name) => ({ value: name, label: name }));

interface RangeControlProps {
  range: TimeRange;
  onChange: (range: TimeRange) => void;
}

/** Which time is looked at: one that ends now, or a part of the past that was zoomed into. */
export function RangeControl({ range, onChange }: RangeControlProps) {
  if ('name' in range) return <Segments label="Time" value={range.name} options={OPTIONS} onChange={(name) => onChange({ name })} />;
  const length = range.to - range.from;
  return (
    <span className="inline-flex h-8 max-w-full items-center gap-1 rounded-md border border-accent bg-accent-soft pl-2.5 text-xs">
      <span className="min-w-0 truncate">{spanText(range.from, range.to)}</span>
      <IconButton size="sm" label="Zoom out" icon={<ZoomOut size={13} aria-hidden />} onClick={() => onChange({ from: range.from - length, to: Math.min(Date.now(), range.to + length) })} />
      <Button size="sm" variant="ghost" icon={<X size={13} aria-hidden />} onClick={() => onChange({ name: '7d' })}>
        Until now
      </Button>
    </span>
  );
}
