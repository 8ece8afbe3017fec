using Weir.Gateway.Media;
using Weir.OpenInference;
using Weir.Server.Auth;
using Weir.Server.Configuration;

namespace Weir.Server.Composition;

/// <summary>What <c>weir.json</c> decides of a running server beside its catalogue, at one moment. All members are immutable: a reload swaps the whole.</summary>
internal sealed class ServerSettings(WeirConfiguration configuration, string urls)
{
    public WeirConfiguration Configuration { get; } = configuration;

    /// <summary>What is kept out of the gateway's own spans.</summary>
    /// <remarks>The server's own configuration decides; the <c>OPENINFERENCE_*</c> variables speak to instrumented programs.</remarks>
    public TraceConfig Traces { get; } = configuration.TraceBodies
        ? TraceConfig.IgnoringEnvironment
        : TraceConfig.IgnoringEnvironment with { HideInputs = true, HideOutputs = true };

    public ConsoleHosts ConsoleHosts { get; } = new(urls, configuration.ConsoleHosts);
    public MediaHosts MediaHosts { get; } = new(configuration.PrivateMediaHosts);
}
