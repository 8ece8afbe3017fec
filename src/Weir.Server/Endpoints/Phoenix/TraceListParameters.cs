using System.Collections.Immutable;
using Weir.Gateway.Pipeline;
using Weir.Ledger.Keys;
using Weir.Protocol.Errors;
using Weir.Server.Endpoints.Traces;
using Weir.Tracing.Query;

namespace Weir.Server.Endpoints.Phoenix;

/// <summary>Reads the parameters that only Phoenix's list of traces has.</summary>
internal static class TraceListParameters
{
    private const int LargestPage = 1000;

    /// <summary>Ends the request when another order is asked for.</summary>
    public static void RequireOrder(QueryText text)
    {
        if ((text.One("sort") ?? "start_time") != "start_time")
        {
            throw new GatewayException(GatewayError.NotBuilt($"sort={text.One("sort")}"));
        }

        if ((text.One("order") ?? "desc") != "desc")
        {
            throw new GatewayException(GatewayError.NotBuilt($"order={text.One("order")}"));
        }
    }

    /// <summary>The sessions that are named, as spans name them; null for all.</summary>
    public static async ValueTask<ImmutableArray<string>?> SessionsAsync(QueryText text, ISessionStore sessions, Caller caller, CancellationToken cancellationToken)
    {
        ImmutableArray<string>.Builder? found = null;
        foreach (var identifier in text.All("session_identifier").Take(LargestPage))
        {
            var session = GlobalId.TryReadNumber(identifier, GlobalId.Session) is { } id ? await sessions.FindAsync(caller.WorkspaceId, id, cancellationToken) : null;
            (found ??= ImmutableArray.CreateBuilder<string>()).Add(session?.SessionId ?? identifier);
        }

        return found?.ToImmutable();
    }

    /// <summary>The place that <c>cursor</c> names; null when it is not given.</summary>
    public static long? Cursor(QueryText text)
    {
        if (text.One("cursor") is not { } given)
        {
            return null;
        }

        var place = GlobalId.TryReadNumber(given, GlobalId.TraceCursor);
        if (place is null)
        {
            text.Refuse("cursor is not one that this list gave out");
        }

        return place;
    }
}
