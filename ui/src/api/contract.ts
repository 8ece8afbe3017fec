// Generated from the C# wire records; do not edit. To bring it up to date, run the unit tests with WEIR_APPROVE=1.

/** Any JSON. */
export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** The traffic of one endpoint on one UTC day. */
export interface ActivityRecord {
  /** YYYY-MM-DD. */
  date: string;
  model: string;
  model_permaslug: string;
  endpoint_id: string;
  provider_name: string;
  /** US dollars charged. */
  usage: number;
  /** US dollars that requests with credentials of one's own cost at the provider. */
  byok_usage_inference: number;
  requests: number;
  prompt_tokens: number;
  completion_tokens: number;
  reasoning_tokens: number;
  /** There when workspaces are summed apart. */
  workspace_id: string | null;
}

/** The users that a call added to a workspace; who was a member before is not among them. */
export interface AddedMembersResponse {
  data: MemberRecord[];
  added_count: number;
}

/** The model that an alias stands for. */
export interface AliasTargetRecord {
  slug: string;
  name: string;
}

/** What POST /analytics/query can be asked, as GET /analytics/meta tells it. */
export interface AnalyticsMetaRecord {
  metrics: AnalyticsMetricRecord[];
  dimensions: AnalyticsNameRecord[];
  operators: AnalyticsOperatorRecord[];
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
  data: AnthropicModelRecord[];
  /** Whether there are more in the direction that was asked for. */
  has_more: boolean;
  first_id: string | null;
  last_id: string | null;
}

/** A model as clients of the Anthropic API read it. */
export interface AnthropicModelRecord {
  /** Always model. */
  type: string;
  id: string;
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
  data: AppRankingRecord[];
  meta: DatasetMeta;
}

/** What a model takes and gives. */
export interface ArchitectureRecord {
  input_modalities: string[];
  output_modalities: string[];
  /** text+image->text. */
  modality: string;
  /** Model family. */
  tokenizer: string;
  instruct_type: string | null;
}

/** A model's place in one category of a Design Arena. */
export interface ArenaRecord {
  arena: string;
  category: string;
  elo: number;
  rank: number;
  /** Percent. */
  win_rate: number;
}

/** Indices of Artificial Analysis; null: not measured. */
export interface ArtificialAnalysisItem {
  intelligence_index: number | null;
  coding_index: number | null;
  agentic_index: number | null;
  model_permaslug: string;
  display_name: string;
  pricing: BenchmarkPricing;
}

/** Indices of Artificial Analysis; null: not measured. */
export interface ArtificialAnalysisRecord {
  intelligence_index: number | null;
  coding_index: number | null;
  agentic_index: number | null;
}

/** How many keys or members a call put under a guardrail. */
export interface AssignedCountResponse {
  assigned_count: number;
}

/** An administrative change that somebody asked for. */
export interface AuditRecord {
  id: number;
  /** ISO 8601, UTC. */
  created_at: string;
  /** Label of the key that asked. */
  actor: string;
  method: string;
  path: string;
  /** What it was answered with; null: that could not be noted. */
  status: number | null;
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
  model_permaslug: string;
  display_name: string;
  pricing: BenchmarkPricing;
}

/** What a list of scores is about. */
export interface BenchmarkListMeta {
  /** ISO 8601, UTC. */
  as_of: string;
  version: string;
  /** The source that was asked for; null: all. */
  source: string | null;
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
  data: BenchmarkItem[];
  meta: BenchmarkListMeta;
}

/** What a model costs beside its scores: US dollars a token, decimal texts. */
export interface BenchmarkPricing {
  prompt: string;
  completion: string;
}

/** Published scores of a model. */
export interface BenchmarksRecord {
  artificial_analysis: ArtificialAnalysisRecord | null;
  design_arena: ArenaRecord[];
}

/** The budgets of a workspace, and what counts under them. */
export interface BudgetListResponse {
  data: BudgetRecord[];
  include_byok_in_budgets: boolean;
}

