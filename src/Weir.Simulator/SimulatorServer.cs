using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Weir.Simulator.Requests;
using Weir.Simulator.Text;

namespace Weir.Simulator;

/// <summary>An HTTP server that behaves like an LLM provider, without a model behind it; runs inside a process or alone.</summary>
/// <remarks>Reads no configuration and no environment, writes no log. Safe to use from any thread.</remarks>
public sealed class SimulatorServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly RequestLog _log;
    private readonly Task _warmUp;
    private int _disposed;

    private SimulatorServer(WebApplication app, RequestLog log, Uri baseAddress)
    {
        _app = app;
        _log = log;
        BaseAddress = baseAddress;

        // The first load of the tokenizer takes seconds: begin now, not with the first request. Disposal waits for it.
        _warmUp = Tokenizer.LoadAsync();
    }

    /// <summary>The first address that is bound, with its real port, as a client reaches it from this machine.</summary>
    public Uri BaseAddress { get; }

    /// <summary>The most recent requests, oldest first; at most 512.</summary>
    public ImmutableArray<SimulatedRequest> Requests => _log.Snapshot();

    /// <summary>Binds and starts.</summary>
    /// <exception cref="IOException">An address is in use.</exception>
    public static async Task<SimulatorServer> StartAsync(SimulatorOptions options, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(options);
        var log = new RequestLog(options.TimeProvider);
        var app = SimulatorHost.Build(options.Urls);
        try
        {
            var router = new Router(log, options.TimeProvider, app.Lifetime.ApplicationStopping);
            app.Run(router.HandleAsync);
            await app.StartAsync(ct);
            return new SimulatorServer(app, log, SimulatorHost.ReachableAddress(app));
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>The first recent request that has ended and matches; waits for one if there is none yet.</summary>
    public Task<SimulatedRequest> WaitForRequestAsync(Func<SimulatedRequest, bool> match, CancellationToken ct) => _log.WaitForAsync(match, ct);

    /// <summary>Breaks off what is still being answered and stops.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 1)
        {
            return;
        }

        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        await _warmUp;
    }
}
