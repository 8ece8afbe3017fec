using Weir.Tracing.Model;

namespace Weir.Server.Seeding;

/// <summary>A span as an application would send it.</summary>
internal sealed record SeedSpan
{
    public required SpanId Id { get; init; }
    public SpanId? Parent { get; init; }
    public required string Name { get; init; }
    public required string Kind { get; init; }
    public required DateTimeOffset Start { get; init; }
    public required DateTimeOffset End { get; init; }

    /// <summary>Null: it went well.</summary>
    public string? Error { get; init; }

    public string? Input { get; init; }
    public string? Output { get; init; }

    /// <summary>Attributes beside kind, input, output, session and user; texts, whole numbers and doubles.</summary>
    public IReadOnlyList<KeyValuePair<string, object>> Attributes { get; init; } = [];
}
