using Microsoft.AspNetCore.Http;
using Weir.Ledger.Sessions;

namespace Weir.Server.Auth;

/// <summary>Marks a request that came through <see cref="ConsoleGate"/>: who it is from is said by its session, and by nothing else.</summary>
/// <param name="Session">Null only at <c>/console/session</c>, where nobody has signed in yet.</param>
internal sealed record ConsoleRequest(OpenSession? Session)
{
    /// <summary>Null: the request did not come through the gate.</summary>
    public static ConsoleRequest? Of(HttpContext context) => context.Features.Get<ConsoleRequest>();
}