/** What a workspace may spend in one window. */
export interface BudgetRecord {
  id: string;
  workspace_id: string;
  /** US dollars. */
  limit_usd: number;
  /** daily, weekly, monthly; null: in all. */
  reset_interval: string | null;
  /** ISO 8601, UTC. */
  created_at: string;
  updated_at: string;
}

/** One budget, and what counts under all budgets of its workspace. */
export interface BudgetResponse {
  data: BudgetRecord;
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
  model: string;
  requests: number;
  prompt_tokens: number;
  completion_tokens: number;
  /** US dollars, refunds not taken off. */
  cost: number;
}

/** The answer to POST /keys: the one time that a key's text is shown. */
export interface CreatedKeyResponse {
  data: KeyRecord;
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
  is_free_tier: boolean;
  is_management_key: boolean;
  /** Older name of is_management_key; always equal to it. */
  is_provisioning_key: boolean;
  /** Null: a workspace belongs to no organization here. */
  organization_id: string | null;
  workspace_id: string;
  /** Where prompts may be processed: there is one server, which serves the whole world. */
  allowed_data_regions: string[];
  free_model_daily_requests: FreeModelQuota;
  rate_limit: LegacyRateLimit;
  label: string;
  limit: number | null;
  limit_remaining: number | null;
  /** daily, weekly, monthly or null. */
  limit_reset: string | null;
  include_byok_in_limit: boolean;
  usage: number;
  usage_daily: number;
  usage_weekly: number;
  usage_monthly: number;
  byok_usage: number;
  byok_usage_daily: number;
  byok_usage_weekly: number;
  byok_usage_monthly: number;
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
  version: string;
}

/** The answer to a deletion: {"deleted": true}. */
export interface DeletedResponse {
  deleted: boolean;
}

/** The way of one notice through one channel. */
export interface DeliveryRecord {
  notice: NoticeRecord;
  /** webhook or mail. */
  channel: string;
  /** waiting, delivered or given_up. */
  state: string;
  attempts: number;
  /** Why the last try failed. */
  problem: string | null;
}

/** A place in one category of a Design Arena. */
export interface DesignArenaItem {
  arena: string;
  category: string;
  elo: number;
  /** Percent. */
  win_rate: number;
  /** Milliseconds; null: not known. */
  avg_generation_time_ms: number | null;
  tournament_stats: TournamentRecord;
  model_permaslug: string;
  display_name: string;
  pricing: BenchmarkPricing;
}

/** A document that a span retrieved, ranked or embedded. */
export interface DocumentRecord {
  /** retrieved, input (given to a reranker), output (ranked) or embedded. */
  part: string;
  id: string | null;
  score: number | null;
  text: TextValue | null;
  metadata: Json;
}

/** How one endpoint has done of late. What was not measured is null. */
export interface EndpointHealthRecord {
  model: string;
  provider_name: string;
  tag: string;
  /** 0 normal, -1 asked later than others, -2 asked last. */
  status: number;
  /** Whether it is asked only now and then, because it failed. */
  is_circuit_open: boolean;
  failures_in_a_row: number;
  /** How long the provider still wants no calls. */
  retry_after_seconds: number | null;
  requests_last_30m: number;
  /** Percent. */
  uptime_last_5m: number | null;
  uptime_last_30m: number | null;
  uptime_last_1d: number | null;
  latency_last_30m: PercentileRecord | null;
  latency_last_1d: PercentileRecord | null;
  throughput_last_30m: PercentileRecord | null;
  throughput_last_1d: PercentileRecord | null;
  /** Percent of the answers with tool calls whose calls could all be carried out; null for fewer than 200. */
  tool_success_last_2h: number | null;
}

