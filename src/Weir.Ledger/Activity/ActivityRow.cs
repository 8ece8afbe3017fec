using Weir.Protocol.Primitives;

namespace Weir.Ledger.Activity;

/// <summary>The traffic of one model at one provider on one UTC day.</summary>
public sealed record ActivityRow
{
    public required DateOnly Day { get; init; }
    public required string Model { get; init; }
    public required string ProviderName { get; init; }

    /// <summary>Null when workspaces are summed together.</summary>
    public Guid? WorkspaceId { get; init; }

    public required long Requests { get; init; }
    public required long PromptTokens { get; init; }
    public required long CompletionTokens { get; init; }
    public required long ReasoningTokens { get; init; }
    public required Usd Charged { get; init; }

    /// <summary>What providers billed to the owners of credentials.</summary>
    public Usd Byok { get; init; }
}
