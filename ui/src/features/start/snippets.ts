/** What every snippet is made from. */
export interface SnippetFacts {
  /** Scheme, host and port of this server. */
  origin: string;
  model: string;
  /** The key's text as it is to be written; null while there is none, and snippets then read WEIR_KEY from the environment. */
  key: string | null;
  /** Where OTLP over gRPC is received, null when it is off. */
  otlpGrpc: string | null;
}

export type Language = 'shell' | 'python' | 'typescript' | 'csharp';

export interface Snippet {
  id: string;
  label: string;
  language: Language;
  write: (facts: SnippetFacts) => string;
}

const inPython = ({ key }: SnippetFacts) => (key === null ? 'os.environ["WEIR_KEY"]' : `"${key}"`);
const inTypeScript = ({ key }: SnippetFacts) => (key === null ? 'process.env.WEIR_KEY' : `'${key}'`);
const inCSharp = ({ key }: SnippetFacts) => (key === null ? 'Environment.GetEnvironmentVariable("WEIR_KEY")!' : `"${key}"`);
const inShell = ({ key }: SnippetFacts) => key ?? '$WEIR_KEY';
const pythonImport = ({ key }: SnippetFacts) => (key === null ? 'import os\n' : '');

export const CALL_SNIPPETS: readonly [Snippet, ...Snippet[]] = [
  {
    id: 'curl',
    label: 'curl',
    language: 'shell',
    write: (facts) => `curl ${facts.origin}/api/v1/chat/completions \\
  -H "Authorization: Bearer ${inShell(facts)}" \\
  -H "Content-Type: application/json" \\
  -d '{
    "model": "${facts.model}",
    "messages": [{"role": "user", "content": "Hello"}]
  }'`,
  },
  {
    id: 'python',
    label: 'Python',
    language: 'python',
    write: (facts) => `# pip install openai && python hello.py
${pythonImport(facts)}from openai import OpenAI

client = OpenAI(
    base_url="${facts.origin}/api/v1",
    api_key=${inPython(facts)},
)

stream = client.chat.completions.create(
    model="${facts.model}",
    messages=[{"role": "user", "content": "Hello"}],
    stream=True,
)
for chunk in stream:
    if chunk.choices:
        print(chunk.choices[0].delta.content or "", end="", flush=True)`,
  },
  {
    id: 'typescript',
    label: 'TypeScript',
    language: 'typescript',
    write: (facts) => `// hello.mjs
// npm install openai && node hello.mjs
import OpenAI from 'openai';

const client = new OpenAI({
  baseURL: '${facts.origin}/api/v1',
  apiKey: ${inTypeScript(facts)},
});

const stream = await client.chat.completions.create({
  model: '${facts.model}',
  messages: [{ role: 'user', content: 'Hello' }],
  stream: true,
});
for await (const chunk of stream) {
  process.stdout.write(chunk.choices[0]?.delta?.content ?? '');
}`,
  },
  {
    id: 'csharp',
    label: 'C#',
    language: 'csharp',
    write: (facts) => `// Program.cs
// dotnet new console && dotnet add package OpenAI
using System.ClientModel;
using OpenAI;
using OpenAI.Chat;

var key = ${inCSharp(facts)};
var options = new OpenAIClientOptions { Endpoint = new Uri("${facts.origin}/api/v1") };
var client = new ChatClient("${facts.model}", new ApiKeyCredential(key), options);

await foreach (var update in client.CompleteChatStreamingAsync("Hello"))
{
    foreach (var part in update.ContentUpdate)
    {
        Console.Write(part.Text);
    }
}`,
  },
  {
    id: 'claude-code',
    label: 'Claude Code',
    language: 'shell',
    write: (facts) => `# npm install -g @anthropic-ai/claude-code
export ANTHROPIC_BASE_URL="${facts.origin}/api"
export ANTHROPIC_AUTH_TOKEN="${inShell(facts)}"
export ANTHROPIC_API_KEY=""
# what it does in the background
export ANTHROPIC_DEFAULT_HAIKU_MODEL="${facts.model}"

claude --model "${facts.model}"`,
  },
  {
    id: 'codex',
    label: 'Codex',
    language: 'shell',
    write: (facts) => `# ~/.codex/config.toml, above what is there already
# npm install -g @openai/codex
model = "${facts.model}"
model_provider = "weir"

[model_providers.weir]
name = "Weir"
base_url = "${facts.origin}/api/v1"
env_key = "WEIR_KEY"
wire_api = "responses"

# in the shell that starts it
# export WEIR_KEY="${facts.key ?? 'sk-or-v1-…'}"
# codex`,
  },
  {
    id: 'cursor',
    label: 'Cursor',
    language: 'shell',
    write: (facts) => `# Settings → Models → API Keys
# Cursor calls from its own servers: this address must be one that they reach.
OpenAI API Key             ${inShell(facts)}
Override OpenAI Base URL   ${facts.origin}/api/v1

# Add the model by its name
${facts.model}`,
  },
  {
    id: 'vercel',
    label: 'Vercel AI SDK',
    language: 'typescript',
    write: (facts) => `// hello.mjs
// npm install ai @ai-sdk/openai-compatible && node hello.mjs
import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import { streamText } from 'ai';

const weir = createOpenAICompatible({
  name: 'weir',
  baseURL: '${facts.origin}/api/v1',
  apiKey: ${inTypeScript(facts)},
});

const { textStream } = streamText({ model: weir('${facts.model}'), prompt: 'Hello' });
for await (const text of textStream) {
  process.stdout.write(text);
}`,
  },
  {
    id: 'langchain',
    label: 'LangChain',
    language: 'typescript',
    write: (facts) => `// hello.mjs
// npm install @langchain/openai @langchain/core && node hello.mjs
import { ChatOpenAI } from '@langchain/openai';

const model = new ChatOpenAI({
  model: '${facts.model}',
  apiKey: ${inTypeScript(facts)},
  configuration: { baseURL: '${facts.origin}/api/v1' },
});

for await (const chunk of await model.stream('Hello')) {
  process.stdout.write(chunk.text);
}`,
  },
];