/** One endpoint of a model. Statistics are null until there is enough traffic to say something. */
export interface EndpointRecord {
  /** Provider | model. */
  name: string;
  model_id: string;
  model_name: string;
  context_length: number;
  pricing: PricingRecord;
  provider_name: string;
  tag: string;
  quantization: string | null;
  max_completion_tokens: number | null;
  max_prompt_tokens: number | null;
  supported_parameters: string[];
  supports_tool_choice: ToolChoiceSupport;
  /** 0 is normal. */
  status: number;
  uptime_last_5m: number | null;
  uptime_last_30m: number | null;
  uptime_last_1d: number | null;
  latency_last_30m: PercentileRecord | null;
  throughput_last_30m: PercentileRecord | null;
  /** Whether the provider caches prompts without being asked. */
  supports_implicit_caching: boolean;
  supports_voice_cloning: boolean;
}

/** One movement of money in the ledger. */
export interface EntryRecord {
  id: number;
  /** grant, charge or refund. */
  kind: string;
  /** US dollars; below zero for a charge. */
  amount: number;
  workspace_id: string;
  /** What was charged or given back; null for a grant. */
  generation_id: string | null;
  /** Who did it: the hash of the key that called, the label of the key that managed, or command line. */
  actor: string;
  note: string | null;
  /** ISO 8601, UTC. */
  created_at: string;
}

/** The key that an authorization code was exchanged for: the one time that its text is shown. */
export interface ExchangedKeyResponse {
  key: string;
  user_id: string | null;
}

/** A problem that somebody reported with a generation. */
export interface FeedbackRecord {
  generation_id: string;
  category: string;
  comment: string | null;
  /** Label of the key that reported it. */
  actor: string;
  /** ISO 8601, UTC. */
  created_at: string;
}

/** How often free models may be called on one day. Clients require numbers: without a limit they are the largest there are. */
export interface FreeModelQuota {
  limit: number;
  remaining: number;
  /** What counts against the limit; nothing does where there is none. */
  used: number;
}

/** One exchange as GET /generation shows it. Every member is present, null where there is nothing to say. */
export interface GenerationRecord {
  id: string;
  api_type: string | null;
  /** The number of the key that made the request, as /keys shows it; beyond the original. */
  api_key_id: number;
  /** The number of the app that the request named; null when it named none. */
  app_id: number | null;
  /** US dollars that the provider's prompt cache took off; below zero where writing to it cost more. Null where none was used. */
  cache_discount: number | null;
  cancelled: boolean;
  /** ISO 8601, UTC. */
  created_at: string;
  data_region: string;
  external_user: string | null;
  finish_reason: string | null;
  native_finish_reason: string | null;
  /** Milliseconds from the first event to the end. */
  generation_time: number | null;
  /** Milliseconds to the first event. */
  latency: number | null;
  moderation_latency: number | null;
  http_referer: string | null;
  origin: string;
  user_agent: string | null;
  is_byok: boolean;
  model: string;
  provider_name: string | null;
  provider_responses: Json;
  /** The router that chose the model; null when the request named one. */
  router: string | null;
  preset_id: string | null;
  streamed: boolean;
  /** The service tier that the provider says it answered on; null when it does not say. */
  service_tier: string | null;
  tokens_prompt: number | null;
  tokens_completion: number | null;
  native_tokens_prompt: number | null;
  native_tokens_completion: number | null;
  native_tokens_reasoning: number | null;
  native_tokens_cached: number | null;
  native_tokens_completion_images: number | null;
  num_media_prompt: number | null;
  num_media_completion: number | null;
  num_input_audio_prompt: number | null;
  num_search_results: number | null;
  num_fetches: number | null;
  /** US dollars charged. */
  usage: number;
  /** US dollars charged; equal to usage. */
  total_cost: number;
  /** US dollars that providers bill to the owners of the credentials that were used, by this server's prices; null when none was. */
  upstream_inference_cost: number | null;
  upstream_id: string | null;
  /** Id of the generation whose answer the response cache gave again; null for an answer of its own. */
  response_cache_source_id: string | null;
  web_search_engine: string | null;
  workspace_id: string;
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
  id: string;
  /** 32 hex characters. */
  trace_id: string;
  /** 16 hex characters: the gateway's span. */
  span_id: string;
  /** ISO 8601, UTC. */
  created_at: string;
  requested_model: string;
  model: string;
  /** Who answered; null: nobody. */
  provider_name: string | null;
  /** HTTP status of the outcome. */
  status: number;
  /** Wire name of the error; null for success. */
  error_type: string | null;
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
  data: GuardrailRecord[];
  total_count: number;
}

