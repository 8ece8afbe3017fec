using Microsoft.AspNetCore.Http;
using Weir.Gateway.Pipeline;
using Weir.Server.Endpoints.Traces;

namespace Weir.Server.Endpoints.Phoenix;

/// <summary>Where a page of a list begins, and how long it may be.</summary>
/// <param name="From">The id that it begins with, as the page before gave it out.</param>
/// <param name="Limit">The most items, from 1.</param>
internal readonly record struct PageText(long From, int Limit)
{
    private const int LargestPage = 1000;

    /// <summary>Of a list with the newest first.</summary>
    /// <exception cref="GatewayException">422: a parameter is wrong.</exception>
    public static PageText NewestFirst(HttpContext context, string type, int usual) => Read(context, type, usual, long.MaxValue);

    /// <summary>Of a list with the oldest first.</summary>
    /// <exception cref="GatewayException">422: a parameter is wrong.</exception>
    public static PageText OldestFirst(HttpContext context, string type, int usual) => Read(context, type, usual, 0);

    private static PageText Read(HttpContext context, string type, int usual, long beginning)
    {
        var text = new QueryText(context.Request.Query);
        var limit = Math.Min(text.Limit(int.MaxValue, usual), LargestPage);
        var from = text.One("cursor") is { } cursor ? GlobalId.TryReadNumber(cursor, type) : beginning;
        if (from is null)
        {
            text.Refuse($"Invalid cursor format: {text.One("cursor")}");
        }

        ProjectFinder.Require(text);
        return new PageText(from!.Value, limit);
    }
}
