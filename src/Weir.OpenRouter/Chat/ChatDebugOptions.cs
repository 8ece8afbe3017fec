namespace Weir.OpenRouter;

/// <summary>What a stream is to tell of the way a request took. For finding mistakes, not for production.</summary>
public sealed record ChatDebugOptions : WireRecord
{
    /// <summary>True makes the first piece of a stream carry the body that was sent to the provider. Without a stream it does nothing.</summary>
    public bool? EchoUpstreamBody { get; init; }
}
