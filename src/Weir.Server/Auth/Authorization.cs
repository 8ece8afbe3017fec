using Microsoft.AspNetCore.Http;
using Weir.Gateway.Stages;
using Weir.Ledger.Keys;
using Weir.Server.Endpoints;

namespace Weir.Server.Auth;

/// <summary>Lets a request through to an operation only with a key that may perform it.</summary>
internal sealed class Authorization(RequestAuthenticator authenticator, AccessPolicy policy)
{
    /// <summary>An operation for any key.</summary>
    public RequestDelegate AnyKey(Func<HttpContext, Caller, Task> operation) => context => RunAsync(context, operation, managementOnly: false);

    /// <summary>An operation for management keys, and for users whose role <see cref="AccessTable"/> has beside it.</summary>
    public RequestDelegate ManagementKey(Func<HttpContext, Caller, Task> operation) => context => RunAsync(context, operation, managementOnly: true);

    /// <summary>Whether a request that needs no key has one.</summary>
    public bool Knows(HttpContext context) => authenticator.Authenticate(context) is not null;

    private async Task RunAsync(HttpContext context, Func<HttpContext, Caller, Task> operation, bool managementOnly)
    {
        if (authenticator.Authenticate(context) is not { } caller)
        {
            var isMissing = RequestAuthenticator.FindKey(context.Request.Headers) is null;
            await ErrorResponse.WriteAsync(context, isMissing ? AuthenticateStage.MissingKey : AuthenticateStage.UnknownKey);
            return;
        }

        if (managementOnly && policy.RefuseManagement(context, caller) is { } refusal)
        {
            await ErrorResponse.WriteAsync(context, refusal);
            return;
        }

        await operation(context, caller);
    }
}
