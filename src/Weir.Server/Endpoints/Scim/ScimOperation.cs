using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Weir.Server.Endpoints.Scim;

/// <summary>One operation of a PATCH.</summary>
/// <param name="Verb"><c>add</c>, <c>replace</c> or <c>remove</c>.</param>
/// <param name="Path">The attribute; empty: <paramref name="Value"/> is an object of attributes.</param>
/// <param name="Value">Undefined: none.</param>
internal sealed record ScimOperation(string Verb, string Path, JsonElement Value)
{
    private const int Most = 1_000;

    /// <exception cref="ScimException">The body is no PATCH.</exception>
    public static ScimOperation[] Read(JsonElement body)
    {
        if (ScimAttributes.Find(body, "Operations") is not { ValueKind: JsonValueKind.Array } list || list.GetArrayLength() is 0 or > Most)
        {
            throw new ScimException(StatusCodes.Status400BadRequest, "invalidSyntax", $"'Operations' must be a list of 1 to {Most}.");
        }

        return [.. list.EnumerateArray().Select(ReadOne)];
    }

    private static ScimOperation ReadOne(JsonElement item)
    {
        var verb = (ScimAttributes.Text(item, "op") ?? "").ToLowerInvariant();
        return verb is "add" or "replace" or "remove"
            ? new ScimOperation(verb, ScimAttributes.Text(item, "path") ?? "", ScimAttributes.Find(item, "value") ?? default)
            : throw ScimAttributes.Wrong("op", "must be add, replace or remove");
    }
}