export const TRACE_SNIPPETS: readonly [Snippet, ...Snippet[]] = [
  {
    id: 'python',
    label: 'OpenInference (Python)',
    language: 'python',
    write: (facts) => `# pip install arize-otel openinference-instrumentation-openai openai && python hello.py
${pythonImport(facts)}from arize.otel import register, Transport
from openai import OpenAI
from openinference.instrumentation.openai import OpenAIInstrumentor

key = ${inPython(facts)}

tracer_provider = register(
    space_id="any",
    api_key=key,
    project_name="my-app",
    endpoint="${facts.origin}/v1/traces",
    transport=Transport.HTTP,
)
OpenAIInstrumentor().instrument(tracer_provider=tracer_provider)

client = OpenAI(base_url="${facts.origin}/api/v1", api_key=key)
answer = client.chat.completions.create(
    model="${facts.model}",
    messages=[{"role": "user", "content": "Hello"}],
)
print(answer.choices[0].message.content)`,
  },
  {
    id: 'csharp',
    label: 'OpenInference (C#)',
    language: 'csharp',
    write: (facts) => `// Program.cs; weir is a clone of Weir's repository
// dotnet new console && dotnet add reference weir/src/Weir.OpenInference.OpenAI weir/src/Weir.OpenInference.Otel
using System.ClientModel;
using OpenAI;
using OpenAI.Chat;
using Weir.OpenInference.OpenAI;
using Weir.OpenInference.Otel;

var key = ${inCSharp(facts)};
using var tracing = ArizeOtel.Register(spaceId: "any", apiKey: key, projectName: "my-app", endpoint: "${facts.origin}");

var options = new OpenAIClientOptions { Endpoint = new Uri("${facts.origin}/api/v1") }.AddOpenInference();
var client = new ChatClient("${facts.model}", new ApiKeyCredential(key), options);

ChatCompletion answer = await client.CompleteChatAsync("Hello");
Console.WriteLine(answer.Content[0].Text);`,
  },
  {
    id: 'otlp',
    label: 'Any OpenTelemetry SDK',
    language: 'shell',
    write: (facts) => `# in the shell that starts your program, whose OpenTelemetry SDK reads them
export OTEL_SERVICE_NAME="my-app"
export OTEL_EXPORTER_OTLP_PROTOCOL="http/protobuf"
export OTEL_EXPORTER_OTLP_ENDPOINT="${facts.origin}"
export OTEL_EXPORTER_OTLP_HEADERS="authorization=Bearer%20${inShell(facts)}"${grpcHint(facts)}`,
  },
];

function grpcHint({ otlpGrpc }: SnippetFacts): string {
  return otlpGrpc === null ? '' : `\n\n# or over gRPC:\n# export OTEL_EXPORTER_OTLP_PROTOCOL="grpc"\n# export OTEL_EXPORTER_OTLP_ENDPOINT="${otlpGrpc}"`;
}

/** "sk-or-v1-ab…7f3c": enough to recognise a key, too little to use it. */
export function maskKey(key: string): string {
  return key.length > 20 ? `${key.slice(0, 11)}…${key.slice(-4)}` : '…';
}
