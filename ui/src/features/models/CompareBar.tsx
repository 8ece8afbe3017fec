import { X } from 'lucide-react';
import { Link } from 'react-router';
import { buttonClass } from '../../components/Button';
import { IconButton } from '../../components/IconButton';

export const MOST_COMPARED = 4;

/** What was chosen to stand side by side. */
export function CompareBar({ chosen, onChoose }: { chosen: readonly string[]; onChoose: (slug: string, isChosen: boolean) => void }) {
  if (chosen.length === 0) return null;
  const query = new URLSearchParams(chosen.map((slug) => ['model', slug]));
  return (
    <div role="region" aria-label="Compare" className="flex flex-wrap items-center gap-2 border-t border-line bg-raised px-4 py-2">
      {chosen.map((slug) => (
        <span key={slug} className="inline-flex h-6 max-w-56 items-center gap-1 rounded-sm border border-line bg-sunken pl-2 text-xs">
          <code className="truncate">{slug}</code>
          <IconButton size="sm" label={`Do not compare ${slug}`} icon={<X size={12} aria-hidden />} onClick={() => onChoose(slug, false)} />
        </span>
      ))}
      <span className="ml-auto flex items-center gap-2">
        <Link to={`/chat?${query.toString()}`} className={buttonClass('secondary')}>
          Chat with {chosen.length === 1 ? 'it' : 'them'}
        </Link>
        {chosen.length > 1 && (
          <Link to={`/models/compare?${query.toString()}`} className={buttonClass('primary')}>
            Compare {chosen.length}
          </Link>
        )}
      </span>
    </div>
  );
}
