namespace Weir.OpenRouter;

/// <summary>Chat debug options, as <c>ChatClient</c> sends it.</summary>
public sealed record ChatDebugOptions : WireRecord
{
    public bool? EchoUpstreamBody { get; init; }
}
