// Generated from the C# wire records; do not edit. To bring it up to date, run the unit tests with WEIR_APPROVE=1.

/** Any JSON. */
export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** The traffic of one endpoint on one UTC day. */
export interface ActivityRecord {
  /** YYYY-MM-DD. */
  date: string;
  /** Slug of the model that answered, author/slug. */
  model: string;
  /** Its permanent slug; the same as model when the catalogue does not have the model any more. */
  model_permaslug: string;
  /** Display name of the provider, a slash, and the slug of the model: here it is no UUID. */
  endpoint_id: string;
  /** Display name of the provider. Requests that no provider was asked are in no row. */
  provider_name: string;
  /** US dollars charged. */
  usage: number;
  /** US dollars that requests with credentials of one's own cost at the provider. */
  byok_usage_inference: number;
  /** Requests of the day, failed ones included. */
  requests: number;
  /** Tokens, the day's sum; those read from a prompt cache are among them. */
  prompt_tokens: number;
  /** Tokens, the day's sum; those of reasoning_tokens are among them. */
  completion_tokens: number;
  /** Tokens, the day's sum; 0 where the provider does not tell them apart. */
  reasoning_tokens: number;
  /** There when workspaces are summed apart. */
  workspace_id: string | null;
}

/** The users that a call added to a workspace; who was a member before is not among them. */
export interface AddedMembersResponse {
  /** With their role, which is member. */
  data: MemberRecord[];
  /** How many they are; at most 100. */
  added_count: number;
}

/** The model that an alias stands for. */
export interface AliasTargetRecord {
  /** The target's own slug, which can be called too: author/slug. */
  slug: string;
  /** The target's name for people. */
  name: string;
}

/** What POST /analytics/query can be asked, as GET /analytics/meta tells it. */
export interface AnalyticsMetaRecord {
  /** Everything that can be counted or measured; a query names at least one. */
  metrics: AnalyticsMetricRecord[];
  /** What a query can split its rows by. */
  dimensions: AnalyticsNameRecord[];
  /** How a filter of a query can compare a dimension with a value. */
  operators: AnalyticsOperatorRecord[];
  /** How long a row's piece of time can be: minute, hour, day, week (from Monday) or month, in UTC. */
  granularities: AnalyticsNameRecord[];
}

/** Something that is counted, summed or measured. */
export interface AnalyticsMetricRecord {
  /** As queries name it. */
  name: string;
  /** For people. */
  display_label: string;
  /** number, currency (US dollars), percent (a share of 1), latency (milliseconds) or throughput (tokens a second). */
  display_format: string;
  /** Whether sums of it mean nothing. */
  is_rate: boolean;
}

/** A dimension, or how long a window is. */
export interface AnalyticsNameRecord {
  /** As queries name it. */
  name: string;
  /** For people. */
  display_label: string;
}

/** How a filter compares. */
export interface AnalyticsOperatorRecord {
  /** As queries name it. */
  name: string;
  /** scalar or array. */
  value_type: string;
}

/** A page of models as clients of the Anthropic API read it. */
export interface AnthropicModelList {
  /** Models that answer with text, in the order of the catalogue; usually 20, at most 1,000. */
  data: AnthropicModelRecord[];
  /** Whether there are more in the direction that was asked for. */
  has_more: boolean;
  /** For before_id, to ask for the page before; null: the page is empty. */
  first_id: string | null;
  /** For after_id, to ask for the page behind; null: the page is empty. */
  last_id: string | null;
}

/** A model as clients of the Anthropic API read it. */
export interface AnthropicModelRecord {
  /** Always model. */
  type: string;
  /** Slug, as a request names the model: author/slug. */
  id: string;
  /** Name for people, such as Acme: Small. */
  display_name: string;
  /** ISO 8601. */
  created_at: string;
}

/** The traffic of one app. */
export interface AppRankingRecord {
  /** The number of its record. */
  app_id: number;
  /** Its title, else its host. */
  app_name: string;
  /** From 1, counted over all pages. */
  rank: number;
  /** Requests of the window. */
  total_requests: number;
  /** Of prompts and answers; digits. */
  total_tokens: string;
}

/** The answer to GET /datasets/app-rankings. */
export interface AppRankingsResponse {
  /** The best first; apps without traffic in the window are not there. */
  data: AppRankingRecord[];
  /** The window, and when it was computed. */
  meta: DatasetMeta;
}

/** What a model takes and gives. */
export interface ArchitectureRecord {
  /** What it takes, of text, image, audio, video and file. */
  input_modalities: string[];
  /** What it gives, of text, image, audio, embeddings, video, rerank, speech and transcription. */
  output_modalities: string[];
  /** text+image->text. */
  modality: string;
  /** Model family. */
  tokenizer: string;
  /** Format of instructions that the model was trained with, such as chatml; null: not known. */
  instruct_type: string | null;
}

/** A model's place in one category of a Design Arena. */
export interface ArenaRecord {
  /** Which contest: models, builders or agents. */
  arena: string;
  /** What was built, in the publisher's words; codecategories is programming. */
  category: string;
  /** Rating from direct comparisons; the higher the better. */
  elo: number;
  /** From 1, as the publisher ranks it in the category. */
  rank: number;
  /** Percent. */
  win_rate: number;
}

/** Indices of Artificial Analysis; null: not measured. */
export interface ArtificialAnalysisItem {
  /** Index of general ability; the higher the better. */
  intelligence_index: number | null;
  /** Index of programming; the higher the better. */
  coding_index: number | null;
  /** Index of work with tools; the higher the better. */
  agentic_index: number | null;
  /** Permanent slug of the model in the catalogue. */
  model_permaslug: string;
  /** The model's name in this catalogue, which need not be the publisher's. */
  display_name: string;
  /** What the model's cheapest endpoint costs. */
  pricing: BenchmarkPricing;
}

/** Indices of Artificial Analysis; null: not measured. */
export interface ArtificialAnalysisRecord {
  /** Index of general ability; the higher the better. */
  intelligence_index: number | null;
  /** Index of programming; the higher the better. */
  coding_index: number | null;
  /** Index of work with tools; the higher the better. */
  agentic_index: number | null;
}

/** How many keys or members a call put under a guardrail. */
export interface AssignedCountResponse {
  /** Keys or members of the call, each once, whether they had the guardrail before or not. */
  assigned_count: number;
}

/** A member of an object that an administrative change gave another value. */
export interface AuditChangeRecord {
  /** As the API calls it: limit. */
  field: string;
  /** What it was; null also where there was nothing, and where the values are left out. */
  old: Json;
  /** What it is since. */
  new: Json;
  /** Why both values are left out: secret, or too_long (above 4,096 characters of JSON). Null: they are here. */
  omitted: string | null;
}

/** An administrative change that somebody asked for. */
export interface AuditRecord {
  /** Growing with time; only the newest 100,000 changes are kept. */
  id: number;
  /** ISO 8601, UTC. */
  created_at: string;
  /** Label of the key that asked. */
  actor: string;
  /** HTTP method, upper case; reading is not noted. */
  method: string;
  /** Path of the request, without its query. */
  path: string;
  /** What it was answered with; null: that could not be noted. */
  status: number | null;
  /** What an update changed; empty: nothing. Null: it was no update, was refused, or is of a kind of which no values are kept. */
  changes: AuditChangeRecord[] | null;
}

/** An authorization code, shown this once. */
export interface AuthorizationCodeRecord {
  /** The code itself. */
  id: string;
  /** A number of the application, made of the origin it is called back at. */
  app_id: number;
  /** ISO 8601, UTC. */
  created_at: string;
}

/** A published score of a model; who published it decides what it has. */
export interface BenchmarkItem {
  /** Permanent slug of the model in the catalogue. */
  model_permaslug: string;
  /** The model's name in this catalogue, which need not be the publisher's. */
  display_name: string;
  /** What the model's cheapest endpoint costs. */
  pricing: BenchmarkPricing;
}

/** What a list of scores is about. */
export interface BenchmarkListMeta {
  /** ISO 8601, UTC. */
  as_of: string;
  /** Version of the form of the list; always v1. */
  version: string;
  /** The source that was asked for; null: all. */
  source: string | null;
  /** Web site of source; null: all sources were asked for. */
  source_url: string | null;
  /** What to say when the scores are published again; null: each item's source. */
  citation: string | null;
  /** Models in the list. */
  model_count: number;
  /** The task that was asked for; null: all. */
  task_type: string | null;
}

/** Published scores of the models of the catalogue. */
export interface BenchmarkListResponse {
  /** In the order of the catalogue; a model can have several. */
  data: BenchmarkItem[];
  /** What was asked for, and whom to cite. */
  meta: BenchmarkListMeta;
}

/** What a model costs beside its scores: US dollars a token, decimal texts. */
export interface BenchmarkPricing {
  /** US dollars a prompt token, such as 0.000003. */
  prompt: string;
  /** US dollars a completion token. */
  completion: string;
}

/** Published scores of a model. */
export interface BenchmarksRecord {
  /** Its indices; absent: none of them is known. */
  artificial_analysis: ArtificialAnalysisRecord | null;
  /** One for each arena and category; empty: none is known. */
  design_arena: ArenaRecord[];
}

/** The budgets of a workspace, and what counts under them. */
export interface BudgetListResponse {
  /** At most one for each window: daily, weekly, monthly and in all. */
  data: BudgetRecord[];
  /** Whether what is spent at providers with credentials of one's own counts under all of them. */
  include_byok_in_budgets: boolean;
}

/** What a workspace may spend in one window. */
export interface BudgetRecord {
  /** UUID of the budget. */
  id: string;
  /** UUID of the workspace. */
  workspace_id: string;
  /** US dollars. */
  limit_usd: number;
  /** daily, weekly, monthly; null: in all. */
  reset_interval: string | null;
  /** ISO 8601, UTC. */
  created_at: string;
  /** ISO 8601, UTC; the same as created_at until it is changed. */
  updated_at: string;
}

/** One budget, and what counts under all budgets of its workspace. */
export interface BudgetResponse {
  /** The budget as it is in force. */
  data: BudgetRecord;
  /** Whether what is spent at providers with credentials of one's own counts under all of them. */
  include_byok_in_budgets: boolean;
}

/** A content filter that comes with the server, as a guardrail uses it. */
export interface BuiltinFilterRecord {
  /** Such as email or regex-prompt-injection. */
  slug: string;
  /** redact, block or flag. */
  action: string;
  /** What stands in place of a match; given by the server. */
  label: string;
  /** user_only or all_messages; only of the filter of prompt injections. */
  scan_scope: string | null;
}

