using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Weir.Server.Auth.Oidc;

/// <summary>Reads texts out of claims.</summary>
internal static class ClaimText
{
    private const int LongestName = 100;
    private const int MostValues = 1_000;
    private const int LongestValue = 256;

    public static string? Of(JsonElement claims, string name) => claims.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? Valid(value) : null;

    /// <summary>A person's name, cut where nobody's is longer.</summary>
    public static string? NameOf(JsonElement claims, string name) => Of(claims, name) switch
    {
        null or "" => null,
        { Length: > LongestName } text => text[..LongestName],
        var text => text,
    };

    /// <summary>A claim that holds one text or several; none when it is not there.</summary>
    /// <exception cref="OidcException">There are more than can be taken in; to leave some out would take rights away at random.</exception>
    public static ImmutableArray<string> ListOf(JsonElement claims, string name)
    {
        if (!claims.TryGetProperty(name, out var value) || value.ValueKind is not (JsonValueKind.String or JsonValueKind.Array))
        {
            return [];
        }

        ImmutableArray<string> texts = value.ValueKind == JsonValueKind.String
            ? [Valid(value) ?? ""]
            : [.. value.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => Valid(item) ?? "").Take(MostValues + 1)];
        return texts.Length <= MostValues
            ? [.. texts.Where(text => text.Length is > 0 and <= LongestValue).Distinct(StringComparer.Ordinal)]
            : throw new OidcException(StatusCodes.Status403Forbidden, $"You are in more groups than can be taken in ({MostValues}). Have the identity provider send fewer.");
    }

    // Half surrogate pairs pass the parser and fail here.
    private static string? Valid(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
