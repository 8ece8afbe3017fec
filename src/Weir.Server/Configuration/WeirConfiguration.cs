using System.Collections.Immutable;
using Weir.Gateway.Dispatch;
using Weir.Gateway.Routing;
using Weir.Ledger.Admission;
using Weir.Storage.Sqlite.Database;
using Weir.Storage.Sqlite.Traces;

namespace Weir.Server.Configuration;

/// <summary>What <c>weir.json</c> says, checked; every member has the default of a file that leaves it out.</summary>
public sealed record WeirConfiguration
{
    public ImmutableArray<ProviderConfiguration> Providers { get; init; } = [];
    public ImmutableArray<ModelConfiguration> Models { get; init; } = [];
    public string? DefaultModel { get; init; }

    /// <summary>What holds for the routing of every request.</summary>
    public RoutingDefaults Routing { get; init; } = RoutingDefaults.None;

    /// <summary>Documents of models that the running server reads again and again.</summary>
    public ImmutableArray<ImportConfiguration> Imports { get; init; } = [];

    /// <summary>How often and how much may be asked.</summary>
    public RateLimits Limits { get; init; } = new();

    /// <summary>What happens when an upstream dies in the middle of an answer, where a request does not say.</summary>
    public MidStreamPolicy MidStream { get; init; }

    public Durability Durability { get; init; } = Durability.Disk;

    /// <summary>What the server does beside passing calls on.</summary>
    public ServerMode Mode { get; init; }

    /// <summary>Whether loopback senders of spans need no key.</summary>
    public bool AnonymousTraces { get; init; }

    /// <summary>Whether traces keep messages.</summary>
    public bool TraceBodies { get; init; } = true;

    /// <summary>For how long traces are kept, in how much room, and whether their words are indexed.</summary>
    public TraceStoreOptions TraceStore { get; init; } = new();

    /// <summary>Most bytes that the response cache keeps.</summary>
    public long CacheBytes { get; init; } = 256L << 20;

    /// <summary>Host names under which the console answers, beside loopback, addresses and what is bound.</summary>
    public ImmutableArray<string> ConsoleHosts { get; init; } = [];

    /// <summary>What bounds the attempts of a request together.</summary>
    public AttemptOptions Attempts { get; init; } = new();

    /// <summary>Hosts that media of requests may be fetched from although they are not public.</summary>
    public ImmutableArray<string> PrivateMediaHosts { get; init; } = [];
}
