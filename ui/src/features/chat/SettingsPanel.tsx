import { useId } from 'react';
import { TextArea } from '../../components/TextArea';
import { settingsProblem } from './messages';
import type { ChatSettings } from './types';

/** What goes with every message: instructions, parameters, tools. */
export function SettingsPanel({ settings, onChange }: { settings: ChatSettings; onChange: (settings: ChatSettings) => void }) {
  const id = useId();
  const problem = settingsProblem(settings);
  return (
    <div className="grid gap-3 border-b border-line bg-surface px-4 py-3 md:grid-cols-3">
      <div>
        <label htmlFor={`${id}-system`} className="mb-1 block text-xs font-medium">
          Instructions
        </label>
        <TextArea id={`${id}-system`} rows={4} placeholder="You are…" value={settings.system} onChange={(event) => onChange({ ...settings, system: event.target.value })} />
      </div>
      <div>
        <label htmlFor={`${id}-parameters`} className="mb-1 block text-xs font-medium">
          Parameters
        </label>
        <TextArea
          id={`${id}-parameters`}
          mono
          rows={4}
          spellCheck={false}
          placeholder='{"temperature": 0.2, "reasoning": {"effort": "low"}}'
          value={settings.parameters}
          onChange={(event) => onChange({ ...settings, parameters: event.target.value })}
        />
      </div>
      <div>
        <label htmlFor={`${id}-tools`} className="mb-1 block text-xs font-medium">
          Tools
        </label>
        <TextArea
          id={`${id}-tools`}
          mono
          rows={4}
          spellCheck={false}
          placeholder='[{"type": "function", "function": {"name": "find", "parameters": {}}}]'
          value={settings.tools}
          onChange={(event) => onChange({ ...settings, tools: event.target.value })}
        />
      </div>
      {problem && (
        <p role="alert" className="text-sm text-danger md:col-span-3">
          {problem}
        </p>
      )}
    </div>
  );
}
