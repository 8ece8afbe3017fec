using System.Collections.Immutable;

namespace Weir.Gateway.Catalog;

/// <summary>The words of the models API that the catalogue may use, in the order they are told to people.</summary>
/// <remarks>Source: the schemas of the models API.</remarks>
public static class CatalogVocabulary
{
    public static ImmutableArray<string> InputModalities { get; } = ["text", "image", "audio", "video", "file"];

    public static ImmutableArray<string> OutputModalities { get; } = ["text", "image", "audio", "embeddings", "video", "rerank", "speech", "transcription"];

    /// <summary>Groups of models that share a tokenizer; shown as <c>architecture.tokenizer</c>.</summary>
    public static ImmutableArray<string> Families { get; } =
    [
        "Router", "Media", "Other", "GPT", "Claude", "Gemini", "Gemma", "Grok", "Cohere", "Nova", "Qwen", "Yi", "DeepSeek", "Mistral", "Llama2", "Llama3",
        "Llama4", "PaLM", "RWKV", "Qwen3",
    ];

    public static ImmutableArray<string> InstructTypes { get; } =
    [
        "none", "airoboros", "alpaca", "alpaca-modif", "chatml", "claude", "code-llama", "gemma", "llama2", "llama3", "mistral", "nemotron", "neural",
        "openchat", "phi3", "rwkv", "vicuna", "zephyr", "deepseek-r1", "deepseek-v3.1", "qwq", "qwen3",
    ];

    public static ImmutableArray<string> Categories { get; } =
    [
        "programming", "roleplay", "marketing", "marketing/seo", "technology", "science", "translation", "legal", "finance", "health", "trivia", "academia",
    ];

    /// <summary>How exactly an endpoint keeps the model's weights.</summary>
    public static ImmutableArray<string> Quantizations { get; } =
        ["int4", "int8", "fp4", "mxfp4", "nvfp4", "fp6", "fp8", "mxfp8", "fp16", "bf16", "fp32", "unknown"];

    /// <summary>Ways to be served that a request must ask for.</summary>
    public static ImmutableArray<string> ServiceTiers { get; } = ["priority", "flex", "scale"];

    /// <summary>Reasoning efforts, the highest first.</summary>
    public static ImmutableArray<string> Efforts { get; } = ["max", "xhigh", "high", "medium", "low", "minimal", "none"];
}
