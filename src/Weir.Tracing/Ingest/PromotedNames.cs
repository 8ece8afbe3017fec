namespace Weir.Tracing.Ingest;

/// <summary>Under which names senders say what has a column of its own; the first that is there counts.</summary>
internal static class PromotedNames
{
    public static byte[][] Model { get; } =
    [
        "llm.model_name"u8.ToArray(), "embedding.model_name"u8.ToArray(), "reranker.model_name"u8.ToArray(),
        "gen_ai.response.model"u8.ToArray(), "gen_ai.request.model"u8.ToArray(), "ai.response.model"u8.ToArray(), "ai.model.id"u8.ToArray(),
    ];

    public static byte[][] Prompt { get; } =
    [
        "llm.token_count.prompt"u8.ToArray(), "gen_ai.usage.input_tokens"u8.ToArray(), "gen_ai.usage.prompt_tokens"u8.ToArray(),
        "ai.usage.inputTokens"u8.ToArray(), "ai.usage.promptTokens"u8.ToArray(), "ai.usage.tokens"u8.ToArray(),
    ];

    public static byte[][] Completion { get; } =
    [
        "llm.token_count.completion"u8.ToArray(), "gen_ai.usage.output_tokens"u8.ToArray(), "gen_ai.usage.completion_tokens"u8.ToArray(),
        "ai.usage.outputTokens"u8.ToArray(), "ai.usage.completionTokens"u8.ToArray(),
    ];

    public static byte[][] Total { get; } =
    [
        "llm.token_count.total"u8.ToArray(), "gen_ai.usage.total_tokens"u8.ToArray(), "llm.usage.total_tokens"u8.ToArray(), "ai.usage.totalTokens"u8.ToArray(),
    ];

    public static byte[][] CacheRead { get; } =
    [
        "llm.token_count.prompt_details.cache_read"u8.ToArray(), "gen_ai.usage.cache_read.input_tokens"u8.ToArray(), "ai.usage.cachedInputTokens"u8.ToArray(),
    ];

    public static byte[][] CacheWrite { get; } =
        ["llm.token_count.prompt_details.cache_write"u8.ToArray(), "gen_ai.usage.cache_creation.input_tokens"u8.ToArray()];

    public static byte[][] Reasoning { get; } =
    [
        "llm.token_count.completion_details.reasoning"u8.ToArray(), "gen_ai.usage.reasoning.output_tokens"u8.ToArray(), "ai.usage.reasoningTokens"u8.ToArray(),
    ];

    public static byte[][] Cost { get; } = ["llm.cost.total"u8.ToArray(), "gen_ai.usage.total_cost"u8.ToArray(), "gen_ai.usage.cost"u8.ToArray()];

    public static byte[][] Session { get; } =
    [
        "session.id"u8.ToArray(), "gen_ai.conversation.id"u8.ToArray(), "ai.telemetry.metadata.sessionId"u8.ToArray(), "ai.telemetry.metadata.session.id"u8.ToArray(),
    ];

    public static byte[][] User { get; } =
    [
        "user.id"u8.ToArray(), "enduser.id"u8.ToArray(), "ai.telemetry.metadata.userId"u8.ToArray(), "ai.telemetry.metadata.user.id"u8.ToArray(),
    ];
}
