namespace Weir.Tests.Tracing;

/// <summary>A span as a sender has it, for encoding in either form.</summary>
/// <remarks>Values are string, bool, long, double, byte[], object?[] for lists, <c>(string, object?)[]</c> for maps, and null.</remarks>
internal sealed record OtlpSpan
{
    public byte[] TraceId { get; init; } = [.. Enumerable.Range(1, 16).Select(i => (byte)i)];
    public byte[] SpanId { get; init; } = [0xa1, 2, 3, 4, 5, 6, 7, 8];
    public byte[] ParentId { get; init; } = [];
    public string Name { get; init; } = "chat";
    public int Kind { get; init; } = 3;
    public ulong Start { get; init; } = 1_700_000_000_000_000_000;
    public ulong End { get; init; } = 1_700_000_001_000_000_000;
    public (string Key, object? Value)[] Attributes { get; init; } = [];
    public (string Name, ulong Time, (string Key, object? Value)[] Attributes)[] Events { get; init; } = [];
    public (byte[] TraceId, byte[] SpanId, (string Key, object? Value)[] Attributes)[] Links { get; init; } = [];
    public int Status { get; init; }
    public string StatusMessage { get; init; } = "";
    public string TraceState { get; init; } = "";
    public uint Flags { get; init; }
    public uint DroppedAttributes { get; init; }

    public (string Key, object? Value)[] Resource { get; init; } = [];
    public string ScopeName { get; init; } = "";
    public string ScopeVersion { get; init; } = "";
}