/** The values that a parameter can have. */
export interface CapabilityRecord {
  /** enum, range or boolean. */
  type: string;
  /** Of an enum. */
  values: string[] | null;
  /** Of a range. */
  min: number | null;
  /** Of a range. */
  max: number | null;
}

/** How a running server stands to its weir.json. */
export interface ConfigStatus {
  /** When what is in force was read: ISO 8601, UTC. */
  read_at: string;
  /** Why the file as it is now is not in force, one line each; empty: it is. */
  errors: string[];
  /** Keys of the file whose values take effect after a restart. */
  after_restart: string[];
}

/** What follows an approval on the consent page. */
export interface ConsentRecord {
  /** The authorization code. */
  code: string;
  /** Where the browser goes with it; null: the code is shown, to be copied. */
  redirect_url: string | null;
}

/** A regular expression that a guardrail searches what users write with. */
export interface ContentFilterRecord {
  /** The expression, in the flavour of JavaScript, without lookaround and backreferences. */
  pattern: string;
  /** redact, block or flag. */
  action: string;
  /** Stands in place of a match, and in the message of a refusal. */
  label: string | null;
}

/** What one model cost on one UTC day. */
export interface CostRecord {
  /** YYYY-MM-DD. */
  date: string;
  /** Slug of the model that answered. */
  model: string;
  /** Requests that a provider was asked; answers from the response cache are not among them. */
  requests: number;
  /** Tokens, the day's sum; those read from a prompt cache are among them. */
  prompt_tokens: number;
  /** Tokens, the day's sum; reasoning is among them. */
  completion_tokens: number;
  /** US dollars, refunds not taken off. */
  cost: number;
}

/** The answer to POST /keys: the one time that a key's text is shown. */
export interface CreatedKeyResponse {
  /** The key as lists show it from now on. */
  data: KeyRecord;
  /** The key in full: sk-or-v1- and 64 lowercase hex characters. Only its hash is kept. */
  key: string;
}

/** The account, as GET /credits shows it; the balance is the difference. */
export interface CreditsRecord {
  /** US dollars granted. */
  total_credits: number;
  /** US dollars used and not given back. */
  total_usage: number;
}

/** The key a request is made with, as GET /key shows it. */
export interface CurrentKeyRecord {
  /** Whether no credits were ever granted to the account. */
  is_free_tier: boolean;
  /** Whether it may manage keys and workspaces, and call no models. */
  is_management_key: boolean;
  /** Older name of is_management_key; always equal to it. */
  is_provisioning_key: boolean;
  /** Null: a workspace belongs to no organization here. */
  organization_id: string | null;
  /** UUID of the workspace that the key belongs to. */
  workspace_id: string;
  /** Where prompts may be processed: there is one server, which serves the whole world. */
  allowed_data_regions: string[];
  /** Requests to :free models of this UTC day. */
  free_model_daily_requests: FreeModelQuota;
  /** There for older clients; no real limit is in it. */
  rate_limit: LegacyRateLimit;
  /** The masked text of the key: sk-or-v1-abc...xyz. */
  label: string;
  /** US dollars that may be spent in one window of limit_reset; null: no limit. */
  limit: number | null;
  /** US dollars that are left of the window's limit, never below 0; null: no limit. */
  limit_remaining: number | null;
  /** daily, weekly, monthly or null. */
  limit_reset: string | null;
  /** Whether what is spent at providers with credentials of one's own counts under limit. */
  include_byok_in_limit: boolean;
  /** US dollars charged since the key was made. */
  usage: number;
  /** US dollars charged this UTC day. */
  usage_daily: number;
  /** US dollars charged since Monday, UTC. */
  usage_weekly: number;
  /** US dollars charged this UTC month. */
  usage_monthly: number;
  /** US dollars that providers billed to owners of credentials, by this server's prices, since the key was made. */
  byok_usage: number;
  /** US dollars that providers billed to owners of credentials, by this server's prices, this UTC day. */
  byok_usage_daily: number;
  /** US dollars that providers billed to owners of credentials, by this server's prices, since Monday, UTC. */
  byok_usage_weekly: number;
  /** US dollars that providers billed to owners of credentials, by this server's prices, this UTC month. */
  byok_usage_monthly: number;
  /** The user whom the key belongs to; null: it was made without one. */
  creator_user_id: string | null;
  /** ISO 8601, UTC; null: never. */
  expires_at: string | null;
}

/** A text that was cut to keep an answer small. */
export interface CutText {
  /** Where it stands: attributes.input.value, events.0.exception.stacktrace. */
  path: string;
  /** Its whole length in UTF-16 code units. */
  length: number;
}

/** The envelope of management and catalogue answers: {"data": …}. */
export interface DataResponse<T> {
  /** The object or the list that was asked for. */
  data: T;
}

/** What a data set is about. */
export interface DatasetMeta {
  /** ISO 8601, UTC: when it was computed. */
  as_of: string;
  /** YYYY-MM-DD, the first UTC day. */
  start_date: string;
  /** YYYY-MM-DD, the last UTC day. */
  end_date: string;
  /** Version of the form of the data set; always v1. */
  version: string;
}

/** The answer to a deletion: {"deleted": true}. */
export interface DeletedResponse {
  /** Always true: what cannot be deleted is answered with an error. */
  deleted: boolean;
}

/** The way of one notice through one channel. */
export interface DeliveryRecord {
  /** What is told; the same in the records of all channels. */
  notice: NoticeRecord;
  /** webhook or mail. */
  channel: string;
  /** waiting, delivered or given_up. */
  state: string;
  /** Tries so far, 8 at most. */
  attempts: number;
  /** Why the last try failed. */
  problem: string | null;
}

/** A place in one category of a Design Arena. */
export interface DesignArenaItem {
  /** Which contest: models, builders or agents. */
  arena: string;
  /** What was built, in the publisher's words; codecategories is programming. */
  category: string;
  /** Rating from direct comparisons; the higher the better. */
  elo: number;
  /** Percent. */
  win_rate: number;
  /** Milliseconds; null: not known. */
  avg_generation_time_ms: number | null;
  /** Places in tournaments; on this server each is null, since the catalogue does not have them. */
  tournament_stats: TournamentRecord;
  /** Permanent slug of the model in the catalogue. */
  model_permaslug: string;
  /** The model's name in this catalogue, which need not be the publisher's. */
  display_name: string;
  /** What the model's cheapest endpoint costs. */
  pricing: BenchmarkPricing;
}

/** A document that a span retrieved, ranked or embedded. */
export interface DocumentRecord {
  /** retrieved, input (given to a reranker), output (ranked) or embedded. */
  part: string;
  /** The sender's own id; null: it has none. */
  id: string | null;
  /** How well it fits, in the sender's measure; null: it has none, or one that is no finite number. */
  score: number | null;
  /** What the document says; null: it was not sent. */
  text: TextValue | null;
  /** As sent, mostly an object; null: there is none. */
  metadata: Json;
}

/** How one endpoint has done of late. What was not measured is null. */
export interface EndpointHealthRecord {
  /** Slug of the model. */
  model: string;
  /** Display name of the provider. */
  provider_name: string;
  /** The endpoint as requests name it: the provider's slug, with a variant, region or tier behind a slash where it has one. */
  tag: string;
  /** 0 normal, -1 asked later than others, -2 asked last. */
  status: number;
  /** Whether it is asked only now and then, because it failed. */
  is_circuit_open: boolean;
  /** Failures since the last whole answer; 0: the last answer was whole. */
  failures_in_a_row: number;
  /** How long the provider still wants no calls. */
  retry_after_seconds: number | null;
  /** Requests that this server sent there. */
  requests_last_30m: number;
  /** Percent of the requests that this server sent there and that went well; those refused for their rate do not count. */
  uptime_last_5m: number | null;
  /** Percent of the requests that this server sent there and that went well; those refused for their rate do not count. */
  uptime_last_30m: number | null;
  /** Percent of the requests that this server sent there and that went well; those refused for their rate do not count. */
  uptime_last_1d: number | null;
  /** Milliseconds to the first token. */
  latency_last_30m: PercentileRecord | null;
  /** Milliseconds to the first token. */
  latency_last_1d: PercentileRecord | null;
  /** Output tokens a second; falling, so that 90 % of the answers were at least as fast as p90. */
  throughput_last_30m: PercentileRecord | null;
  /** Output tokens a second; falling, so that 90 % of the answers were at least as fast as p90. */
  throughput_last_1d: PercentileRecord | null;
  /** Percent of the answers with tool calls whose calls could all be carried out; null for fewer than 200. */
  tool_success_last_2h: number | null;
}

/** One endpoint of a model. Statistics are null until there is enough traffic to say something. */
export interface EndpointRecord {
  /** Provider | model. */
  name: string;
  /** Permanent slug of the model. */
  model_id: string;
  /** The model's name for people, such as Acme: Small. */
  model_name: string;
  /** Tokens of prompt and answer together. */
  context_length: number;
  /** Prices of this endpoint alone. */
  pricing: PricingRecord;
  /** Display name of the provider. */
  provider_name: string;
  /** What requests name the endpoint by: the provider's slug, with a variant, region or tier behind a slash where it has one. */
  tag: string;
  /** How exactly the weights are kept: int4, int8, fp4, mxfp4, nvfp4, fp6, fp8, mxfp8, fp16, bf16, fp32 or unknown; null: nobody says. */
  quantization: string | null;
  /** The most tokens of an answer; null: the context is the only bound. */
  max_completion_tokens: number | null;
  /** The most tokens of a prompt; null: the context is the only bound. */
  max_prompt_tokens: number | null;
  /** Names of request members that it takes, in name order, such as tools. */
  supported_parameters: string[];
  /** All false when the endpoint takes no tool_choice. */
  supports_tool_choice: ToolChoiceSupport;
  /** 0 normal, -1 asked later than others, -2 asked last. */
  status: number;
  /** Percent of the requests that this server sent there and that went well; those refused for their rate do not count. */
  uptime_last_5m: number | null;
  /** Percent of the requests that this server sent there and that went well; those refused for their rate do not count. */
  uptime_last_30m: number | null;
  /** Percent of the requests that this server sent there and that went well; those refused for their rate do not count. */
  uptime_last_1d: number | null;
  /** Milliseconds to the first token; null also for callers without a key. */
  latency_last_30m: PercentileRecord | null;
  /** Output tokens a second, falling: 90 % of the answers were at least as fast as p90; null also for callers without a key. */
  throughput_last_30m: PercentileRecord | null;
  /** Whether the provider caches prompts without being asked. */
  supports_implicit_caching: boolean;
  /** Whether a voice can be made of a sample of somebody speaking. */
  supports_voice_cloning: boolean;
}