/** A guardrail, as /guardrails shows it; what is null says nothing. */
export interface GuardrailRecord {
  id: string;
  name: string;
  description: string | null;
  workspace_id: string;
  /** US dollars; for each key and each member by itself. */
  limit_usd: number | null;
  /** daily, weekly, monthly; null: in all. */
  reset_interval: string | null;
  include_byok_in_budgets: boolean;
  /** Canonical slugs. */
  allowed_models: string[] | null;
  ignored_models: string[] | null;
  allowed_providers: string[] | null;
  ignored_providers: string[] | null;
  /** What all groups say alike; the older form. */
  enforce_zdr: boolean | null;
  enforce_zdr_anthropic: boolean | null;
  enforce_zdr_openai: boolean | null;
  enforce_zdr_google: boolean | null;
  enforce_zdr_xai: boolean | null;
  enforce_zdr_other: boolean | null;
  enable_free_model_publication: boolean | null;
  enable_free_model_training: boolean | null;
  enable_paid_model_training: boolean | null;
  content_filters: ContentFilterRecord[] | null;
  content_filter_builtins: BuiltinFilterRecord[] | null;
  /** ISO 8601, UTC. */
  created_at: string;
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
  provider_name: string;
  provider_slug: string;
  provider_tag: string | null;
  supported_parameters: { [name: string]: CapabilityRecord };
  /** Parameters of the provider's own API that pass through. */
  allowed_passthrough_parameters: string[];
  supports_streaming: boolean;
  pricing: ImagePriceRecord[];
}

/** A model that makes images, with its endpoints. */
export interface ImageEndpointsResponse {
  id: string;
  endpoints: ImageEndpointRecord[];
}

/** A model that makes images, as GET /images/models lists it. */
export interface ImageModelRecord {
  id: string;
  name: string;
  description: string;
  /** Unix seconds. */
  created: number;
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
  data: KeyAssignmentRecord[];
  total_count: number;
}

/** That a guardrail is in force for a key. */
export interface KeyAssignmentRecord {
  id: string;
  key_hash: string;
  guardrail_id: string;
  key_name: string;
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
  name: string;
  disabled: boolean;
  created_at: string;
  updated_at: string | null;
  workspace_id: string;
  /** Null: keys are not made for users of partners. */
  external_user: string | null;
  label: string;
  limit: number | null;
  limit_remaining: number | null;
  /** daily, weekly, monthly or null. */
  limit_reset: string | null;
  include_byok_in_limit: boolean;
  usage: number;
  usage_daily: number;
  usage_weekly: number;
  usage_monthly: number;
  byok_usage: number;
  byok_usage_daily: number;
  byok_usage_weekly: number;
  byok_usage_monthly: number;
  creator_user_id: string | null;
  /** ISO 8601, UTC; null: never. */
  expires_at: string | null;
}

/** A rate limit object that clients still require and that says nothing. */
export interface LegacyRateLimit {
  requests: number;
  interval: string;
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
  key: string;
  label: string;
  usage_share: number;
  token_share: number;
}

/** One page of the members who have a guardrail. */
export interface MemberAssignmentListResponse {
  data: MemberAssignmentRecord[];
  total_count: number;
}

/** That a guardrail is in force for the keys of a member. */
export interface MemberAssignmentRecord {
  id: string;
  user_id: string;
  organization_id: string;
  guardrail_id: string;
  /** Label of the key that assigned it. */
  assigned_by: string | null;
  /** ISO 8601, UTC. */
  created_at: string;
}

/** One page of the members of a workspace. */
export interface MemberListResponse {
  data: MemberRecord[];
  total_count: number;
}

