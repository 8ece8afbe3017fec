import { useQuery } from '@tanstack/react-query';
import { CircleAlert } from 'lucide-react';
import { statusQuery } from '../../../api/status';
import { RelativeTime } from '../../../components/RelativeTime';

/** Where the settings come from, and whether the file as it is now is in force. */
export function ConfigState({ file }: { file: string | null }) {
  const { data: status } = useQuery(statusQuery);
  const config = status?.config;
  return (
    <div className="flex flex-col gap-3 rounded-lg border border-line bg-surface px-4 py-3">
      <p>
        {file === null ? 'No file is read: everything is as it comes.' : 'Settings are in the file'} {file !== null && <code className="break-all">{file}</code>}
        {file !== null && '. They are changed there and not here: the running server takes a change up within seconds, once the whole file is right.'}
      </p>
      {config && (
        <p className="text-sm text-muted">
          In force since <RelativeTime value={config.read_at} />
          {status && `, version ${status.version}`}
        </p>
      )}
      {config && config.errors.length > 0 && (
        <div role="alert" className="rounded-md bg-danger-soft p-3">
          <p className="flex items-center gap-2 font-medium text-danger">
            <CircleAlert size={14} aria-hidden /> The file as it is now cannot be used
          </p>
          <ul className="mt-1.5 list-disc pl-8 text-sm">
            {config.errors.map((error) => (
              <li key={error} className="break-words">
                {error}
              </li>
            ))}
          </ul>
        </div>
      )}
      {config && config.after_restart.length > 0 && (
        <p role="status" className="rounded-md bg-warning-soft p-3 text-sm text-warning">
          In force after a restart: <code>{config.after_restart.join(', ')}</code>
        </p>
      )}
    </div>
  );
}
