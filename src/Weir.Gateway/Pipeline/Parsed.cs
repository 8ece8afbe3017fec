using Weir.Gateway.Chat;

namespace Weir.Gateway.Pipeline;

/// <summary>A request that has been read and is well formed.</summary>
public sealed record Parsed(Authenticated Authenticated, ModelRequest Request);