/** A user who belongs to a workspace. */
export interface MemberRecord {
  id: string;
  workspace_id: string;
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
  name: string | null;
  /** Of a tool's answer: the call it answers. */
  tool_call_id: string | null;
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
  prompt_tokens: number;
  completion_tokens: number;
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
  count: number;
}

/** A model with its endpoints, as GET /models/{author}/{slug}/endpoints shows it. */
export interface ModelEndpointsRecord {
  id: string;
  name: string;
  created: number;
  description: string;
  architecture: ArchitectureRecord;
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
  data: ModelRecord[];
  total_count: number;
  links: PageLinks;
}

/** What a model takes, at one provider or at any. */
export interface ModelParametersRecord {
  /** Its slug. */
  model: string;
  supported_parameters: string[];
}

/** A model as the lists of models show it. */
export interface ModelRecord {
  id: string;
  /** Always model: OpenAI clients expect it. */
  object: string;
  /** The permanent slug. */
  canonical_slug: string;
  name: string;
  /** Unix seconds. */
  created: number;
  description: string;
  hugging_face_id: string | null;
  /** Year-month-day. */
  knowledge_cutoff: string | null;
  /** Year-month-day; null: no end is known. */
  expiration_date: string | null;
  /** Tokens. */
  context_length: number;
  architecture: ArchitectureRecord;
  pricing: PricingRecord;
  top_provider: TopProviderRecord;
  /** Always null: there are none. */
  per_request_limits: null;
  /** What at least one endpoint takes. */
  supported_parameters: string[];
  /** Null: none are known. */
  default_parameters: SamplingDefaultsRecord | null;
  /** Null: the model does not speak. */
  supported_voices: string[] | null;
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
  data: OrganizationMemberRecord[];
  total_count: number;
}

/** A user of the installation, as the API shows its members. */
export interface OrganizationMemberRecord {
  id: string;
  email: string;
  first_name: string | null;
  last_name: string | null;
  /** org:admin or org:member. */
  role: string;
}

/** Where the next page is; null on the last. */
export interface PageLinks {
  next: string | null;
}

/** Percentiles of what was measured: latency in milliseconds, throughput in tokens a second. */
export interface PercentileRecord {
  p50: number;
  p75: number;
  p90: number;
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
  /** A prompt token. */
  prompt: string | null;
  /** A completion token. */
  completion: string | null;
  /** A token of audio in the prompt. */
  audio: string | null;
  /** A token of audio read from a cache. */
  input_audio_cache: string | null;
  /** A prompt token read from a cache. */
  input_cache_read: string | null;
  /** A prompt token written to a cache. */
  input_cache_write: string | null;
  /** A prompt token written to a cache for an hour. */
  input_cache_write_1h: string | null;
}

/** Prices as decimal strings, US dollars a unit; absent ones do not apply. */
export interface PricingRecord {
  /** A prompt token. */
  prompt: string;
  /** A completion token. */
  completion: string;
  /** A request. */
  request: string | null;
  /** An image in the prompt. */
  image: string | null;
  /** A token of an image. */
  image_token: string | null;
  /** An image in the answer. */
  image_output: string | null;
  /** A token of audio in the prompt. */
  audio: string | null;
  /** A token of audio in the answer. */
  audio_output: string | null;
  /** A token of audio read from a cache. */
  input_audio_cache: string | null;
  /** A web search. */
  web_search: string | null;
  /** A reasoning token. */
  internal_reasoning: string | null;
  /** A prompt token read from a cache. */
  input_cache_read: string | null;
  /** A prompt token written to a cache. */
  input_cache_write: string | null;
  /** A prompt token written to a cache for an hour. */
  input_cache_write_1h: string | null;
  /** A second of audio or video. */
  second: string | null;
  /** A character of text to speak. */
  character: string | null;
  /** A search over documents. */
  search: string | null;
  /** Other prices for long prompts, in order; absent when there are none. */
  overrides: PricingOverrideRecord[] | null;
}

/** The answer to GET /v1/projects: oldest first. */
export interface ProjectListResponse {
  data: ProjectRecord[];
  /** For cursor; null at the end. */
  next_cursor: string | null;
}

