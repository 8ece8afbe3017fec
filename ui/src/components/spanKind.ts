import {
  ArrowDownWideNarrow,
  Bot,
  CircleDashed,
  ClipboardCheck,
  FileSearch,
  Grid3x3,
  Link2,
  type LucideIcon,
  MessageSquareText,
  ShieldHalf,
  TextQuote,
  Wrench,
} from 'lucide-react';

export type SpanKind = 'LLM' | 'CHAIN' | 'AGENT' | 'TOOL' | 'RETRIEVER' | 'EMBEDDING' | 'RERANKER' | 'GUARDRAIL' | 'EVALUATOR' | 'PROMPT' | 'UNKNOWN';

interface KindLook {
  icon: LucideIcon;
  name: string;
  /** Classes, written out so that the style sheet has them. */
  text: string;
  bar: string;
}

const KINDS: Record<SpanKind, KindLook> = {
  LLM: { icon: MessageSquareText, name: 'LLM', text: 'text-kind-llm', bar: 'bg-kind-llm' },
  CHAIN: { icon: Link2, name: 'Chain', text: 'text-kind-chain', bar: 'bg-kind-chain' },
  AGENT: { icon: Bot, name: 'Agent', text: 'text-kind-agent', bar: 'bg-kind-agent' },
  TOOL: { icon: Wrench, name: 'Tool', text: 'text-kind-tool', bar: 'bg-kind-tool' },
  RETRIEVER: { icon: FileSearch, name: 'Retriever', text: 'text-kind-retriever', bar: 'bg-kind-retriever' },
  EMBEDDING: { icon: Grid3x3, name: 'Embedding', text: 'text-kind-embedding', bar: 'bg-kind-embedding' },
  RERANKER: { icon: ArrowDownWideNarrow, name: 'Reranker', text: 'text-kind-reranker', bar: 'bg-kind-reranker' },
  GUARDRAIL: { icon: ShieldHalf, name: 'Guardrail', text: 'text-kind-guardrail', bar: 'bg-kind-guardrail' },
  EVALUATOR: { icon: ClipboardCheck, name: 'Evaluator', text: 'text-kind-evaluator', bar: 'bg-kind-evaluator' },
  PROMPT: { icon: TextQuote, name: 'Prompt', text: 'text-kind-prompt', bar: 'bg-kind-prompt' },
  UNKNOWN: { icon: CircleDashed, name: 'Unknown', text: 'text-kind-unknown', bar: 'bg-kind-unknown' },
};

export const SPAN_KINDS = Object.keys(KINDS) as SpanKind[];

/** The one icon, name and colour of a span kind; kinds we do not know look like UNKNOWN. */
export function kindLook(kind: string | null | undefined): KindLook {
  return KINDS[(kind ?? '').toUpperCase() as SpanKind] ?? KINDS.UNKNOWN;
}
