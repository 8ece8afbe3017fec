using System.Collections.Frozen;

namespace Weir.Tracing.Ingest;

/// <summary>Who served a call: what the span says in OpenInference's words, else in those of OpenTelemetry GenAI or the AI SDK, translated.</summary>
internal static class ProviderName
{
    private static readonly FrozenDictionary<string, string> Known = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["mistral_ai"] = "mistralai",
        ["mistral"] = "mistralai",
        ["azure.ai.openai"] = "azure",
        ["az.ai.openai"] = "azure",
        ["azure.ai.inference"] = "azure",
        ["az.ai.inference"] = "azure",
        ["azure-openai"] = "azure",
        ["aws.bedrock"] = "aws",
        ["amazon-bedrock"] = "aws",
        ["gcp.vertex_ai"] = "google",
        ["vertex_ai"] = "google",
        ["gcp.gemini"] = "google",
        ["gemini"] = "google",
        ["gcp.gen_ai"] = "google",
        ["x_ai"] = "xai",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static string? Read(AttributeSet span) =>
        Text(span["llm.provider"u8])
        ?? Translate(Text(span["gen_ai.provider.name"u8]))
        ?? OfAiSdk(Text(span["ai.model.provider"u8]))
        ?? Translate(Text(span["gen_ai.system"u8]));

    // openai.chat: the part of the provider's package that was used comes after the dot.
    private static string? OfAiSdk(string? name) => name is null ? null : Translate(name.IndexOf('.') is > 0 and var dot ? name[..dot] : name);

    private static string? Translate(string? name) => name is null ? null : Known.GetValueOrDefault(name, name);

    private static string? Text(ReadOnlySpan<byte> json) => AttributeJson.Text(json) is { Length: > 0 } text ? text : null;
}
