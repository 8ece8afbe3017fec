import { Eye, EyeOff } from 'lucide-react';
import { IconButton } from './IconButton';

interface RevealButtonProps {
  revealed: boolean;
  onReveal: (revealed: boolean) => void;
}

/** Shows a secret that is masked, or masks it again. */
export function RevealButton({ revealed, onReveal }: RevealButtonProps) {
  return (
    <IconButton
      size="sm"
      label={revealed ? 'Hide the key' : 'Show the key'}
      icon={revealed ? <EyeOff size={14} aria-hidden /> : <Eye size={14} aria-hidden />}
      onClick={() => onReveal(!revealed)}
    />
  );
}