/** A project as Phoenix's REST API shows it. */
export interface ProjectRecord {
  /** Opaque. */
  id: string;
  name: string;
  description: string | null;
}

/** What the operator declares that a provider does with prompts. */
export interface ProviderDataPolicyRecord {
  /** Whether it trains models with them. */
  training: boolean;
  retains_prompts: boolean;
  /** Days; 0: none, or not known. */
  retention_days: number;
  /** Whether it promises to retain nothing. */
  zdr: boolean;
}

/** One page of provider credentials. */
export interface ProviderKeyListResponse {
  data: ProviderKeyRecord[];
  total_count: number;
}

/** A provider credential of the operator's own, as /byok shows it; never its text. */
export interface ProviderKeyRecord {
  id: string;
  provider: string;
  /** The ends of the credential. */
  label: string;
  name: string | null;
  /** Null: every workspace. */
  workspace_id: string | null;
  disabled: boolean;
  is_fallback: boolean;
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
  name: string;
  slug: string;
  privacy_policy_url: string | null;
  terms_of_service_url: string | null;
  status_page_url: string | null;
  /** ISO 3166 alpha-2; absent: not known. */
  headquarters: string | null;
  /** ISO 3166 alpha-2; absent: not known. */
  datacenters: string[] | null;
}

/** A provider of the catalogue: whether it is switched on, and how its endpoints have done of late. */
export interface ProviderStatusRecord {
  slug: string;
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
  models: number;
  endpoints: number;
  /** Endpoints that are asked only now and then, because they failed. */
  open_circuits: number;
  /** Requests of all its endpoints. */
  requests_last_30m: number;
  /** Percent of the requests of its endpoints that went well, each weighed by its requests; null: there were none. */
  uptime_last_30m: number | null;
  /** Percentiles of its busiest endpoint: those of several cannot be added up. */
  latency_last_30m: PercentileRecord | null;
  throughput_last_30m: PercentileRecord | null;
  privacy_policy_url: string | null;
  terms_of_service_url: string | null;
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
  data: RankingRecord[];
  meta: DatasetMeta;
}

/** How a model's reasoning can be set. */
export interface ReasoningRecord {
  mandatory: boolean;
  /** A list, the highest first; null: every effort; absent: an effort cannot be asked for. */
  supported_efforts: Json;
  default_effort: string | null;
  default_enabled: boolean | null;
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
  removed_count: number;
}

/** One call of one endpoint, or an endpoint that was passed over. */
export interface RouteAttemptRecord {
  /** From 1. */
  position: number;
  provider_name: string | null;
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
  model: string;
  provider_name: string;
  tag: string;
  /** For people. */
  reason: string;
  pricing: PricingRecord;
  /** US dollars: the most that the request can cost here. */
  cost_bound: number;
  /** Tokens. */
  context_length: number;
  quantization: string | null;
  /** Whether it would be asked with a credential of somebody's own. */
  is_byok: boolean;
  /** What routing knows of how it does; null: nothing yet. */
  health: EndpointHealthRecord | null;
}

/** An endpoint that would not be asked, and the first reason that holds for it. */
export interface RouteLeftOutRecord {
  model: string;
  provider_name: string;
  tag: string;
  /** The request's member, or the rule, that keeps it out. */
  field: string;
  /** What that asks, and how to ask for less; for people. */
  detail: string;
}

/** An endpoint of a plan that is kept. */
export interface RoutePlanCandidateRecord {
  provider_name: string;
  tag: string;
  model: string;
  /** Why it stood where it stood, for people. */
  reason: string;
  /** US dollars a prompt token, then; decimal text. */
  prompt: string;
  /** US dollars a completion token, then; decimal text. */
  completion: string;
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
  temperature: number | null;
  top_p: number | null;
  top_k: number | null;
  frequency_penalty: number | null;
  presence_penalty: number | null;
  repetition_penalty: number | null;
}

/** One page of groups. */
export interface ScimGroupListResponse {
  data: ScimGroupRecord[];
  total_count: number;
}

