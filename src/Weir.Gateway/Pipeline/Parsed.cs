using Weir.Gateway.Chat;
using Weir.Gateway.Debugging;

namespace Weir.Gateway.Pipeline;

/// <summary>A request that has been read and is well formed.</summary>
public sealed record Parsed(Authenticated Authenticated, ModelRequest Request)
{
    /// <summary>Takes what the caller is to be told of the attempts; null when they do not ask.</summary>
    public DebugState? Debug { get; } = DebugState.WantedBy(Request);
}
