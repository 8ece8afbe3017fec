using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Weir.Server.Endpoints.Scim;

/// <summary>The part of a list that a directory asks for: <c>startIndex</c>, which counts from 1, and <c>count</c>.</summary>
internal static class ScimPage
{
    private const int MostItems = 200;

    public static JsonObject Of<T>(HttpContext context, IReadOnlyCollection<T> all, Func<T, JsonObject> show)
    {
        // Out of range is as near as possible, says RFC 7644 (3.4.2.4).
        var start = Math.Max(1, Number(context, "startIndex") ?? 1);
        var count = Math.Clamp(Number(context, "count") ?? MostItems, 0, MostItems);
        JsonNode[] page = [.. all.Skip(start - 1).Take(count).Select(show)];
        return new JsonObject
        {
            ["schemas"] = new JsonArray(ScimSchemas.List),
            ["totalResults"] = all.Count,
            ["startIndex"] = start,
            ["itemsPerPage"] = page.Length,
            ["Resources"] = new JsonArray(page),
        };
    }

    private static int? Number(HttpContext context, string name) =>
        int.TryParse(context.Request.Query[name].ToString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
