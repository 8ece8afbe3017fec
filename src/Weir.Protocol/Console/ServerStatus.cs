namespace Weir.Protocol.Console;

/// <summary>What this server is and has, as <c>GET /api/weir/status</c> tells anybody with a key.</summary>
public sealed record ServerStatus
{
    /// <summary>Three numbers with dots, such as <c>0.1.0</c>.</summary>
    public required string Version { get; init; }

    /// <summary>Models in the catalogue.</summary>
    public required int Models { get; init; }

    /// <summary>True while the built-in simulator answers, because no provider is configured.</summary>
    public required bool Simulated { get; init; }

    /// <summary>A model that can be called: the default one, else the first of the catalogue; null when there is none.</summary>
    public required string? SampleModel { get; init; }

    /// <summary>Whether the caller's workspace has any span.</summary>
    public required bool HasSpans { get; init; }

    /// <summary>Where OTLP over gRPC is received; null when it is off. OTLP over HTTP is at <c>/v1/traces</c> of this server.</summary>
    public required string? OtlpGrpc { get; init; }

    /// <summary>How the server stands to its <c>weir.json</c>; null for callers without a management key.</summary>
    public required ConfigStatus? Config { get; init; }
}
