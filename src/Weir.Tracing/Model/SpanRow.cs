namespace Weir.Tracing.Model;

/// <summary>One span as it is kept: what was sent, and the few values that lists and charts read.</summary>
/// <remarks>
/// The JSON members are UTF-8, valid JSON, and complete: nothing that was sent is only in a promoted column.
/// Ids are unique within (workspace, trace). A later delivery of the same (workspace, trace, span) replaces nothing.
/// </remarks>
public sealed record SpanRow
{
    public required Guid WorkspaceId { get; init; }
    public required TraceId TraceId { get; init; }
    public required SpanId SpanId { get; init; }

    /// <summary>Null for a root.</summary>
    public SpanId? ParentSpanId { get; init; }

    public required string Project { get; init; }
    public ProjectBinding ProjectBinding { get; init; }
    public required string Name { get; init; }

    /// <summary>OpenInference kind in upper case; <c>UNKNOWN</c> when the span does not say.</summary>
    public required string Kind { get; init; }

    /// <summary>OpenTelemetry span kind: 0 unspecified, 1 internal, 2 server, 3 client, 4 producer, 5 consumer.</summary>
    public int OtelKind { get; init; } = 1;

    /// <summary>Nanoseconds since 1970, by the sender's clock.</summary>
    public required long StartUnixNanos { get; init; }

    /// <summary>Nanoseconds since 1970, by the sender's clock; not before the start.</summary>
    public required long EndUnixNanos { get; init; }

    /// <summary>Nanoseconds since 1970, by our clock; lists sort and expiry counts by it, because senders' clocks lie.</summary>
    public required long ReceivedUnixNanos { get; init; }

    public SpanStatus Status { get; init; }
    public string StatusMessage { get; init; } = "";

    /// <summary>One flat JSON object: <c>{"llm.model_name":"a/b","llm.token_count.prompt":12}</c>. Doubles keep a decimal point.</summary>
    public required ReadOnlyMemory<byte> Attributes { get; init; }

    /// <summary>JSON array of <c>{"name","time_unix_nano","attributes"}</c>; empty when there are none.</summary>
    public ReadOnlyMemory<byte> Events { get; init; }

    /// <summary>JSON array of <c>{"trace_id","span_id","trace_state","attributes"}</c>; empty when there are none.</summary>
    public ReadOnlyMemory<byte> Links { get; init; }

    /// <summary>Flat JSON object of the sender's resource; empty when there is none.</summary>
    public ReadOnlyMemory<byte> Resource { get; init; }

    public string ScopeName { get; init; } = "";
    public string ScopeVersion { get; init; } = "";
    public string TraceState { get; init; } = "";
    public uint Flags { get; init; }
    public uint DroppedAttributes { get; init; }
    public uint DroppedEvents { get; init; }
    public uint DroppedLinks { get; init; }

    /// <summary>The values of <see cref="Attributes"/> that have a column of their own.</summary>
    public SpanFacts Facts { get; init; } = SpanFacts.None;

    /// <summary>Bytes this row holds in memory, for the bounds of queues.</summary>
    public int SizeBytes => 512 + Attributes.Length + Events.Length + Links.Length + (Name.Length + StatusMessage.Length) * 2;
}
