using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Weir.Gateway.Health;
using Weir.Gateway.Media;
using Weir.Gateway.Telemetry;

namespace Weir.Gateway.Dispatch;

/// <summary>What the attempts of all requests share.</summary>
public sealed record DispatchParts
{
    public required AttemptRunner Runner { get; init; }
    public required MediaFetcher Fetcher { get; init; }
    public required HealthDirectory Health { get; init; }
    public required GatewayMetrics Metrics { get; init; }
    public required TimeProvider Time { get; init; }

    /// <summary>What is in force when a request begins.</summary>
    public Func<AttemptOptions> Options { get; init; } = () => new AttemptOptions();

    /// <summary>Told of faults of our own that end no request.</summary>
    public ILogger Logger { get; init; } = NullLogger.Instance;

    /// <summary>Spreads the waits of those who failed together.</summary>
    public Random Random { get; init; } = Random.Shared;
}
