import { useState } from 'react';
import { CodeBlock } from '../../components/CodeBlock';
import { CopyButton } from '../../components/CopyButton';
import { Highlighted } from '../../components/Highlighted';
import { Tab, TabList, TabPanel, Tabs } from '../../components/Tabs';
import { RevealButton } from '../../components/RevealButton';
import { maskKey, type Snippet, type SnippetFacts } from './snippets';

interface SnippetTabsProps {
  /** What the tabs are, for screen readers. */
  label: string;
  snippets: readonly [Snippet, ...Snippet[]];
  facts: SnippetFacts;
  revealed: boolean;
  onReveal: (revealed: boolean) => void;
}

/** The same program in several languages. The key is masked on the screen and whole when copied. */
export function SnippetTabs({ label, snippets, facts, revealed, onReveal }: SnippetTabsProps) {
  const [id, setId] = useState(snippets[0].id);
  const chosen = snippets.find((snippet) => snippet.id === id) ?? snippets[0];
  const shown = facts.key === null || revealed ? facts : { ...facts, key: maskKey(facts.key) };
  return (
    <Tabs value={id} onValueChange={setId}>
      <div className="flex items-center gap-2 border-b border-line">
        <TabList aria-label={label} className="-mb-px flex-1 border-b-0">
          {snippets.map((snippet) => (
            <Tab key={snippet.id} value={snippet.id}>
              {snippet.label}
            </Tab>
          ))}
        </TabList>
        {facts.key !== null && <RevealButton revealed={revealed} onReveal={onReveal} />}
        <CopyButton text={() => chosen.write(facts)} label={`Copy ${chosen.label} snippet`}>
          Copy
        </CopyButton>
      </div>
      {snippets.map((snippet) => (
        <TabPanel key={snippet.id} value={snippet.id} className="pt-3" tabIndex={-1}>
          <CodeBlock code={snippet.write(facts)} label={`${label}: ${snippet.label}`} copyable={false}>
            <Highlighted code={snippet.write(shown)} />
          </CodeBlock>
        </TabPanel>
      ))}
    </Tabs>
  );
}