/** One page of mappings. */
export interface ScimGroupMappingListResponse {
  data: ScimGroupMappingRecord[];
  total_count: number;
}

/** What a group gives its users in a workspace. */
export interface ScimGroupMappingRecord {
  id: string;
  organization_id: string;
  scim_group_id: string;
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
  id: string;
  organization_id: string;
  /** Its name or id there. */
  external_id: string | null;
  display_name: string;
  /** ISO 8601, UTC. */
  created_at: string;
  /** ISO 8601, UTC. */
  updated_at: string;
}

/** What this server is and has, as GET /api/weir/status tells anybody with a key. */
export interface ServerStatus {
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
  data: SessionCostRecord[];
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
  trace_id: string;
  span_id: string;
  attributes: Json;
}

/** The answer to GET /api/weir/spans: newest received first. */
export interface SpanListResponse {
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
  name: string;
  /** OpenInference kind in upper case; UNKNOWN when the span does not say. */
  kind: string;
  /** OK, ERROR or UNSET. */
  status: string;
  status_message: string;
  /** Microseconds after the begin of the trace. */
  start_us: number;
  /** Microseconds. */
  duration_us: number;
  model: string | null;
  provider: string | null;
  prompt_tokens: number | null;
  completion_tokens: number | null;
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
  trace_id: string;
  span_id: string;
  parent_id: string | null;
  project: string;
  name: string;
  /** OpenInference kind in upper case; UNKNOWN when the span does not say. */
  kind: string;
  /** OpenTelemetry span kind: unspecified, internal, server, client, producer, consumer. */
  otel_kind: string;
  /** OK, ERROR or UNSET. */
  status: string;
  status_message: string;
  /** ISO 8601, UTC, nanoseconds, by the sender's clock. */
  start_time: string;
  /** ISO 8601, UTC, nanoseconds, by the sender's clock. */
  end_time: string;
  /** ISO 8601, UTC, microseconds, by the server's clock. */
  received_at: string;
  /** Microseconds. */
  duration_us: number;
  model: string | null;
  provider: string | null;
  prompt_tokens: number | null;
  completion_tokens: number | null;
  total_tokens: number | null;
  /** US dollars. */
  cost: number | null;
  session_id: string | null;
  user_id: string | null;
  /** What people read of this span, in one form whoever sent it. */
  content: SpanContent;
  /** One flat object, as sent: {"llm.model_name":"a/b"}. */
  attributes: Json;
  /** In the order of their time. */
  events: SpanEventRecord[];
  links: SpanLinkRecord[];
  /** One flat object: what the sender says of itself. */
  resource: Json;
  scope_name: string;
  scope_version: string;
  trace_state: string;
  /** Attributes that the sender dropped before sending. */
  dropped_attributes: number;
  dropped_events: number;
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
  duration_us: number;
  model: string | null;
  provider: string | null;
  prompt_tokens: number | null;
  completion_tokens: number | null;
  total_tokens: number | null;
  /** US dollars; null when nobody says a cost. */
  cost: number | null;
  session_id: string | null;
  user_id: string | null;
  /** The first characters of what went in: of a chat, the last message; at most 240. */
  input: string | null;
  /** The first characters of what came out, at most 240. */
  output: string | null;
}

/** An answer that says no more than that something was done. */
export interface SuccessRecord {
  success: boolean;
}

/** Shares of the traffic by what was asked for. */
export interface TaskClassificationRecord {
  /** Last UTC day that counts, YYYY-MM-DD. */
  as_of: string;
  window_days: number;
  /** Empty: nothing on this server says what a request was for. */
  classifications: TaskShareRecord[];
  macro_categories: MacroCategoryRecord[];
}

/** The share of one kind of task, each number from 0 to 1. */
export interface TaskShareRecord {
  tag: string;
  display_name: string;
  macro_category: string;
  usage_share: number;
  token_share: number;
  category_usage_share: number;
  category_token_share: number;
}

