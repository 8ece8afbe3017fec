using Weir.Protocol.Primitives;

namespace Weir.Ledger.Contents;

/// <summary>What was asked and answered in one exchange.</summary>
public sealed record ContentRow
{
    public required GenerationId GenerationId { get; init; }

    /// <summary>When it was kept: its age is counted from here.</summary>
    public required DateTimeOffset StoredAt { get; init; }

    /// <summary>JSON object with <c>input</c>, <c>output</c>, <c>error</c>, and <c>cut</c> when something was left out; UTF-8.</summary>
    public required ReadOnlyMemory<byte> Json { get; init; }
}
