using System.Collections.Frozen;
using System.Collections.Immutable;
using static Weir.Providers.OpenAiCompatible.ValueQuirks;

namespace Weir.Providers.OpenAiCompatible;

/// <summary>How providers of the OpenAI dialect differ from it, a row each, as their own documentation says.</summary>
internal static class QuirkTable
{
    private static readonly FrozenSet<string> SamplingOfOpenModels = Set("top_k", "min_p", "top_a", "repetition_penalty");
    private static readonly FrozenSet<string> OpenAiRefuses = Set(SamplingOfOpenModels, "cache_control");
    private static readonly FrozenSet<string> OpenAiReasoningRefuses = Set(OpenAiRefuses, "stop", "logit_bias", "frequency_penalty", "presence_penalty", "prediction");
    private static readonly FrozenSet<string> OpenAiSampling = Set("temperature", "top_p", "logprobs", "top_logprobs");
    private static readonly FrozenSet<string> AnswerMembers = Set("reasoning", "reasoning_content", "reasoning_details", "images", "annotations", "model", "cache_control");
    private static readonly FrozenSet<string> XaiRefuses = Set(SamplingOfOpenModels, "logit_bias", "prediction", "verbosity", "cache_control");
    private static readonly FrozenSet<string> GroqRefuses = Set(
        SamplingOfOpenModels,
        "logprobs", "top_logprobs", "logit_bias", "prediction", "verbosity", "web_search_options", "cache_control");

    private static readonly MessageQuirks System = new() { InstructionRole = "system" };
    private static readonly MessageQuirks Strict = System with { Refused = AnswerMembers };
    private static readonly MessageQuirks Thinking = System with { ReasoningMember = "reasoning_content" };
    private static readonly MessageQuirks GroqMessages = Strict with { NameInText = true };

    private static readonly RequestQuirks OpenAiRequest = new()
    {
        Refused = Set(OpenAiRefuses, "verbosity"),
        Reasoning = ReasoningStyle.Unsaid,
        UserMember = "safety_identifier",
        Messages = new MessageQuirks { Refused = AnswerMembers },
    };

    private static readonly RequestQuirks OpenAiReasoning = OpenAiRequest with
    {
        Refused = Set(OpenAiReasoningRefuses, [.. OpenAiSampling, "verbosity"]),
        LimitMember = "max_completion_tokens",
        Reasoning = ReasoningStyle.Effort,
        Messages = OpenAiRequest.Messages! with { InstructionRole = "developer" },
    };

    private static readonly RequestQuirks Gpt5 = OpenAiReasoning with
    {
        Refused = Set(OpenAiReasoningRefuses, [.. OpenAiSampling]),
        Efforts = ["minimal", "low", "medium", "high"],
        Values = Values(("verbosity", VerbosityUpToHigh)),
    };

    // Without reasoning, which is their default, these take sampling parameters.
    private static readonly RequestQuirks Gpt51 = Gpt5 with
    {
        Refused = OpenAiReasoningRefuses,
        RefusedWhileReasoning = OpenAiSampling,
        Efforts = ["none", "low", "medium", "high"],
    };

    private static readonly RequestQuirks Gpt52 = Gpt51 with { Efforts = ["none", "low", "medium", "high", "xhigh"] };

    private static readonly ImmutableArray<ModelQuirks> OpenAiModels =
    [
        new(["gpt-5-chat", "gpt-5.1-chat", "gpt-5.2-chat", "gpt-5.3-chat"], OpenAiRequest with { LimitMember = "max_completion_tokens" }),
        new(["gpt-5-pro", "gpt-5.1-codex-max"], Gpt5 with { Efforts = ["medium", "high", "xhigh"] }),
        new(["gpt-5.1"], Gpt51),
        new(["gpt-5.", "gpt-6"], Gpt52),
        new(["gpt-5", "gpt-oss"], Gpt5),
        new(["o1", "o3", "o4", "codex"], OpenAiReasoning),
    ];

    private static readonly RequestQuirks Xai = new() { Refused = XaiRefuses, Reasoning = ReasoningStyle.Unsaid, Messages = System with { Refused = AnswerMembers } };
    private static readonly RequestQuirks XaiReasoning = Xai with
    {
        Refused = Set(XaiRefuses, "presence_penalty", "frequency_penalty", "stop"),
        LimitMember = "max_completion_tokens",
    };