/** A text that may be cut. */
export interface TextValue {
  text: string;
  /** The whole length in UTF-16 code units; more than text has when it was cut. */
  length: number;
  /** application/json, text/plain …; null when the sender does not say. */
  mime_type: string | null;
}

/** A call of a tool that a model asks for. */
export interface ToolCallRecord {
  id: string | null;
  name: string;
  /** The arguments as the model wrote them; JSON when it kept to the rules. */
  arguments: TextValue | null;
}

/** Which values of tool_choice an endpoint takes. */
export interface ToolChoiceSupport {
  none: boolean;
  auto: boolean;
  required: boolean;
  /** Whether a function may be named. */
  function: boolean;
}

/** A tool that a model could call. */
export interface ToolRecord {
  name: string | null;
  description: string | null;
  /** The tool's definition as sent: an object, or a string when it was no JSON. */
  definition: Json;
}

/** Limits of a model's first endpoint. */
export interface TopProviderRecord {
  is_moderated: boolean;
  context_length: number;
  max_completion_tokens: number | null;
}

/** How often a model came in where; null: not known. */
export interface TournamentRecord {
  first_place: number | null;
  second_place: number | null;
  third_place: number | null;
  fourth_place: number | null;
  total: number | null;
}

/** The answer to GET /api/weir/traces: newest received first. */
export interface TraceListResponse {
  data: TraceSummary[];
  /** For cursor; null at the end. A page may be short, or empty, and still have a next one. */
  next_cursor: string | null;
  /** How many traces were looked at for this page; null when nothing had to be searched. */
  scanned: number | null;
}

/** One whole trace: its sums and the tree of its spans, without their contents. */
export interface TraceRecord {
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
  span_count: number;
  /** Spans with status ERROR. */
  error_count: number;
  /** Model of the first call, as its span names it. */
  model: string | null;
  /** How many different models were called. */
  model_count: number;
  /** Who served the first call. */
  provider: string | null;
  prompt_tokens: number | null;
  completion_tokens: number | null;
  total_tokens: number | null;
  /** US dollars; null when no span says a cost. */
  cost: number | null;
  session_id: string | null;
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
  unassigned_count: number;
}

/** One page of users. */
export interface UserListResponse {
  data: UserRecord[];
  total_count: number;
}

/** A user, as an administrator sees one. */
export interface UserRecord {
  id: string;
  email: string;
  first_name: string | null;
  last_name: string | null;
  /** org:admin or org:member. */
  role: string;
  /** Whether the user is kept out. */
  disabled: boolean;
  /** The identity provider by which the user signs in; null: none yet. */
  issuer: string | null;
  workspaces: UserWorkspaceRecord[];
  /** ISO 8601, UTC. */
  created_at: string;
  /** ISO 8601, UTC. */
  updated_at: string;
}

/** A workspace that a user belongs to. */
export interface UserWorkspaceRecord {
  workspace_id: string;
  /** admin or member. */
  role: string;
  /** Why: added by hand, through a group, or as everybody of the organization. */
  source: string;
}

/** One page of workspaces. */
export interface WorkspaceListResponse {
  data: WorkspaceRecord[];
  total_count: number;
}

/** A workspace, as /workspaces shows it. */
export interface WorkspaceRecord {
  id: string;
  slug: string;
  name: string;
  description: string | null;
  /** ISO 8601, UTC. */
  created_at: string;
  updated_at: string | null;
  created_by: string | null;
  default_guardrail_id: string;
  include_byok_in_budgets: boolean;
  /** Null: a request that names no model gets the one of the configuration. */
  default_text_model: string | null;
  default_image_model: string | null;
  default_provider_sort: string | null;
  is_observability_broadcast_enabled: boolean;
  is_observability_io_logging_enabled: boolean;
  is_data_discount_logging_enabled: boolean;
  io_logging_sampling_rate: number;
  io_logging_api_key_ids: number[] | null;
}

/** An entry that was just written, and the account's balance with it. */
export interface WrittenEntryResponse {
  data: EntryRecord;
  balance: number;
}
