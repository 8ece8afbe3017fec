using System.Collections.Immutable;
using Weir.Gateway.Chat;
using Weir.Gateway.Debugging;
using Weir.Gateway.Guardrails;

namespace Weir.Gateway.Pipeline;

/// <summary>A request that has been read and is well formed.</summary>
public sealed record Parsed(Authenticated Authenticated, ModelRequest Request)
{
    /// <summary>Takes what the caller is to be told of the attempts; null when they do not ask.</summary>
    public DebugState? Debug { get; } = DebugState.WantedBy(Request);

    /// <summary>Whom the guardrails of the caller let answer.</summary>
    public CallerRestrictions Restrictions { get; init; } = CallerRestrictions.None;

    /// <summary>What was done with it before it was routed.</summary>
    public ImmutableArray<PipelineNote> Pipeline { get; init; } = [];
}
