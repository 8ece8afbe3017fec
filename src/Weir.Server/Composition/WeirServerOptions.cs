using Weir.Server.Endpoints.Console;

namespace Weir.Server.Composition;

/// <summary>How a server is started.</summary>
public sealed record WeirServerOptions
{
    /// <summary>Addresses to bind, separated by semicolons; port 0 takes a free port. Default: <c>http://127.0.0.1:8400</c>.</summary>
    public string Urls { get; init; } = "http://127.0.0.1:8400";

    /// <summary>Where OTLP over gRPC listens.</summary>
    public OtlpGrpcListener OtlpGrpc { get; init; } = OtlpGrpcListener.Default;

    /// <summary>Further addresses for OTLP over HTTP; null: only <see cref="Urls"/>.</summary>
    public string? OtlpHttpUrls { get; init; }

    /// <summary>Default: <c>./weir-data</c>.</summary>
    public string DataFolder { get; init; } = "weir-data";

    /// <summary>Path of <c>weir.json</c>; null: no file.</summary>
    public string? ConfigFile { get; init; }

    /// <summary>Whether <see cref="ConfigFile"/> must be there at the start; when it need not, it is read as soon as it appears.</summary>
    public bool IsConfigFileRequired { get; init; } = true;

    /// <summary>Reads an environment variable; null when it is unset.</summary>
    public Func<string, string?> Environment { get; init; } = System.Environment.GetEnvironmentVariable;

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>How long one read over all generations may take: then analytics, data sets and exports answer 408.</summary>
    internal TimeSpan LongestRead { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Bytes of bodies of inference requests that are in memory at a time, of all requests together; more wait in the sockets of their senders.</summary>
    /// <remarks>A processor has no use for more at a time: what it cannot work on yet may as well wait outside.</remarks>
    internal long BodyBytes { get; init; } = Math.Max(System.Environment.ProcessorCount, 2) * (8L << 20);

    /// <summary>The console's files; null: those built into this assembly.</summary>
    internal ConsoleAssets? Console { get; init; }

    /// <summary>Receives what an operator must read once: keys of a first start. Standard output.</summary>
    public Action<string> Announce { get; init; } = _ => { };

    /// <summary>Receives warnings, one line each. Standard error.</summary>
    public Action<string> Warn { get; init; } = _ => { };
}
