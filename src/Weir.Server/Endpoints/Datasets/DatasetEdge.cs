using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Gateway.Pipeline;
using Weir.Ledger.Admission;
using Weir.Ledger.Keys;
using Weir.Protocol.Errors;
using Weir.Server.Auth;
using Weir.Server.Endpoints.Management;

namespace Weir.Server.Endpoints.Datasets;

/// <summary>What all data sets share: any key, their own rate limits where the operator sets some, and refusals as answers.</summary>
internal sealed class DatasetEdge(Authorization authorization, ManagementEdge edge, DatasetLimitState limits, TimeProvider time)
{
    public void Get(IEndpointRouteBuilder routes, string path, Func<HttpContext, Caller, Task> operation) =>
        routes.MapGet(path, authorization.AnyKey((context, caller) => edge.GuardOpen(_ => RunAsync(context, caller, operation))(context)));

    private Task RunAsync(HttpContext context, Caller caller, Func<HttpContext, Caller, Task> operation)
    {
        if (limits.TryEnter(caller.Key.Hash) is not { } refusal)
        {
            return operation(context, caller);
        }

        var fact = new RateLimitFact(refusal.Limit, refusal.ResetAt);
        foreach (var (name, value) in fact.Headers)
        {
            context.Response.Headers[name] = value;
        }

        throw new GatewayException(
            GatewayError.Client(GatewayErrorCode.RateLimited, $"Rate limit exceeded: {refusal.Limit} {refusal.What}. Ask again later, or less often.") with
        {
            RetryAfter = refusal.ResetAt - time.GetUtcNow(),
            RateLimit = fact,
        });
    }
}
