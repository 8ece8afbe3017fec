import { FlaskConical } from 'lucide-react';
import { Link } from 'react-router';
import { Badge } from '../../components/Badge';
import { buttonClass } from '../../components/Button';
import { CodeBlock } from '../../components/CodeBlock';
import { Section } from '../../components/Section';
import { LongText } from '../../components/value/LongText';
import { textOf, variablesOf } from './promptRequest';
import type { PromptVersionRecord } from './types';
import { VersionTags } from './VersionTags';

/** One version: its messages with their variables, its model, parameters, tools, tags. */
export function VersionView({ version }: { version: PromptVersionRecord }) {
  const { template } = version;
  const messages = template.type === 'chat' ? template.messages : [{ role: 'text', content: template.template }];
  const variables = variablesOf(version);
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <span className="text-muted">
          for <code className="text-fg">{version.model_name}</code>
        </span>
        {version.description && <span className="text-muted">{version.description}</span>}
        <Link to={`/playground?prompt_version=${encodeURIComponent(version.id)}`} className={`${buttonClass()} ml-auto`}>
          <FlaskConical size={14} aria-hidden /> Open in the playground
        </Link>
      </div>
      <VersionTags versionId={version.id} />
      {variables.length > 0 && (
        <p className="flex flex-wrap items-center gap-1.5 text-sm text-muted">
          Variables
          {variables.map((name) => (
            <Badge key={name} className="font-mono">
              {name}
            </Badge>
          ))}
        </p>
      )}
      <Section title="Template">
        {messages.map((message, index) => (
          // a message has no name of its own
          // oxlint-disable-next-line react/no-array-index-key
          <div key={index} className="border-b border-line px-4 py-3 last:border-b-0">
            <p className="mb-1 text-2xs font-medium text-subtle">{message.role}</p>
            <LongText text={textOf(message.content)} label={`Message ${index + 1}`} />
          </div>
        ))}
      </Section>
      <Section title="Parameters">
        <CodeBlock className="m-3" label="parameters" code={JSON.stringify(version.invocation_parameters, null, 2)} />
      </Section>
      {version.tools && (
        <Section title="Tools">
          <CodeBlock className="m-3" label="tools" code={JSON.stringify(version.tools, null, 2)} />
        </Section>
      )}
    </div>
  );
}
