import { CircleAlert, CircleCheck, CircleDashed } from 'lucide-react';
import { Badge, type Tone } from './Badge';
import { type SpanStatus, spanStatus, STATUS_NAMES } from './spanStatus';

const TONES: Record<SpanStatus, Tone> = { ok: 'success', error: 'danger', unset: 'neutral' };
const ICONS = { ok: CircleCheck, error: CircleAlert, unset: CircleDashed };

/** Status of a span or trace in a word; `message` goes into its title. */
export function StatusBadge({ status, message }: { status: string | null | undefined; message?: string | undefined }) {
  const known = spanStatus(status);
  const Icon = ICONS[known];
  return (
    <Badge tone={TONES[known]} icon={<Icon size={12} aria-hidden />} {...(message ? { title: message } : {})}>
      {STATUS_NAMES[known]}
    </Badge>
  );
}
