namespace Weir.OpenRouter;

/// <summary>How a text goes on; in a stream, the piece that came.</summary>
public sealed record CompletionResult : WireRecord
{
    /// <summary>Id of the generation, for <see cref="GenerationsClient"/>; the same in all pieces of a stream.</summary>
    public string? Id { get; init; }
    /// <summary>Slug of the model that answered, which may be another one than was asked for.</summary>
    public string? Model { get; init; }
    /// <summary>Display name of the provider that served; null where the server does not say.</summary>
    public string? Provider { get; init; }
    /// <summary>How the text goes on, one unless more were asked for; empty in a piece that only brings usage.</summary>
    public IReadOnlyList<CompletionChoice>? Choices { get; init; }
    /// <summary>What it used and cost; in a stream, only in the last piece.</summary>
    public ChatUsage? Usage { get; init; }
}
