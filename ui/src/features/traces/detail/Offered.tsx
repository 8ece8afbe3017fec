import type { Json, ToolRecord } from '../../../api/contract';
import { JsonView } from '../../../components/value/JsonView';
import { Part } from './Part';

/** What a model was given besides the messages: parameters and tools. */
export function Offered({ tools, parameters }: { tools: ToolRecord[]; parameters: Json }) {
  const given = parameters !== null && typeof parameters === 'object' && !Array.isArray(parameters) ? Object.entries(parameters) : [];
  if (tools.length === 0 && given.length === 0) return null;
  return (
    <div className="mb-1 border-b border-line pb-1">
      {given.length > 0 && (
        <Part title="Parameters" note={given.map(([name, value]) => `${name} ${short(value)}`).join(' · ')}>
          <JsonView value={parameters} label="Parameters" />
        </Part>
      )}
      {tools.length > 0 && (
        <Part title={tools.length === 1 ? '1 tool' : `${tools.length} tools`} note={tools.map((tool) => tool.name ?? '?').join(', ')}>
          <ul className="flex flex-col gap-1 pl-4">
            {tools.map((tool, index) => (
              // tools may share a name
              // oxlint-disable-next-line react/no-array-index-key
              <li key={index}>
                <Part title={<span className="font-mono">{tool.name ?? '(no name)'}</span>} note={tool.description}>
                  <JsonView value={tool.definition} label={`Definition of ${tool.name ?? 'the tool'}`} className="pl-4" />
                </Part>
              </li>
            ))}
          </ul>
        </Part>
      )}
    </div>
  );
}

function short(value: Json): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 24 ? `${text.slice(0, 24)}…` : text;
}
