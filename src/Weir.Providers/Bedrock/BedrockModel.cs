using Weir.Providers.Anthropic;

namespace Weir.Providers.Bedrock;

/// <summary>What a model takes beyond what Converse has words for, by the company and generation that its id tells.</summary>
/// <remarks>
/// <code>
/// anthropic.claude-3-haiku-20240307-v1:0   us.amazon.nova-2-lite-v1:0   openai.gpt-oss-120b-1:0
/// arn:aws:bedrock:us-east-1:123456789012:inference-profile/eu.anthropic.claude-sonnet-4-5-20250929-v1:0
/// </code>
/// The id of an application inference profile tells neither: such a model is asked in Converse's own words only.
/// Source: inference parameters and model cards of the Bedrock user guide.
/// </remarks>
internal sealed class BedrockModel
{
    private static readonly string[] WithSchema =
        ["openai.", "qwen.", "deepseek.v3", "mistral.ministral", "mistral.mistral-large-3", "minimax.", "moonshot", "google.", "nvidia.", "zai."];

    private readonly string _id;

    private BedrockModel(string id)
    {
        Id = id;
        _id = id.ToLowerInvariant();
        Claude = _id.Contains("anthropic.claude", StringComparison.Ordinal) ? ClaudeModel.Of(id) : null;
    }

    public string Id { get; }

    /// <summary>Null for other companies' models.</summary>
    public ClaudeModel? Claude { get; }

    public bool IsNova => Has("amazon.nova");

    /// <summary>The Nova generation that reasons.</summary>
    public bool IsReasoningNova => Has("amazon.nova-2");

    /// <summary>OpenAI's open models, which always reason, and say how much in a flat member.</summary>
    public bool IsGptOss => Has("openai.gpt-oss");

    public bool IsOpenAi => Has("openai.");

    /// <summary>Models that reason when an effort is named, and not otherwise.</summary>
    public bool ReasonsOnEffort => Has("deepseek.v3") || Has("moonshot");

    public bool IsCohere => Has("cohere.command-r");

    /// <summary>Takes a schema that the answer must match.</summary>
    public bool TakesSchema => Claude?.TakesSchema ?? Array.Exists(WithSchema, Has);

    /// <summary>Takes cache points; others refuse a request that has one.</summary>
    public bool TakesCachePoints => Claude is not null || IsNova;

    /// <summary>Takes cache points among tools, and lifetimes.</summary>
    public bool TakesEveryCachePoint => Claude is not null;

    /// <summary>Goes on with an answer that the request begins.</summary>
    public bool TakesPrefill => Claude is { TakesPrefill: true };

    public static BedrockModel Of(string id) => new(id);

    private bool Has(string part) => _id.Contains(part, StringComparison.Ordinal);
}