/** One movement of money in the ledger. */
export interface EntryRecord {
  /** Growing with time; before takes it, to ask for the page after this entry. */
  id: number;
  /** grant, charge or refund. */
  kind: string;
  /** US dollars; below zero for a charge. */
  amount: number;
  /** UUID of the workspace whose request it was; of a grant, which all workspaces share, the default one. */
  workspace_id: string;
  /** What was charged or given back; null for a grant. */
  generation_id: string | null;
  /** Who did it: the hash of the key that called, the label of the key that managed, or command line. */
  actor: string;
  /** In the words of who granted or refunded, at most 1,000 characters; null: none was given. */
  note: string | null;
  /** ISO 8601, UTC. */
  created_at: string;
}

/** The key that an authorization code was exchanged for: the one time that its text is shown. */
export interface ExchangedKeyResponse {
  /** The key in full: sk-or-v1- and 64 lowercase hex characters. Only its hash is kept. */
  key: string;
  /** The user whom the key belongs to; null: nobody is known. */
  user_id: string | null;
}

/** A problem that somebody reported with a generation. */
export interface FeedbackRecord {
  /** gen-…, as the answer named it. */
  generation_id: string;
  /** What is wrong: latency, incoherence, incorrect_response, formatting, billing, api_error or other. */
  category: string;
  /** In the reporter's words, at most 1,000 characters; null: none was given. */
  comment: string | null;
  /** Label of the key that reported it. */
  actor: string;
  /** ISO 8601, UTC. */
  created_at: string;
}

/** How often free models may be called on one day. Clients require numbers: without a limit they are the largest there are. */
export interface FreeModelQuota {
  /** Requests a UTC day; the largest number there is when the operator sets no limit. */
  limit: number;
  /** What is left of limit today, never below 0. */
  remaining: number;
  /** What counts against the limit; nothing does where there is none. */
  used: number;
}

/** One exchange as GET /generation shows it. Every member is present, null where there is nothing to say. */
export interface GenerationRecord {
  /** gen-…, as the answer and its X-Generation-Id named it. */
  id: string;
  /** completions (conversations of all dialects), embeddings, rerank, image, tts or stt. */
  api_type: string | null;
  /** The number of the key that made the request, as /keys shows it; beyond the original. */
  api_key_id: number;
  /** The number of the app that the request named; null when it named none. */
  app_id: number | null;
  /** US dollars that the provider's prompt cache took off; below zero where writing to it cost more. Null where none was used. */
  cache_discount: number | null;
  /** Whether the caller left before the end. */
  cancelled: boolean;
  /** ISO 8601, UTC. */
  created_at: string;
  /** Always global. */
  data_region: string;
  /** The caller's own end user, as user of the request named it; null: it named none. */
  external_user: string | null;
  /** stop, length, tool_calls, content_filter or error; null: the answer has none, or there was no answer. */
  finish_reason: string | null;
  /** The provider's own word for finish_reason; the same word where it has none of its own. */
  native_finish_reason: string | null;
  /** Milliseconds from the first event to the end. */
  generation_time: number | null;
  /** Milliseconds to the first event. */
  latency: number | null;
  /** Always null: requests are not moderated apart. */
  moderation_latency: number | null;
  /** HTTP-Referer of the request; null: it had none. */
  http_referer: string | null;
  /** The same as http_referer; empty without it. */
  origin: string;
  /** User-Agent of the request; null: it had none. */
  user_agent: string | null;
  /** Whether a credential of somebody's own was used: then what was charged is the fee alone. */
  is_byok: boolean;
  /** Slug of the model that answered; when none did, the last that was asked, else the requested one. */
  model: string;
  /** Display name of the provider that answered; null: none did. */
  provider_name: string | null;
  /** A list of the attempts in order, failed ones included, each with provider, model, latency in milliseconds and HTTP status. */
  provider_responses: Json;
  /** The router that chose the model; null when the request named one. */
  router: string | null;
  /** Always null: a request with a preset is refused. */
  preset_id: string | null;
  /** Whether the caller asked for a stream. */
  streamed: boolean;
  /** The service tier that the provider says it answered on; null when it does not say. */
  service_tier: string | null;
  /** Tokens; always the same as native_tokens_prompt. */
  tokens_prompt: number | null;
  /** Tokens; always the same as native_tokens_completion. */
  tokens_completion: number | null;
  /** Tokens as the provider counted them, else as usage_estimated says; cached ones included. Null: nothing answered. */
  native_tokens_prompt: number | null;
  /** Tokens as the provider counted them, else as usage_estimated says; reasoning included. Null: nothing answered. */
  native_tokens_completion: number | null;
  /** Tokens of the answer that are reasoning; null: the provider does not tell them apart. */
  native_tokens_reasoning: number | null;
  /** Prompt tokens that came from the provider's cache; null: the provider does not say. */
  native_tokens_cached: number | null;
  /** Tokens of the answer that are images; null: there are none, or the provider does not tell them apart. */
  native_tokens_completion_images: number | null;
  /** Images, sounds, videos and files of the request; null: it was refused before it was read so far. */
  num_media_prompt: number | null;
  /** Images that were made, and the sound of a text that was spoken; null: nothing answered. */
  num_media_completion: number | null;
  /** Those of num_media_prompt that are sounds; null in the same cases. */
  num_input_audio_prompt: number | null;
  /** Always null: results of web searches are not counted. */
  num_search_results: number | null;
  /** Always null: fetched pages are not counted. */
  num_fetches: number | null;
  /** US dollars charged. */
  usage: number;
  /** US dollars charged; equal to usage. */
  total_cost: number;
  /** US dollars that providers bill to the owners of the credentials that were used, by this server's prices; null when none was. */
  upstream_inference_cost: number | null;
  /** The provider's own id of the answer; null: there is none. */
  upstream_id: string | null;
  /** Id of the generation whose answer the response cache gave again; null for an answer of its own. */
  response_cache_source_id: string | null;
  /** Always null: which engine searched the web is not kept. */
  web_search_engine: string | null;
  /** UUID of the workspace of the key. */
  workspace_id: string;
  /** The session that the request named, in its body or by header; null: it named none. */
  session_id: string | null;
  /** Whether tokens were counted by this server, because the provider did not say; beyond the original. */
  usage_estimated: boolean;
  /** HTTP status of the outcome; beyond the original, so that a failed request can be told from a finished one. */
  status: number;
  /** Wire name of the error; null for success. Beyond the original. */
  error_type: string | null;
  /** Who gave what of an answer that one endpoint began and another finished, with the cost of each part. Beyond the original. */
  parts: Json;
  /** 32 hex characters; beyond the original: the trace that shows this exchange. */
  trace_id: string;
}

/** Why a generation went where it went: its plan and its attempts. The answer to GET /api/weir/generations/{id}/route. */
export interface GenerationRouteRecord {
  /** gen-…, as the answer named it. */
  id: string;
  /** 32 hex characters. */
  trace_id: string;
  /** 16 hex characters: the gateway's span. */
  span_id: string;
  /** ISO 8601, UTC. */
  created_at: string;
  /** Slug that the request named; empty: it named none. */
  requested_model: string;
  /** Slug of the model that answered; when none did, the last that was asked, else the requested one. */
  model: string;
  /** Who answered; null: nobody. */
  provider_name: string | null;
  /** HTTP status of the outcome. */
  status: number;
  /** Wire name of the error; null for success. */
  error_type: string | null;
  /** What the caller was told; null for success. */
  error_message: string | null;
  /** Milliseconds from the request to the end of its answer. */
  duration_ms: number;
  /** Milliseconds to the first event; null: nothing was answered. */
  latency_ms: number | null;
  /** US dollars charged. */
  cost: number;
  /** The plan as it was; null where its span is not kept, or it was refused before it had one. */
  plan: RoutePlanRecord | null;
  /** In the order in which they were decided. */
  attempts: RouteAttemptRecord[];
}

/** One page of the guardrails of a workspace. */
export interface GuardrailListResponse {
  /** Those of the page; usually 50, at most 100. */
  data: GuardrailRecord[];
  /** Guardrails of all pages. */
  total_count: number;
}

/** A guardrail, as /guardrails shows it; what is null says nothing. */
export interface GuardrailRecord {
  /** UUID; that of its workspace, when it is the one in force for all of the workspace's traffic. */
  id: string;
  /** For people, 1 to 200 characters. */
  name: string;
  /** For people, at most 1,000 characters; null: none was given. */
  description: string | null;
  /** UUID; only keys of this workspace can have it assigned. */
  workspace_id: string;
  /** US dollars; for each key and each member by itself. */
  limit_usd: number | null;
  /** daily, weekly, monthly; null: in all. */
  reset_interval: string | null;
  /** Whether what is spent at providers with credentials of one's own counts under limit_usd. */
  include_byok_in_budgets: boolean;
  /** Canonical slugs. */
  allowed_models: string[] | null;
  /** Canonical slugs of models that may not be asked; null: none is ruled out. */
  ignored_models: string[] | null;
  /** Slugs, names or tags of the only providers that may answer; null: every one may. */
  allowed_providers: string[] | null;
  /** Slugs, names or tags of providers that may not answer; null: none is ruled out. */
  ignored_providers: string[] | null;
  /** What all groups say alike; the older form. */
  enforce_zdr: boolean | null;
  /** True: models of Anthropic are only asked at endpoints that retain nothing. */
  enforce_zdr_anthropic: boolean | null;
  /** True: models of OpenAI are only asked at endpoints that retain nothing. */
  enforce_zdr_openai: boolean | null;
  /** True: models of Google are only asked at endpoints that retain nothing. */
  enforce_zdr_google: boolean | null;
  /** True: models of xAI are only asked at endpoints that retain nothing. */
  enforce_zdr_xai: boolean | null;
  /** True: models of everybody else are only asked at endpoints that retain nothing. */
  enforce_zdr_other: boolean | null;
  /** False: no endpoint that is free and publishes prompts. */
  enable_free_model_publication: boolean | null;
  /** False: no endpoint that is free and trains on prompts. */
  enable_free_model_training: boolean | null;
  /** False: no endpoint that is paid and trains on prompts. */
  enable_paid_model_training: boolean | null;
  /** Expressions of the operator's own, at most 100; null: none. */
  content_filters: ContentFilterRecord[] | null;
  /** Filters that come with the server, at most 100; null: none. */
  content_filter_builtins: BuiltinFilterRecord[] | null;
  /** ISO 8601, UTC. */
  created_at: string;
  /** ISO 8601, UTC; null: not since it was made. */
  updated_at: string | null;
}

