import { CircleAlert, CircleCheck, CircleDashed, CircleMinus } from 'lucide-react';
import { Badge } from '../../components/Badge';

/** Below this share of good requests an endpoint is worth a look, though routing has not drawn its conclusions yet. */
const POOR_PERCENT = 95;

interface HealthBadgeProps {
  /** 0 normal, -1 asked later than others, -2 asked last. */
  status: number;
  /** Percent; null: it was not asked. */
  uptime: number | null;
  isCircuitOpen?: boolean;
}

/** How an endpoint does, in a word, with its mark. */
export function HealthBadge({ status, uptime, isCircuitOpen = false }: HealthBadgeProps) {
  if (isCircuitOpen) return <Badge tone="danger" icon={<CircleAlert size={12} aria-hidden />}>circuit open</Badge>;
  if (status === -2) return <Badge tone="danger" icon={<CircleAlert size={12} aria-hidden />}>asked last</Badge>;
  if (status === -1) return <Badge tone="warning" icon={<CircleMinus size={12} aria-hidden />}>asked later</Badge>;
  if (uptime === null) return <Badge icon={<CircleDashed size={12} aria-hidden />}>not asked</Badge>;
  if (uptime < POOR_PERCENT) return <Badge tone="warning" icon={<CircleMinus size={12} aria-hidden />}>fails often</Badge>;
  return <Badge tone="success" icon={<CircleCheck size={12} aria-hidden />}>good</Badge>;
}
