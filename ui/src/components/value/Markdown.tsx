import { ExternalLink } from 'lucide-react';
import ReactMarkdown, { type Components } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import './markdown.css';
import { RemoteAddress } from './RemoteAddress';

const PLUGINS = [remarkGfm];

/** A model's text is data: no HTML, no picture that is fetched, no link that opens unless its arrow is clicked. */
const PARTS: Components = {
  a: ({ href, children }) => (
    <span title={href} className="underline decoration-line-strong decoration-dotted underline-offset-2">
      {children}
      {isWeb(href) && (
        <a href={href} target="_blank" rel="noreferrer noopener" aria-label={`Open ${href} in a new tab`} className="ml-0.5 inline-flex align-baseline text-accent">
          <ExternalLink size={11} aria-hidden />
        </a>
      )}
    </span>
  ),
  img: ({ src, alt }) => <RemoteAddress kind={alt ? `image “${alt}”` : 'image'} url={typeof src === 'string' ? src : ''} />,
  table: ({ children }) => (
    <div className="my-3 overflow-x-auto">
      <table>{children}</table>
    </div>
  ),
  input: ({ checked }) => <span aria-label={checked ? 'done' : 'open'} role="img">{checked ? '☑' : '☐'} </span>,
};

function isWeb(href: string | undefined): href is string {
  return href !== undefined && /^https?:\/\//i.test(href);
}

/** Default export: loaded when the first text is shown as Markdown. */
export default function Markdown({ text }: { text: string }) {
  return (
    <div className="markdown">
      <ReactMarkdown remarkPlugins={PLUGINS} components={PARTS}>
        {text}
      </ReactMarkdown>
    </div>
  );
}