/** An identity provider that signs users in. */
export interface IdentityProviderRecord {
  /** As the sign-in page calls it. */
  name: string;
  /** Where a browser goes to begin; takes next, the page to go on to. */
  path: string;
}

/** What one endpoint of a model that makes images takes and costs. */
export interface ImageEndpointRecord {
  /** Display name of the provider. */
  provider_name: string;
  /** Name of the provider in requests. */
  provider_slug: string;
  /** What requests name this endpoint by; the provider's slug when it has no name of its own. */
  provider_tag: string | null;
  /** What it takes, by name of the parameter; one that is not here cannot be asked. */
  supported_parameters: { [name: string]: CapabilityRecord };
  /** Parameters of the provider's own API that pass through. */
  allowed_passthrough_parameters: string[];
  /** Whether it takes stream: true. */
  supports_streaming: boolean;
  /** Lines that cost something; empty: nothing costs anything by image or token. */
  pricing: ImagePriceRecord[];
}

/** A model that makes images, with its endpoints. */
export interface ImageEndpointsResponse {
  /** Slug of the model. */
  id: string;
  /** In the operator's order; never empty. */
  endpoints: ImageEndpointRecord[];
}

/** A model that makes images, as GET /images/models lists it. */
export interface ImageModelRecord {
  /** Slug, as a request names the model: author/slug. */
  id: string;
  /** Name for people, such as Acme: Small. */
  name: string;
  /** Text for people; empty: the catalogue has none. */
  description: string;
  /** Unix seconds. */
  created: number;
  /** What it takes and gives; image is among what it gives. */
  architecture: ArchitectureRecord;
  /** What at least one endpoint takes; a parameter that is not here cannot be asked. */
  supported_parameters: { [name: string]: CapabilityRecord };
  /** Whether at least one endpoint streams. */
  supports_streaming: boolean;
  /** Path of the model's endpoints. */
  endpoints: string;
}

/** One line of what images cost at an endpoint. */
export interface ImagePriceRecord {
  /** output_image, input_image or input_text. */
  billable: string;
  /** image or token. */
  unit: string;
  /** US dollars a unit. */
  cost_usd: number;
}

/** One page of the keys that have a guardrail. */
export interface KeyAssignmentListResponse {
  /** Those of the page; usually 50, at most 100. */
  data: KeyAssignmentRecord[];
  /** Assignments of all pages. */
  total_count: number;
}

/** That a guardrail is in force for a key. */
export interface KeyAssignmentRecord {
  /** UUID of the assignment. */
  id: string;
  /** The key's id: 64 lowercase hex characters. */
  key_hash: string;
  /** UUID; a key has at most one guardrail. */
  guardrail_id: string;
  /** The key's name now, not that of the day it was assigned. */
  key_name: string;
  /** The masked text of the key: sk-or-v1-abc...xyz. */
  key_label: string;
  /** Label of the key that assigned it. */
  assigned_by: string | null;
  /** ISO 8601, UTC. */
  created_at: string;
}

/** A key as /keys shows it; never its text. */
export interface KeyRecord {
  /** 64 lowercase hex characters: the key's id in every call. */
  hash: string;
  /** The number by which settings that take numbers name the key; beyond the original. */
  api_key_id: number;
  /** For people, never empty; need not be unique. */
  name: string;
  /** Whether requests with it are refused. */
  disabled: boolean;
  /** When it was made: ISO 8601, UTC. */
  created_at: string;
  /** ISO 8601, UTC; null: not since it was made. */
  updated_at: string | null;
  /** UUID of the workspace that it belongs to. */
  workspace_id: string;
  /** Null: keys are not made for users of partners. */
  external_user: string | null;
  /** The masked text of the key: sk-or-v1-abc...xyz. */
  label: string;
  /** US dollars that may be spent in one window of limit_reset; null: no limit. */
  limit: number | null;
  /** US dollars that are left of the window's limit, never below 0; null: no limit. */
  limit_remaining: number | null;
  /** daily, weekly, monthly or null. */
  limit_reset: string | null;
  /** Whether what is spent at providers with credentials of one's own counts under limit. */
  include_byok_in_limit: boolean;
  /** US dollars charged since the key was made. */
  usage: number;
  /** US dollars charged this UTC day. */
  usage_daily: number;
  /** US dollars charged since Monday, UTC. */
  usage_weekly: number;
  /** US dollars charged this UTC month. */
  usage_monthly: number;
  /** US dollars that providers billed to owners of credentials, by this server's prices, since the key was made. */
  byok_usage: number;
  /** US dollars that providers billed to owners of credentials, by this server's prices, this UTC day. */
  byok_usage_daily: number;
  /** US dollars that providers billed to owners of credentials, by this server's prices, since Monday, UTC. */
  byok_usage_weekly: number;
  /** US dollars that providers billed to owners of credentials, by this server's prices, this UTC month. */
  byok_usage_monthly: number;
  /** The user whom the key belongs to; null: it was made without one. */
  creator_user_id: string | null;
  /** ISO 8601, UTC; null: never. */
  expires_at: string | null;
}

/** A rate limit object that clients still require and that says nothing. */
export interface LegacyRateLimit {
  /** Always -1: no number is meant. */
  requests: number;
  /** Always 1h: no time is meant. */
  interval: string;
  /** Says in English that the object is out of use; always the same sentence. */
  note: string;
}

/** The answer to POST /api/weir/login-links: a link that signs in to the console once. */
export interface LoginLinkRecord {
  /** The address to open; its token is in the fragment, which no server or proxy gets to see. */
  url: string;
  /** Until when it can be used: ISO 8601, UTC. */
  expires_at: string;
}

/** The share of a group of tasks, each number from 0 to 1. */
export interface MacroCategoryRecord {
  /** Name of the group in the API, such as code. */
  key: string;
  /** Name of the group for people. */
  label: string;
  /** Share of all requests. */
  usage_share: number;
  /** Share of all tokens. */
  token_share: number;
}

/** One page of the members who have a guardrail. */
export interface MemberAssignmentListResponse {
  /** Those of the page; usually 50, at most 100. */
  data: MemberAssignmentRecord[];
  /** Assignments of all pages. */
  total_count: number;
}

/** That a guardrail is in force for the keys of a member. */
export interface MemberAssignmentRecord {
  /** UUID of the assignment. */
  id: string;
  /** user_ and 32 hex characters, or whatever was assigned: that there is such a user is not checked. */
  user_id: string;
  /** UUID of the default workspace, which stands for the installation; the same in all records. */
  organization_id: string;
  /** UUID; a member has at most one guardrail. */
  guardrail_id: string;
  /** Label of the key that assigned it. */
  assigned_by: string | null;
  /** ISO 8601, UTC. */
  created_at: string;
}

/** One page of the members of a workspace. */
export interface MemberListResponse {
  /** Those of the page; usually 50, at most 100. */
  data: MemberRecord[];
  /** Members of all pages. */
  total_count: number;
}

/** A user who belongs to a workspace. */
export interface MemberRecord {
  /** UUID of the membership, which is not that of the user. */
  id: string;
  /** UUID of the workspace. */
  workspace_id: string;
  /** user_ and 32 hex characters, or whatever was added: that there is such a user is not checked. */
  user_id: string;
  /** admin or member. */
  role: string;
  /** ISO 8601, UTC. */
  created_at: string;
}

/** One piece of a message. */
export interface MessagePart {
  /** text, reasoning, image, audio, file or whatever the sender wrote. */
  type: string;
  /** The text, or the transcript of an audio; null when there is none. */
  text: TextValue | null;
  /** Address of an image, audio or file: https: or data:. Text from outside: never followed unasked. */
  url: TextValue | null;
}

/** One message of a conversation. */
export interface MessageRecord {
  /** system, developer, user, assistant, tool or whatever the sender wrote; empty when it wrote nothing. */
  role: string;
  /** Who speaks, where several have the same role; null: it does not say. */
  name: string | null;
  /** Of a tool's answer: the call it answers. */
  tool_call_id: string | null;
  /** Why the model stopped, in the sender's words, such as stop; null: it does not say. */
  finish_reason: string | null;
  /** What it says, in order. */
  parts: MessagePart[];
  /** Calls that the model asks for. */
  tool_calls: ToolCallRecord[];
}

/** What the calls of one piece of time and one group add up to. */
export interface MetricsPoint {
  /** When the piece of time begins, by the senders' clocks: ISO 8601, UTC, microseconds. */
  start: string;
  /** The model, provider, user … of group_by; null for spans that do not say, for the rest, and without groups. */
  group: string | null;
  /** Whether this is what is left of the groups that are not told apart. */
  is_rest: boolean;
  /** All spans, calls or not. */
  span_count: number;
  /** Spans with status ERROR, calls or not. */
  error_count: number;
  /** Spans that report tokens or a cost, each call once. */
  call_count: number;
  /** Tokens; 0 when no call says any. */
  prompt_tokens: number;
  /** Tokens; 0 when no call says any. */
  completion_tokens: number;
  /** Tokens; more than the other two together where senders say only a total. */
  total_tokens: number;
  /** The part of the prompts that came from a provider's cache. */
  cache_read_tokens: number;
  /** US dollars. */
  cost: number;
  /** Milliseconds that half of the calls did not exceed, off by at most 5.3 %; null without calls. */
  latency_p50_ms: number | null;
  /** Milliseconds that 90 % of the calls did not exceed. */
  latency_p90_ms: number | null;
  /** Milliseconds that 99 % of the calls did not exceed. */
  latency_p99_ms: number | null;
}

/** The answer to GET /api/weir/metrics: numbers of calls over time. */
export interface MetricsResponse {
  /** Oldest first; only pieces of time in which there is something. */
  data: MetricsPoint[];
  /** Begin of the first piece of time: from, rounded down to a whole one. ISO 8601, UTC, microseconds. */
  from: string;
  /** End of the last piece of time: to, rounded up. */
  to: string;
  /** How long a piece of time is. */
  bucket_seconds: number;
  /** For cursor, where spans had to be looked through and there are more; counts and sums of all pages add up. Null: this is everything. */
  next_cursor: string | null;
  /** How many spans were looked through for this page; null when the numbers were kept ones. */
  scanned: number | null;
  /** Stored spans of the installation that are not in the numbers yet; as a rule those of the last second. */
  pending_spans: number;
}

