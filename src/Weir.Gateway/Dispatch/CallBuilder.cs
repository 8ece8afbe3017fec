using System.Security.Cryptography;
using System.Text;
using Weir.Gateway.Chat;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Routing;

namespace Weir.Gateway.Dispatch;

/// <summary>Makes the call of one candidate from a request, in the form that the candidate takes.</summary>
internal static class CallBuilder
{
    public static UpstreamCall Build(Admitted admitted, Candidate candidate, ModelRequest request)
    {
        var parsed = admitted.Routed.Prepared.Parsed;
        return new UpstreamCall
        {
            Operation = admitted.Routed.Inbound.Operation,
            Request = request,
            Endpoint = candidate.Endpoint,
            HashedUser = parsed.Request.User is { } user ? HashUser(parsed.Authenticated.Caller.WorkspaceId, user) : null,
            AnthropicBeta = parsed.Authenticated.Inbound.Headers.AnthropicBeta,
            Debug = parsed.Debug,
            Room = parsed.Authenticated.Inbound.Room,
            SimulatorHeaders = candidate.Endpoint.Provider.TakesSimulatorHeaders ? parsed.Authenticated.Inbound.Headers.Simulator : [],
        };
    }

    // Upstreams isolate abuse by end user; they need a stable name for one, not the name.
    private static string HashUser(Guid workspace, string user) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{workspace}:{user}")))[..32];
}
