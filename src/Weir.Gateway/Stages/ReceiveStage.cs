using Weir.Gateway.Pipeline;

namespace Weir.Gateway.Stages;

/// <summary>Stage 3: reads the body, for a caller who is known. Whoever has no key cannot make the server hold one.</summary>
public sealed class ReceiveStage
{
    /// <exception cref="GatewayException">413 for a body that is too large, 400 for one that breaks off.</exception>
    public async Task<Authenticated> RunAsync(Authenticated authenticated) =>
        authenticated with { Inbound = authenticated.Inbound with { Body = await authenticated.Inbound.ReceiveBodyAsync() } };
}
