using Weir.Gateway.Chat;
using Weir.Gateway.Pipeline;

namespace Weir.Gateway.Stages;

/// <summary>Stage 3: reads the request.</summary>
public sealed class ParseStage
{
    /// <exception cref="GatewayException">400 with the place that is wrong.</exception>
    public Parsed Run(Authenticated authenticated) => new(authenticated, ChatRequestReader.Read(authenticated.Inbound.Body));
}