/** How many models there are. */
export interface ModelCountRecord {
  /** Models of the catalogue that fit the filters; an alias that is listed counts for itself. */
  count: number;
}

/** A model with its endpoints, as GET /models/{author}/{slug}/endpoints shows it. */
export interface ModelEndpointsRecord {
  /** Slug, as a request names the model: author/slug. */
  id: string;
  /** Name for people, such as Acme: Small. */
  name: string;
  /** Unix seconds: when the model came out, else when it appeared in the catalogue. */
  created: number;
  /** Text for people; empty: the catalogue has none. */
  description: string;
  /** What it takes and gives, the same at all its endpoints. */
  architecture: ArchitectureRecord;
  /** In the operator's order; never empty. */
  endpoints: EndpointRecord[];
}

/** Where more about a model stands. */
export interface ModelLinks {
  /** Path of the model's endpoints. */
  details: string;
}

/** The answer to GET /models. */
export interface ModelListResponse {
  /** Always list: OpenAI clients expect it. */
  object: string;
  /** All models, unless limit (at most 1,000) or offset (then usually 500) is given. */
  data: ModelRecord[];
  /** Models of all pages. */
  total_count: number;
  /** Where the list goes on. */
  links: PageLinks;
}

/** What a model takes, at one provider or at any. */
export interface ModelParametersRecord {
  /** Its slug. */
  model: string;
  /** Names of request members, in name order. */
  supported_parameters: string[];
}

/** A model as the lists of models show it. */
export interface ModelRecord {
  /** Slug, as a request names the model: author/slug; of a row for an alias, the alias. */
  id: string;
  /** Always model: OpenAI clients expect it. */
  object: string;
  /** The permanent slug. */
  canonical_slug: string;
  /** Name for people, such as Acme: Small. */
  name: string;
  /** Unix seconds. */
  created: number;
  /** Text for people; empty: the catalogue has none. */
  description: string;
  /** organisation/repository on Hugging Face; null: not there, or not known. */
  hugging_face_id: string | null;
  /** Year-month-day. */
  knowledge_cutoff: string | null;
  /** Year-month-day; null: no end is known. */
  expiration_date: string | null;
  /** Tokens. */
  context_length: number;
  /** What it takes and gives. */
  architecture: ArchitectureRecord;
  /** Prices of its cheapest endpoint; those of others can be higher. */
  pricing: PricingRecord;
  /** Limits of its first endpoint, in the operator's order. */
  top_provider: TopProviderRecord;
  /** Always null: there are none. */
  per_request_limits: null;
  /** What at least one endpoint takes. */
  supported_parameters: string[];
  /** Null: none are known. */
  default_parameters: SamplingDefaultsRecord | null;
  /** Null: the model does not speak. */
  supported_voices: string[] | null;
  /** Where its endpoints are shown. */
  links: ModelLinks;
  /** Absent: the model does not reason. */
  reasoning: ReasoningRecord | null;
  /** Absent: no scores are known. */
  benchmarks: BenchmarksRecord | null;
  /** Absent: the row is a model of its own. */
  alias_target: AliasTargetRecord | null;
}

/** Something operators are told of, as a webhook receives it. */
export interface NoticeRecord {
  /** The same each time it is sent. */
  id: string;
  /** key_limit, workspace_budget, low_balance or test. */
  type: string;
  /** ISO 8601, UTC. */
  created_at: string;
  /** In words. */
  text: string;
  /** The hash of the key or the id of the workspace; null: the account. */
  subject_id: string | null;
  /** The masked label of the key, or the slug of the workspace. */
  subject_name: string;
  /** 80 or 100; null where there is no limit. */
  percent: number | null;
  /** daily, weekly, monthly; null: in all. */
  reset_interval: string | null;
  /** The limit, or the bound below which the balance is low. */
  limit_usd: number;
  /** The spend, or the balance. */
  amount_usd: number;
}

/** The newest deliveries, and which channels there are. */
export interface NotificationStatus {
  /** Newest first, a hundred at most. */
  data: DeliveryRecord[];
  /** Those that are configured. */
  channels: string[];
  /** Whether the webhook failed too often and is left alone. */
  webhook_disabled: boolean;
}

/** One page of the members of the organisation. */
export interface OrganizationMemberListResponse {
  /** Users who are let in, those of the page; usually 50, at most 100. */
  data: OrganizationMemberRecord[];
  /** Members of all pages. */
  total_count: number;
}

/** A user of the installation, as the API shows its members. */
export interface OrganizationMemberRecord {
  /** user_ and 32 hex characters. */
  id: string;
  /** Mail address; no other user has it, however it is written. */
  email: string;
  /** Given name, at most 100 characters; null: not known. */
  first_name: string | null;
  /** Family name, at most 100 characters; null: not known. */
  last_name: string | null;
  /** org:admin or org:member. */
  role: string;
}

/** Where the next page is; null on the last. */
export interface PageLinks {
  /** A path with the query of this request and the next offset, without a host. */
  next: string | null;
}

/** Percentiles of what was measured: latency in milliseconds, throughput in tokens a second. */
export interface PercentileRecord {
  /** The median: half of the answers were at least as good. */
  p50: number;
  /** 75 % of the answers were at least as good. */
  p75: number;
  /** 90 % of the answers were at least as good. */
  p90: number;
  /** 99 % of the answers were at least as good. */
  p99: number;
}

/** Prices that replace those of a pricing_record when its conditions hold; the later entry wins where two name the same price. */
export interface PricingOverrideRecord {
  /** It applies when the prompt has more tokens than this; null: whatever it has. */
  min_prompt_tokens: number | null;
  /** It applies from this time of each UTC day on, as hours and minutes (1630 is 16:30); null: at any time. */
  utc_start: number | null;
  /** Up to this time, which is no part of it; before utc_start: over midnight. */
  utc_end: number | null;
  /** US dollars a prompt token, decimal text. */
  prompt: string | null;
  /** US dollars a completion token, decimal text. */
  completion: string | null;
  /** US dollars a token of audio in the prompt, decimal text. */
  audio: string | null;
  /** US dollars a token of audio read from a cache, decimal text. */
  input_audio_cache: string | null;
  /** US dollars a prompt token read from a cache, decimal text. */
  input_cache_read: string | null;
  /** US dollars a prompt token written to a cache, decimal text. */
  input_cache_write: string | null;
  /** US dollars a prompt token written to a cache for an hour, decimal text. */
  input_cache_write_1h: string | null;
}

/** Prices as decimal strings, US dollars a unit; absent ones do not apply. */
export interface PricingRecord {
  /** US dollars a prompt token, decimal text. */
  prompt: string;
  /** US dollars a completion token, decimal text. */
  completion: string;
  /** US dollars a request, decimal text. */
  request: string | null;
  /** US dollars an image in the prompt, decimal text. */
  image: string | null;
  /** US dollars a token of an image, decimal text. */
  image_token: string | null;
  /** US dollars an image in the answer, decimal text. */
  image_output: string | null;
  /** US dollars a token of audio in the prompt, decimal text. */
  audio: string | null;
  /** US dollars a token of audio in the answer, decimal text. */
  audio_output: string | null;
  /** US dollars a token of audio read from a cache, decimal text. */
  input_audio_cache: string | null;
  /** US dollars a web search, decimal text. */
  web_search: string | null;
  /** US dollars a reasoning token, decimal text. */
  internal_reasoning: string | null;
  /** US dollars a prompt token read from a cache, decimal text. */
  input_cache_read: string | null;
  /** US dollars a prompt token written to a cache, decimal text. */
  input_cache_write: string | null;
  /** US dollars a prompt token written to a cache for an hour, decimal text. */
  input_cache_write_1h: string | null;
  /** US dollars a second of audio or video, decimal text. */
  second: string | null;
  /** US dollars a character of text to speak, decimal text. */
  character: string | null;
  /** US dollars a search over documents, decimal text. */
  search: string | null;
  /** Other prices for long prompts, in order; absent when there are none. */
  overrides: PricingOverrideRecord[] | null;
}

/** The answer to GET /v1/projects: oldest first. */
export interface ProjectListResponse {
  /** Projects of the caller's workspace. */
  data: ProjectRecord[];
  /** For cursor; null at the end. */
  next_cursor: string | null;
}

/** A project as Phoenix's REST API shows it. */
export interface ProjectRecord {
  /** Opaque. */
  id: string;
  /** Unique in its workspace, compared byte for byte. */
  name: string;
  /** In the words of who made it; null: none was given. */
  description: string | null;
}

/** What the operator declares that a provider does with prompts. */
export interface ProviderDataPolicyRecord {
  /** Whether it trains models with them. */
  training: boolean;
  /** Whether it keeps them when the answer is done. */
  retains_prompts: boolean;
  /** Days; 0: none, or not known. */
  retention_days: number;
  /** Whether it promises to retain nothing. */
  zdr: boolean;
}

/** One page of provider credentials. */
export interface ProviderKeyListResponse {
  /** Those of the page, by provider and place; usually 50, at most 100. */
  data: ProviderKeyRecord[];
  /** Credentials of all pages. */
  total_count: number;
}

/** A provider credential of the operator's own, as /byok shows it; never its text. */
export interface ProviderKeyRecord {
  /** UUID; stays the same when the credential itself is replaced. */
  id: string;
  /** Slug of the provider it is for, such as openai; never changes. */
  provider: string;
  /** The ends of the credential. */
  label: string;
  /** For people, at most 255 characters; null: none was given. */
  name: string | null;
  /** Null: every workspace. */
  workspace_id: string | null;
  /** Whether no request is sent with it. */
  disabled: boolean;
  /** Whether it is tried after the server's own credential instead of before. */
  is_fallback: boolean;
  /** Its place among the credentials of its provider, from 0; the lowest is tried first. */
  sort_order: number;
  /** Null: every model. */
  allowed_models: string[] | null;
  /** Null: every key. */
  allowed_api_key_hashes: string[] | null;
  /** Null: every user. */
  allowed_user_ids: string[] | null;
  /** ISO 8601, UTC. */
  created_at: string;
}

