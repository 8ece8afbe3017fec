using System.Collections.Immutable;
using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Trace;

namespace Weir.OpenInference.Otel;

/// <summary>What <see cref="ArizeOtel"/> and <see cref="PhoenixOtel"/> can be told beside where to send spans.</summary>
public sealed record OtelOptions
{
    /// <summary>How spans are sent. Default: inferred from the endpoint.</summary>
    public OtlpTransport Transport { get; init; }

    /// <summary>True sends in batches in the background; false sends each span as it ends, waiting for it. Default true; tuned by the <c>OTEL_BSP_*</c> variables.</summary>
    public bool Batch { get; init; } = true;

    /// <summary>Headers to send along. Those that authenticate are added last and win.</summary>
    public ImmutableDictionary<string, string> Headers { get; init; } = ImmutableDictionary.Create<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Activity sources to listen to beside <c>Weir.OpenInference.*</c>; a final <c>*</c> matches any rest. Default none.</summary>
    public ImmutableArray<string> ActivitySources { get; init; } = [];

    /// <summary>Processors that see spans before they are sent. Default none.</summary>
    public ImmutableArray<BaseProcessor<Activity>> Processors { get; init; } = [];

    /// <summary>Which spans are recorded. Default: all, also under a parent that is not; the usual default would lose the LLM calls of every such request.</summary>
    public Sampler Sampler { get; init; } = new AlwaysOnSampler();

    /// <summary>Anything else there is to say to the provider that is built. Called last but for the exporter.</summary>
    public Action<TracerProviderBuilder>? Configure { get; init; }

    /// <summary>
    /// Writes the configuration to <see cref="VerboseOutput"/>, secrets masked. Default false, unlike in Python: a library that writes to the
    /// console of its own accord spoils the output of tools that are piped.
    /// </summary>
    public bool Verbose { get; init; }

    /// <summary>Where <see cref="Verbose"/> writes to. Default: standard error.</summary>
    public TextWriter VerboseOutput { get; init; } = Console.Error;
}