    private static readonly RequestQuirks Groq = new() { Refused = Set(GroqRefuses, "n"), Reasoning = ReasoningStyle.Unsaid, Messages = GroqMessages };

    /// <summary>OpenAI itself.</summary>
    public static readonly ProviderQuirks OpenAi = new() { Slug = "openai", Host = "api.openai.com", Request = OpenAiRequest, Models = OpenAiModels };

    private static readonly ProviderQuirks[] Rows =
    [
        OpenAi,
        new()
        {
            Slug = "deepseek",
            Host = "api.deepseek.com",
            Request = new()
            {
                Refused = Set(SamplingOfOpenModels, "seed", "logit_bias", "prediction", "verbosity", "web_search_options", "parallel_tool_calls", "cache_control"),
                LimitMember = "max_tokens",
                Reasoning = ReasoningStyle.Thinking,
                Efforts = ["high", "max"],
                Values = Values(("response_format", SchemaAsJsonMode)),
                Prefill = PrefillMark.BetaPrefix,
                Messages = Thinking,
            },
        },
        new()
        {
            Slug = "mistral",
            Host = "api.mistral.ai",
            Request = Mistral(ReasoningStyle.Effort),
            Models = [new(["magistral"], Mistral(ReasoningStyle.Unsaid))],
            Answer = AnswerQuirks.ContentParts,
        },
        new()
        {
            Slug = "groq",
            Host = "api.groq.com",
            Request = Groq,
            Models =
            [
                new(["openai/gpt-oss"], Groq with { Reasoning = ReasoningStyle.EffortAndInclude }),
                new(["qwen/"], Groq with { Reasoning = ReasoningStyle.ParsedFormat, Efforts = ["none", "default"] }),
                new(["deepseek-r1"], Groq with { Reasoning = ReasoningStyle.ParsedFormat, Efforts = [] }),
            ],
            Answer = AnswerQuirks.VendorUsage,
        },
        new()
        {
            Slug = "together",
            Host = "api.together.xyz",
            Request = new() { Refused = Set("top_a", "prediction", "verbosity", "cache_control"), Messages = Thinking },
            Answer = AnswerQuirks.ThinkTags,
        },
        new()
        {
            Slug = "fireworks",
            Host = "api.fireworks.ai",
            Request = new()
            {
                Refused = Set("top_a", "verbosity", "cache_control"),
                Reasoning = ReasoningStyle.Effort,
                Efforts = ["none", "low", "medium", "high"],
                Messages = Thinking,
            },
            Answer = AnswerQuirks.ThinkTags,
        },
        new()
        {
            Slug = "xai",
            Host = "api.x.ai",
            Request = Xai,
            Models =
            [
                new(["grok-3-mini"], XaiReasoning with { Reasoning = ReasoningStyle.Effort, Efforts = ["low", "high"] }),
                new(["grok-4.3", "grok-latest"], XaiReasoning with { Reasoning = ReasoningStyle.Effort, Efforts = ["none", "low", "medium", "high"] }),
                new(["grok-4-fast-non-reasoning", "grok-4-1-fast-non-reasoning", "grok-4.20-non-reasoning", "grok-4.20-0309-non-reasoning"], Xai),
                new(["grok-4", "grok-code"], XaiReasoning),
            ],
            Answer = AnswerQuirks.Citations,
        },
        new()
        {
            Slug = "perplexity",
            Host = "api.perplexity.ai",
            Request = Perplexity(ReasoningStyle.Unsaid),
            Models = [new(["sonar-deep-research", "sonar-reasoning"], Perplexity(ReasoningStyle.Effort))],
            Answer = AnswerQuirks.Citations | AnswerQuirks.ThinkTags,
        },
        new()
        {
            Slug = "cerebras",
            Host = "api.cerebras.ai",
            Request = Cerebras(ReasoningStyle.Unsaid),
            Models = [new(["gpt-oss"], Cerebras(ReasoningStyle.Effort))],
            Answer = AnswerQuirks.ThinkTags,
        },
        new()
        {
            Slug = "sambanova",
            Host = "api.sambanova.ai",
            Request = SambaNova(ReasoningStyle.Unsaid),
            Models = [new(["gpt-oss"], SambaNova(ReasoningStyle.Effort))],
            Answer = AnswerQuirks.ThinkTags,
        },
        new() { Slug = "openrouter", Host = "openrouter.ai", Request = new() { TakesPreferences = true, Prefill = PrefillMark.Plain } },
        new() { Slug = "vllm", Request = new() { Messages = Thinking, Prefill = PrefillMark.FinalMessage } },
        new() { Slug = "sglang", Request = new() { Messages = Thinking, Prefill = PrefillMark.FinalMessage } },
        new() { Slug = "simulator", Request = new() { Prefill = PrefillMark.Plain } },
    ];