/** A provider as GET /providers lists it; null: not known. */
export interface ProviderRecord {
  /** Display name, as other records say it in provider_name. */
  name: string;
  /** Name in requests, lower case. */
  slug: string;
  /** Address of its privacy policy; null: the catalogue does not say. */
  privacy_policy_url: string | null;
  /** Address of its terms of service; null: the catalogue does not say. */
  terms_of_service_url: string | null;
  /** Address where it tells of its outages; null: the catalogue does not say. */
  status_page_url: string | null;
  /** ISO 3166 alpha-2; absent: not known. */
  headquarters: string | null;
  /** ISO 3166 alpha-2; absent: not known. */
  datacenters: string[] | null;
}

/** A provider of the catalogue: whether it is switched on, and how its endpoints have done of late. */
export interface ProviderStatusRecord {
  /** Name in requests and in the configuration, lower case. */
  slug: string;
  /** Display name, as other records say it in provider_name. */
  name: string;
  /** False: an operator switched it off, and no request is routed to it. */
  is_enabled: boolean;
  /** ISO 8601, UTC; null while it is on. */
  disabled_at: string | null;
  /** Why, in the operator's words; null: none was given, or it is on. */
  disabled_reason: string | null;
  /** Whether the server has no credential for it: only those of callers' own can be used. */
  is_byok_only: boolean;
  /** Host of its address; null for callers without a management key. */
  host: string | null;
  /** Models of the catalogue that it answers, each once. */
  models: number;
  /** Endpoints of the catalogue that are at it. */
  endpoints: number;
  /** Endpoints that are asked only now and then, because they failed. */
  open_circuits: number;
  /** Requests of all its endpoints. */
  requests_last_30m: number;
  /** Percent of the requests of its endpoints that went well, each weighed by its requests; null: there were none. */
  uptime_last_30m: number | null;
  /** Percentiles of its busiest endpoint: those of several cannot be added up. */
  latency_last_30m: PercentileRecord | null;
  /** Output tokens a second of the same endpoint; falling, so that 90 % of the answers were at least as fast as p90. */
  throughput_last_30m: PercentileRecord | null;
  /** Address of its privacy policy; null: the catalogue does not say. */
  privacy_policy_url: string | null;
  /** Address of its terms of service; null: the catalogue does not say. */
  terms_of_service_url: string | null;
  /** Address where it tells of its outages; null: the catalogue does not say. */
  status_page_url: string | null;
  /** What it does with prompts, as the catalogue says. */
  data_policy: ProviderDataPolicyRecord;
}

/** The tokens of one model in one window. */
export interface RankingRecord {
  /** YYYY-MM-DD, where the window begins. */
  date: string;
  /** Or other: all models that are not among the first fifty. */
  model_permaslug: string;
  /** Of prompts and answers; digits. */
  total_tokens: string;
}

/** The answer to GET /datasets/rankings-daily. */
export interface RankingsDailyResponse {
  /** The oldest window first, and in each the model with the most tokens first. */
  data: RankingRecord[];
  /** The days that were asked for, and when it was computed. */
  meta: DatasetMeta;
}

/** How a model's reasoning can be set. */
export interface ReasoningRecord {
  /** Whether it always reasons: then effort none is refused. */
  mandatory: boolean;
  /** A list, the highest first; null: every effort; absent: an effort cannot be asked for. */
  supported_efforts: Json;
  /** Effort when none is asked for, of the words of supported_efforts; absent: not known. */
  default_effort: string | null;
  /** Whether it reasons when nothing is asked; absent: not known. */
  default_enabled: boolean | null;
  /** Whether a budget in tokens can be asked for, as reasoning.max_tokens; absent: not known. */
  supports_max_tokens: boolean | null;
}

/** A refund, and what it leaves. */
export interface RefundResponse {
  /** Its entry. */
  data: EntryRecord;
  /** US dollars of the charge that have not been given back. */
  refundable: number;
  /** US dollars: the account's balance with it. */
  balance: number;
}

/** How many members a call removed. */
export interface RemovedMembersResponse {
  /** Those of the call who were members; others do not count. */
  removed_count: number;
}

/** One call of one endpoint, or an endpoint that was passed over. */
export interface RouteAttemptRecord {
  /** From 1. */
  position: number;
  /** Display name of the provider; null: the record of the attempt does not say. */
  provider_name: string | null;
  /** Slug of the model it was asked for; null: the record of the attempt does not say. */
  model: string | null;
  /** answered, failed, cancelled or passed_over. */
  outcome: string;
  /** The provider's HTTP status; null when it never answered. */
  status: number | null;
  /** What went wrong; null: nothing, or its span is not kept. */
  message: string | null;
  /** Milliseconds after the request came; null where its span is not kept. */
  start_ms: number | null;
  /** Milliseconds; null where its span is not kept. */
  duration_ms: number | null;
  /** Milliseconds to the first event, or to the failure. */
  latency_ms: number | null;
  /** Whether it was asked besides another one that said nothing for long. */
  is_hedge: boolean;
  /** Whether it was asked with a credential of somebody's own. */
  is_byok: boolean;
  /** 16 hex characters; null where its span is not kept. */
  span_id: string | null;
}

/** An endpoint in a plan, and why it stands where it stands. */
export interface RouteCandidateRecord {
  /** From 1. */
  position: number;
  /** Slug of the model. */
  model: string;
  /** Display name of the provider. */
  provider_name: string;
  /** What requests name the endpoint by. */
  tag: string;
  /** For people. */
  reason: string;
  /** Prices of this endpoint. */
  pricing: PricingRecord;
  /** US dollars: the most that the request can cost here. */
  cost_bound: number;
  /** Tokens. */
  context_length: number;
  /** How exactly the weights are kept, such as fp8; null: nobody says. */
  quantization: string | null;
  /** Whether it would be asked with a credential of somebody's own. */
  is_byok: boolean;
  /** What routing knows of how it does; null: nothing yet. */
  health: EndpointHealthRecord | null;
}

/** An endpoint that would not be asked, and the first reason that holds for it. */
export interface RouteLeftOutRecord {
  /** Slug of the model. */
  model: string;
  /** Display name of the provider. */
  provider_name: string;
  /** What requests name the endpoint by. */
  tag: string;
  /** The request's member, or the rule, that keeps it out. */
  field: string;
  /** What that asks, and how to ask for less; for people. */
  detail: string;
}

/** An endpoint of a plan that is kept. */
export interface RoutePlanCandidateRecord {
  /** Display name of the provider. */
  provider_name: string;
  /** What requests name the endpoint by. */
  tag: string;
  /** Slug of the model. */
  model: string;
  /** Why it stood where it stood, for people. */
  reason: string;
  /** US dollars a prompt token, then; decimal text. */
  prompt: string;
  /** US dollars a completion token, then; decimal text. */
  completion: string;
  /** Whether it would be asked with a credential of somebody's own. */
  is_byok: boolean;
}

/** The endpoints that a request was planned to ask, in order, as its span keeps them. */
export interface RoutePlanRecord {
  /** How the model was chosen: direct, fallback, auto, free, latest, alias. */
  strategy: string;
  /** Slug of the router that chose the model; null when the request names one. */
  router: string | null;
  /** Every endpoint of the models asked for, whether it is in the plan or not. */
  considered: number;
  /** How many are in the plan; the list has the first 32. */
  planned: number;
  /** The members of the request, or rules, that left endpoints out, in order. */
  left_out_by: string[];
  /** In the order in which they would be asked, the first 32. */
  candidates: RoutePlanCandidateRecord[];
}

/** What would become of a request: the answer to POST /api/weir/route. Nothing was sent, held or recorded. */
export interface RoutePreviewRecord {
  /** The model that the request names; null: the default one. */
  model: string | null;
  /** Whether a provider would be asked. */
  would_be_sent: boolean;
  /** How the model was chosen: direct, fallback, auto, free, latest, alias; null without a plan. */
  strategy: string | null;
  /** Slug of the router that chose the model; null when the request names one. */
  router: string | null;
  /** US dollars: what would be held, the most that it can cost; null without a plan. */
  cost_bound: number | null;
  /** More tokens than the prompt can have; null without a plan. */
  prompt_tokens_bound: number | null;
  /** The most tokens that the answer can have; null without a plan. */
  output_tokens_bound: number | null;
  /** The stages that it would come to, in order; only the last one may refuse it. */
  stages: RouteStageRecord[];
  /** The endpoints that would be asked, in order. */
  candidates: RouteCandidateRecord[];
  /** Endpoints of the models asked for that would not be asked. */
  left_out: RouteLeftOutRecord[];
}

/** What one stage would decide about a request. */
export interface RouteStageRecord {
  /** guard, prepare, route or admit. */
  name: string;
  /** Whether it would let the request pass. */
  passes: boolean;
  /** What it would change, for people; never in which text. */
  notes: string[];
  /** HTTP status that it would refuse the request with; null: it lets it pass. */
  status: number | null;
  /** Wire name of the error; null: it lets it pass. */
  error_type: string | null;
  /** What was wrong and what to do about it; null: it lets it pass. */
  message: string | null;
}

/** Values recommended for parameters that are not sent; null: none. */
export interface SamplingDefaultsRecord {
  /** From 0 to 2; 0 nearly always gives the same answer. */
  temperature: number | null;
  /** From 0 to 1; 1 leaves it off. */
  top_p: number | null;
  /** A number of tokens; 0 leaves it off. */
  top_k: number | null;
  /** From -2 to 2; 0 changes nothing. */
  frequency_penalty: number | null;
  /** From -2 to 2; 0 changes nothing. */
  presence_penalty: number | null;
  /** From 0 to 2; 1 changes nothing. */
  repetition_penalty: number | null;
}

/** One page of groups. */
export interface ScimGroupListResponse {
  /** Those of the page; usually 50, at most 100. */
  data: ScimGroupRecord[];
  /** Groups of all pages. */
  total_count: number;
}

/** One page of mappings. */
export interface ScimGroupMappingListResponse {
  /** Those of the page; usually 50, at most 100. */
  data: ScimGroupMappingRecord[];
  /** Mappings of all pages. */
  total_count: number;
}

/** What a group gives its users in a workspace. */
export interface ScimGroupMappingRecord {
  /** UUID of the mapping. */
  id: string;
  /** org_ and 32 hex characters: the installation, the same in all records. */
  organization_id: string;
  /** UUID of the group. */
  scim_group_id: string;
  /** UUID; a group has at most one mapping to a workspace. */
  workspace_id: string;
  /** admin or member. */
  role: string;
  /** ISO 8601, UTC. */
  created_at: string;
  /** ISO 8601, UTC. */
  updated_at: string;
}

