import { CopyButton } from '../../../components/CopyButton';
import { LongText } from '../../../components/value/LongText';
import type { ExceptionText } from './spanTabs';

/** Type, message and stack trace of an exception. */
export function ExceptionView({ exception: { type, message, stacktrace } }: { exception: ExceptionText }) {
  return (
    <div className="min-w-0 rounded-md border border-line bg-surface">
      <div className="px-3 py-2">
        {type && <p className="font-mono text-xs font-medium break-words text-danger">{type}</p>}
        {message && (
          <div className="mt-0.5">
            <LongText text={message} label="Message of the exception" />
          </div>
        )}
      </div>
      {stacktrace && (
        <div className="relative border-t border-line">
          <div className="max-h-96 overflow-auto bg-sunken py-2 pr-8 pl-3">
            <LongText text={stacktrace} label="Stack trace" isCode />
          </div>
          <CopyButton text={stacktrace} label="Copy stack trace" className="absolute top-1 right-1" />
        </div>
      )}
    </div>
  );
}