    private static readonly FrozenDictionary<string, ProviderQuirks> BySlug = Rows.ToFrozenDictionary(row => row.Slug, StringComparer.Ordinal);
    private static readonly FrozenDictionary<string, ProviderQuirks> ByHost =
        Rows.Where(row => row.Host is not null).ToFrozenDictionary(row => row.Host!, StringComparer.OrdinalIgnoreCase);

    /// <summary>OpenAI's models as Azure serves them.</summary>
    public static ProviderQuirks Azure { get; } = new()
    {
        Slug = "azure",
        Request = OpenAiRequest with { UserMember = "user" },
        Models = [.. OpenAiModels.Select(row => row with { Request = row.Request with { UserMember = "user" } })],
        Answer = AnswerQuirks.PromptFilter,
    };

    /// <summary>The row of a provider: by the host it is reached at, else by its slug, as behind a proxy of the operator's.</summary>
    public static ProviderQuirks Of(string slug, Uri address) =>
        ByHost.GetValueOrDefault(address.Host) ?? BySlug.GetValueOrDefault(slug) ?? ProviderQuirks.None;

    private static RequestQuirks Mistral(ReasoningStyle reasoning) => new()
    {
        // Members it does not know are an error there, not noise.
        Refused = Set(
            SamplingOfOpenModels,
            "logit_bias", "logprobs", "top_logprobs", "verbosity", "web_search_options", "service_tier", "user", "cache_control", "modalities"),
        Renamed = new Dictionary<string, string> { ["seed"] = "random_seed" }.ToFrozenDictionary(StringComparer.Ordinal),
        Values = Values(("tool_choice", RequiredAsAny)),
        LimitMember = "max_tokens",
        AsksForUsage = false,
        Reasoning = reasoning,
        Efforts = ["none", "high"],
        Prefill = PrefillMark.Prefix,
        Messages = Strict with { ToolCallIdLength = 9, NameInText = true },
    };

    private static RequestQuirks Perplexity(ReasoningStyle reasoning) => new()
    {
        Refused = Set(
            "min_p", "top_a", "repetition_penalty", "logit_bias", "logprobs", "top_logprobs", "seed", "prediction", "verbosity",
            "tools", "tool_choice", "parallel_tool_calls", "cache_control", "user"),
        LimitMember = "max_tokens",
        Reasoning = reasoning,
        Efforts = ["minimal", "low", "medium", "high"],
        Messages = Strict with { Alternates = true, NameInText = true },
    };

    private static RequestQuirks SambaNova(ReasoningStyle reasoning) => new()
    {
        Refused = Set(
            "min_p", "top_a", "logit_bias", "logprobs", "top_logprobs", "frequency_penalty", "presence_penalty", "seed",
            "prediction", "verbosity", "web_search_options", "cache_control", "n"),
        Reasoning = reasoning,
        Messages = Strict,
    };

    private static RequestQuirks Cerebras(ReasoningStyle reasoning) => new()
    {
        Refused = Set(SamplingOfOpenModels, "frequency_penalty", "presence_penalty", "logit_bias", "verbosity", "web_search_options", "cache_control"),
        LimitMember = "max_completion_tokens",
        Reasoning = reasoning,
        Messages = Strict,
    };

    private static FrozenSet<string> Set(params string[] names) => names.ToFrozenSet(StringComparer.Ordinal);

    private static FrozenSet<string> Set(FrozenSet<string> names, params string[] more) => names.Concat(more).ToFrozenSet(StringComparer.Ordinal);

    private static FrozenDictionary<string, Func<ReadOnlyMemory<byte>, ReadOnlyMemory<byte>>> Values(
        params (string Name, Func<ReadOnlyMemory<byte>, ReadOnlyMemory<byte>> Convert)[] rows) =>
        rows.ToFrozenDictionary(row => row.Name, row => row.Convert, StringComparer.Ordinal);
}