/** A group of users at the identity provider. */
export interface ScimGroupRecord {
  /** UUID, given by this server. */
  id: string;
  /** org_ and 32 hex characters: the installation, the same in all records. */
  organization_id: string;
  /** Its name or id there. */
  external_id: string | null;
  /** Name for people, as the identity provider says it. */
  display_name: string;
  /** ISO 8601, UTC. */
  created_at: string;
  /** ISO 8601, UTC. */
  updated_at: string;
}

/** What this server is and has, as GET /api/weir/status tells anybody with a key. */
export interface ServerStatus {
  /** Three numbers with dots, such as 0.1.0. */
  version: string;
  /** Models in the catalogue. */
  models: number;
  /** True while the built-in simulator answers, because no provider is configured. */
  simulated: boolean;
  /** A model that can be called: the default one, else the first of the catalogue; null when there is none. */
  sample_model: string | null;
  /** Whether the caller's workspace has any span. */
  has_spans: boolean;
  /** Where OTLP over gRPC is received; null when it is off. OTLP over HTTP is at /v1/traces of this server. */
  otlp_grpc: string | null;
  /** How the server stands to its weir.json; null for callers without a management key. */
  config: ConfigStatus | null;
}

/** Which sessions session_cost_response is about. */
export interface SessionCostMeta {
  /** ISO 8601, UTC. */
  as_of: string;
  /** Version of the form of the data set; always v1. */
  version: string;
  /** How many UTC days; null when there are no sessions. */
  window_days: number | null;
  /** YYYY-MM-DD, the last of them; null when there are no sessions. */
  window_end_date: string | null;
}

/** What sessions of an app with a model cost. */
export interface SessionCostRecord {
  /** Its title, else its host. */
  app_name: string;
  /** Made of its address; stays the same. */
  app_slug: string;
  /** US dollars; half of the sessions cost less. */
  median_session_cost_usd: number;
  /** The model. */
  model_permaslug: string;
  /** 1-turn, 2-9-turns, 10-49-turns or 50-plus-turns. */
  turn_range: string;
}

/** The answer to GET /datasets/session-cost. */
export interface SessionCostResponse {
  /** One page: a row for each app, model and number of turns that there were sessions of. */
  data: SessionCostRecord[];
  /** The days whose sessions were looked at. */
  meta: SessionCostMeta;
}

/** Who is signed in to the console, as /console/session shows it. */
export interface SessionRecord {
  /** key, link, or user. */
  signed_in_by: string;
  /** The masked management key, sign-in link, or the user's address. */
  label: string;
  /** The user who is signed in; null: a key or a link of the operator. */
  user_id: string | null;
  /** Whether everything is allowed; what a member may do depends on the workspace. */
  is_admin: boolean;
  /** The workspace that the session is in. */
  workspace_id: string;
  /** When the session ends by itself: ISO 8601, UTC. */
  expires_at: string;
}

/** Who is signed in, and how else one can sign in than with a key or a link. */
export interface SessionResponse {
  /** Null: nobody. */
  data: SessionRecord | null;
  /** The identity provider; null: none is configured. */
  oidc: IdentityProviderRecord | null;
}

/** One setting of a running server, as it is in force. */
export interface SettingRecord {
  /** Its place in weir.json, such as traces.retention_days. */
  key: string;
  /** What is in force, as people read it; never a secret. */
  value: string;
  /** Whether the file says so; false: it is the default. */
  is_set: boolean;
}

/** The settings of a running server, and where they come from. */
export interface SettingsResponse {
  /** In the order of the documentation. */
  data: SettingRecord[];
  /** The file that they are read from, whether it is there or not; null: none is read. */
  file: string | null;
}

/** What people read of a span, taken from its attributes into one form. */
export interface SpanContent {
  /** input.value; null when there is none. */
  input: TextValue | null;
  /** output.value; null when there is none. */
  output: TextValue | null;
  /** The conversation that went in, in order; empty for spans that are no chat. */
  input_messages: MessageRecord[];
  /** The answers, in order; more than one when several choices were asked for. */
  output_messages: MessageRecord[];
  /** Tools that the model could call. */
  tools: ToolRecord[];
  /** Temperature and the like; null when there are none. */
  parameters: Json;
  /** Documents that were retrieved, ranked or embedded. */
  documents: DocumentRecord[];
}

/** Something that happened during a span, an exception for example. */
export interface SpanEventRecord {
  /** Such as exception; the sender chooses it. */
  name: string;
  /** ISO 8601, UTC, nanoseconds, by the sender's clock. */
  time: string;
  /** Microseconds after the begin of the span; negative when the sender says so. */
  offset_us: number;
  /** One flat object, as sent. */
  attributes: Json;
}

/** A span of another place that this one is related to. */
export interface SpanLinkRecord {
  /** 32 lowercase hex characters; the trace need not be stored here. */
  trace_id: string;
  /** 16 lowercase hex characters. */
  span_id: string;
  /** One flat object, as sent; empty when there are none. */
  attributes: Json;
}

/** The answer to GET /api/weir/spans: newest received first. */
export interface SpanListResponse {
  /** Those of the page; usually 50, at most 200. */
  data: SpanSummary[];
  /** For cursor; null at the end. A page may be short, or empty, and still have a next one. */
  next_cursor: string | null;
  /** How many spans were looked at for this page; null when nothing had to be searched. */
  scanned: number | null;
  /** How many of the newest stored spans were left out because their words are not indexed yet; null when no words were asked for by index. */
  unindexed: number | null;
  /** How many spans the project shows. */
  total: number;
}

/** One span as a row of its trace's tree. */
export interface SpanNode {
  /** 16 lowercase hex characters, unique in its trace. */
  span_id: string;
  /** As sent, also when the parent is not there; null for a root. */
  parent_id: string | null;
  /** 0 for a root and for a span whose parent is not there. */
  depth: number;
  /** Spans below this one, at all depths; they follow it in the list. */
  descendant_count: number;
  /** True when the parent it names is not in the trace (yet). */
  is_orphan: boolean;
  /** Name that the sender gave it, cut to 1,000 characters. */
  name: string;
  /** OpenInference kind in upper case; UNKNOWN when the span does not say. */
  kind: string;
  /** OK, ERROR or UNSET. */
  status: string;
  /** Why it failed, as the sender said, cut to 1,000 characters; empty when it did not. */
  status_message: string;
  /** Microseconds after the begin of the trace. */
  start_us: number;
  /** Microseconds. */
  duration_us: number;
  /** As the span names it; null: it does not say. */
  model: string | null;
  /** Who served the call, as the span says, in OpenInference's words; null: it does not say. */
  provider: string | null;
  /** Tokens of this span alone; null: it does not say. */
  prompt_tokens: number | null;
  /** Tokens of this span alone; null: it does not say. */
  completion_tokens: number | null;
  /** Tokens of this span alone: as said, else the sum of the other two; null: neither is there. */
  total_tokens: number | null;
  /** US dollars, of this span alone. */
  cost: number | null;
  /** Tokens of this span and all below it, each call counted once; null when none says any. */
  subtree_tokens: number | null;
  /** US dollars of this span and all below it, each call counted once; null when none says any. */
  subtree_cost: number | null;
  /** Spans with status ERROR among this one and all below it. */
  subtree_errors: number;
}

/** Everything that is kept of one span, and the parts of it that people read. */
export interface SpanRecord {
  /** 32 lowercase hex characters. */
  trace_id: string;
  /** 16 lowercase hex characters, unique in its trace. */
  span_id: string;
  /** 16 lowercase hex characters, as sent, also when the parent is not there; null for a root. */
  parent_id: string | null;
  /** Name of the project that the span is shown in. */
  project: string;
  /** Name that the sender gave it. */
  name: string;
  /** OpenInference kind in upper case; UNKNOWN when the span does not say. */
  kind: string;
  /** OpenTelemetry span kind: unspecified, internal, server, client, producer, consumer. */
  otel_kind: string;
  /** OK, ERROR or UNSET. */
  status: string;
  /** Why it failed, as the sender said; empty when it did not. */
  status_message: string;
  /** ISO 8601, UTC, nanoseconds, by the sender's clock. */
  start_time: string;
  /** ISO 8601, UTC, nanoseconds, by the sender's clock. */
  end_time: string;
  /** ISO 8601, UTC, microseconds, by the server's clock. */
  received_at: string;
  /** Microseconds. */
  duration_us: number;
  /** As the span names it; null: it does not say. */
  model: string | null;
  /** Who served the call, as the span says, in OpenInference's words; null: it does not say. */
  provider: string | null;
  /** Tokens; null: the span does not say. */
  prompt_tokens: number | null;
  /** Tokens; null: the span does not say. */
  completion_tokens: number | null;
  /** Tokens: as said, else the sum of the other two; null: neither is there. */
  total_tokens: number | null;
  /** US dollars. */
  cost: number | null;
  /** As sent; null: the span does not say. */
  session_id: string | null;
  /** As sent; null: the span does not say. */
  user_id: string | null;
  /** What people read of this span, in one form whoever sent it. */
  content: SpanContent;
  /** One flat object, as sent: {"llm.model_name":"a/b"}. */
  attributes: Json;
  /** In the order of their time. */
  events: SpanEventRecord[];
  /** As sent, in that order. */
  links: SpanLinkRecord[];
  /** One flat object: what the sender says of itself. */
  resource: Json;
  /** Name of the instrumentation that made the span; empty: it does not say. */
  scope_name: string;
  /** Version of that instrumentation; empty: it does not say. */
  scope_version: string;
  /** W3C tracestate, as sent; empty when there is none. */
  trace_state: string;
  /** Attributes that the sender dropped before sending. */
  dropped_attributes: number;
  /** Events that the sender dropped before sending. */
  dropped_events: number;
  /** Links that the sender dropped before sending. */
  dropped_links: number;
  /** Texts of attributes, events and resource that are shorter here than in the store. */
  cut_texts: CutText[];
}

