import { Eye, EyeOff } from 'lucide-react';
import { CodeBlock } from '../../components/CodeBlock';
import { Highlighted } from '../../components/Highlighted';
import { IconButton } from '../../components/IconButton';
import { Tab, TabList, TabPanel, Tabs } from '../../components/Tabs';
import { maskKey, type Snippet, type SnippetFacts } from './snippets';

interface SnippetTabsProps {
  /** What the tabs are, for screen readers. */
  label: string;
  snippets: readonly Snippet[];
  facts: SnippetFacts;
  revealed: boolean;
  onReveal: (revealed: boolean) => void;
}

/** The same program in several languages. The key is masked on the screen and whole when copied. */
export function SnippetTabs({ label, snippets, facts, revealed, onReveal }: SnippetTabsProps) {
  const shown = facts.key === null || revealed ? facts : { ...facts, key: maskKey(facts.key) };
  return (
    <Tabs defaultValue={snippets[0]?.id ?? ''}>
      <TabList aria-label={label}>
        {snippets.map((snippet) => (
          <Tab key={snippet.id} value={snippet.id}>
            {snippet.label}
          </Tab>
        ))}
      </TabList>
      {snippets.map((snippet) => (
        <TabPanel key={snippet.id} value={snippet.id} className="pt-3" tabIndex={-1}>
          <CodeBlock
            code={snippet.write(facts)}
            label={`${snippet.label} snippet`}
            actions={
              facts.key !== null && (
                <IconButton
                  size="sm"
                  label={revealed ? 'Hide the key' : 'Show the key'}
                  icon={revealed ? <EyeOff size={14} aria-hidden /> : <Eye size={14} aria-hidden />}
                  onClick={() => onReveal(!revealed)}
                />
              )
            }
          >
            <Highlighted code={snippet.write(shown)} />
          </CodeBlock>
        </TabPanel>
      ))}
    </Tabs>
  );
}
