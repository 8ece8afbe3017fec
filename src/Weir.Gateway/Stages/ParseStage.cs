using Weir.Gateway.Pipeline;

namespace Weir.Gateway.Stages;

/// <summary>Stage 4: reads the request, in whatever protocol it comes, into the internal form.</summary>
public sealed class ParseStage
{
    /// <exception cref="GatewayException">400 with the place that is wrong.</exception>
    public Parsed Run(Authenticated authenticated) => new(authenticated, authenticated.Inbound.Protocol.Read(authenticated.Inbound.Body));
}