/** One span as a list shows it. */
export interface SpanSummary {
  /** 32 lowercase hex characters. */
  trace_id: string;
  /** 16 lowercase hex characters. */
  span_id: string;
  /** 16 lowercase hex characters; null for a root. */
  parent_id: string | null;
  /** Name of the project that the span is shown in. */
  project: string;
  /** Name that the sender gave it, cut to 1,000 characters. */
  name: string;
  /** OpenInference kind in upper case; UNKNOWN when the span does not say. */
  kind: string;
  /** OK, ERROR or UNSET. */
  status: string;
  /** Why it failed, as the sender said; empty when it did not. */
  status_message: string;
  /** By the sender's clock: ISO 8601, UTC, microseconds. */
  start_time: string;
  /** By the server's clock: ISO 8601, UTC, microseconds. Lists are sorted by it. */
  received_at: string;
  /** Microseconds, by the sender's clock. */
  duration_us: number;
  /** As the span names it; null: it does not say. */
  model: string | null;
  /** Who served the call, as the span says, in OpenInference's words; null: it does not say. */
  provider: string | null;
  /** Tokens; null: the span does not say. */
  prompt_tokens: number | null;
  /** Tokens; null: the span does not say. */
  completion_tokens: number | null;
  /** Tokens: as said, else the sum of the other two; null: neither is there. */
  total_tokens: number | null;
  /** US dollars; null when nobody says a cost. */
  cost: number | null;
  /** As sent; null: the span does not say. */
  session_id: string | null;
  /** As sent; null: the span does not say. */
  user_id: string | null;
  /** The first characters of what went in: of a chat, the last message; at most 240. */
  input: string | null;
  /** The first characters of what came out, at most 240. */
  output: string | null;
}

/** An answer that says no more than that something was done. */
export interface SuccessRecord {
  /** Always true: what went wrong is answered with an error. */
  success: boolean;
}

/** Shares of the traffic by what was asked for. */
export interface TaskClassificationRecord {
  /** Last UTC day that counts, YYYY-MM-DD. */
  as_of: string;
  /** Days, as_of included; always 7. */
  window_days: number;
  /** Empty: nothing on this server says what a request was for. */
  classifications: TaskShareRecord[];
  /** Empty: nothing on this server says what a request was for. */
  macro_categories: MacroCategoryRecord[];
}

/** The share of one kind of task, each number from 0 to 1. */
export interface TaskShareRecord {
  /** Name of the task in the API. */
  tag: string;
  /** Name of the task for people. */
  display_name: string;
  /** The group of tasks it belongs to: key. */
  macro_category: string;
  /** Share of all requests. */
  usage_share: number;
  /** Share of all tokens. */
  token_share: number;
  /** Share of the requests of its group; those of one group add up to 1. */
  category_usage_share: number;
  /** Share of the tokens of its group; those of one group add up to 1. */
  category_token_share: number;
}

/** A text that may be cut. */
export interface TextValue {
  /** Its first part when it was cut, all of it otherwise; never empty. */
  text: string;
  /** The whole length in UTF-16 code units; more than text has when it was cut. */
  length: number;
  /** application/json, text/plain …; null when the sender does not say. */
  mime_type: string | null;
}

/** A call of a tool that a model asks for. */
export interface ToolCallRecord {
  /** For the tool's answer to name; null: the sender gave none. */
  id: string | null;
  /** Name of the tool; empty: the sender gave none. */
  name: string;
  /** The arguments as the model wrote them; JSON when it kept to the rules. */
  arguments: TextValue | null;
}

/** Which values of tool_choice an endpoint takes. */
export interface ToolChoiceSupport {
  /** Whether it takes none: no tool is called. */
  none: boolean;
  /** Whether it takes auto: the model decides. */
  auto: boolean;
  /** Whether it takes required: some tool is called. */
  required: boolean;
  /** Whether a function may be named. */
  function: boolean;
}

/** A tool that a model could call. */
export interface ToolRecord {
  /** As sent, else from the definition; null: neither says. */
  name: string | null;
  /** As sent, else from the definition; null: neither says. */
  description: string | null;
  /** The tool's definition as sent: an object, or a string when it was no JSON. */
  definition: Json;
}

/** Limits of a model's first endpoint. */
export interface TopProviderRecord {
  /** Whether the provider refuses content by its own rules before the model sees it. */
  is_moderated: boolean;
  /** Tokens of prompt and answer together. */
  context_length: number;
  /** The most tokens of an answer; null: the context is the only bound. */
  max_completion_tokens: number | null;
}

/** How often a model came in where; null: not known. */
export interface TournamentRecord {
  /** Tournaments that it won. */
  first_place: number | null;
  /** Tournaments in which it came second. */
  second_place: number | null;
  /** Tournaments in which it came third. */
  third_place: number | null;
  /** Tournaments in which it came fourth. */
  fourth_place: number | null;
  /** Tournaments that it took part in. */
  total: number | null;
}

/** The answer to GET /api/weir/traces: newest received first. */
export interface TraceListResponse {
  /** Those of the page; usually 50, at most 200. */
  data: TraceSummary[];
  /** For cursor; null at the end. A page may be short, or empty, and still have a next one. */
  next_cursor: string | null;
  /** How many traces were looked at for this page; null when nothing had to be searched. */
  scanned: number | null;
}

/** One whole trace: its sums and the tree of its spans, without their contents. */
export interface TraceRecord {
  /** The line that a list shows of it. */
  summary: TraceSummary;
  /** Every span once, parents before children, siblings by start time: depth and order make the tree. */
  spans: SpanNode[];
}

/** One trace as a list shows it: what its spans add up to. */
export interface TraceSummary {
  /** 32 lowercase hex characters. */
  trace_id: string;
  /** Name of the project that the trace is shown in. */
  project: string;
  /** Name of the entry span: the root, or the earliest span while the root has not arrived. */
  name: string;
  /** OpenInference kind of the entry span, in upper case; UNKNOWN when it does not say. */
  kind: string;
  /** OK, ERROR or UNSET: the outcome of the entry span. A failed attempt inside a call that worked is in error_count only. */
  status: string;
  /** Why the entry span failed; empty otherwise. */
  status_message: string;
  /** Begin of the earliest span by the sender's clock: ISO 8601, UTC, microseconds. */
  start_time: string;
  /** When the first span arrived, by the server's clock: ISO 8601, UTC, microseconds. Lists are sorted by it. */
  received_at: string;
  /** Microseconds from the begin of the earliest span to the end of the latest. */
  duration_us: number;
  /** Spans that have arrived so far. */
  span_count: number;
  /** Spans with status ERROR. */
  error_count: number;
  /** Model of the first call, as its span names it. */
  model: string | null;
  /** How many different models were called. */
  model_count: number;
  /** Who served the first call. */
  provider: string | null;
  /** Tokens of all calls; null: no span says any. */
  prompt_tokens: number | null;
  /** Tokens of all calls; null: no span says any. */
  completion_tokens: number | null;
  /** Tokens of all calls; null: no span says any. */
  total_tokens: number | null;
  /** US dollars; null when no span says a cost. */
  cost: number | null;
  /** That of the entry span, else of the earliest span that says one; null: none does. */
  session_id: string | null;
  /** That of the entry span, else of the earliest span that says one; null: none does. */
  user_id: string | null;
  /** The first characters of what went in: of a chat, the last message; at most 240. */
  input: string | null;
  /** The first characters of what came out, at most 240. */
  output: string | null;
  /** True when the trace has more spans than a list adds up; counts and sums are then lower bounds. */
  is_partial: boolean;
}

/** How many keys or members a call took from under a guardrail. */
export interface UnassignedCountResponse {
  /** Assignments that were there and are not any more; those that were not there do not count. */
  unassigned_count: number;
}

/** One page of users. */
export interface UserListResponse {
  /** Those of the page, users who are kept out included; usually 50, at most 100. */
  data: UserRecord[];
  /** Users of all pages. */
  total_count: number;
}

/** A user, as an administrator sees one. */
export interface UserRecord {
  /** user_ and 32 hex characters; never used again. */
  id: string;
  /** Mail address; no other user has it, however it is written. */
  email: string;
  /** Given name, at most 100 characters; null: not known. */
  first_name: string | null;
  /** Family name, at most 100 characters; null: not known. */
  last_name: string | null;
  /** org:admin or org:member. */
  role: string;
  /** Whether the user is kept out. */
  disabled: boolean;
  /** The identity provider by which the user signs in; null: none yet. */
  issuer: string | null;
  /** Where the user belongs, for whatever reason; each workspace once. */
  workspaces: UserWorkspaceRecord[];
  /** ISO 8601, UTC. */
  created_at: string;
  /** ISO 8601, UTC. */
  updated_at: string;
}

/** A workspace that a user belongs to. */
export interface UserWorkspaceRecord {
  /** UUID of the workspace; each is there once. */
  workspace_id: string;
  /** admin or member. */
  role: string;
  /** Why: added by hand, through a group, or as everybody of the organization. */
  source: string;
}

/** One page of workspaces. */
export interface WorkspaceListResponse {
  /** Those of the page; usually 50, at most 100. */
  data: WorkspaceRecord[];
  /** Workspaces of all pages. */
  total_count: number;
}

/** A workspace, as /workspaces shows it. */
export interface WorkspaceRecord {
  /** UUID; paths take the slug as well. */
  id: string;
  /** Lowercase letters, digits and single hyphens, at most 50; no other workspace has it. */
  slug: string;
  /** 1 to 100 characters; need not be unique. */
  name: string;
  /** At most 500 characters; null: none was given. */
  description: string | null;
  /** ISO 8601, UTC. */
  created_at: string;
  /** ISO 8601, UTC; null: not since it was made. */
  updated_at: string | null;
  /** Label of the key, or address of the user, that made it; null: it was there from the beginning. */
  created_by: string | null;
  /** UUID, that of the workspace; the guardrail can be read and written before anybody has set anything in it. */
  default_guardrail_id: string;
  /** Whether what is spent at providers with credentials of one's own counts under its budgets. */
  include_byok_in_budgets: boolean;
  /** Null: a request that names no model gets the one of the configuration. */
  default_text_model: string | null;
  /** Slug of the model of a request for images that names none; null: such a request must name one. */
  default_image_model: string | null;
  /** price, throughput, latency or exacto, for requests that say nothing; null: as the server is set. */
  default_provider_sort: string | null;
  /** Always false: to set it is refused with 501. */
  is_observability_broadcast_enabled: boolean;
  /** Whether prompts and answers are kept, to be read at GET /generation/content. */
  is_observability_io_logging_enabled: boolean;
  /** Always false: to set it is refused with 501. */
  is_data_discount_logging_enabled: boolean;
  /** Which share of the requests is kept: above 0, at most 1. Of a session all is kept or nothing. */
  io_logging_sampling_rate: number;
  /** Numbers of the keys whose requests are kept, as api_key_id of a key says them; null: all keys. */
  io_logging_api_key_ids: number[] | null;
}

/** An entry that was just written, and the account's balance with it. */
export interface WrittenEntryResponse {
  /** The entry as it is stored. */
  data: EntryRecord;
  /** US dollars; below zero when more was used than granted. */
  balance: number;
}
