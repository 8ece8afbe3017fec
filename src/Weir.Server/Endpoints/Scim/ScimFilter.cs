using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace Weir.Server.Endpoints.Scim;

/// <summary>A filter as directories send it before they make something: <c>userName eq "jane@example.com"</c>.</summary>
internal sealed partial record ScimFilter(string Attribute, string Value)
{
    /// <summary>The filter of a request; null: none.</summary>
    /// <exception cref="ScimException">It is another one than equality of an allowed attribute.</exception>
    public static ScimFilter? Of(HttpContext context, params ReadOnlySpan<string> allowed)
    {
        var text = context.Request.Query["filter"].ToString();
        if (text.Length == 0)
        {
            return null;
        }

        var match = Equality().Match(text);
        foreach (var attribute in allowed)
        {
            if (match.Success && match.Groups["attribute"].Value.Equals(attribute, StringComparison.OrdinalIgnoreCase))
            {
                return new ScimFilter(attribute, ValueOf(match.Groups["value"].Value));
            }
        }

        throw new ScimException(StatusCodes.Status400BadRequest, "invalidFilter", $"This filter is not known here; known is: {string.Join(" eq \"…\", ", allowed.ToArray())} eq \"…\".");
    }

    private static string ValueOf(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, ScimJson.Default.String) ?? "";
        }
        catch (JsonException)
        {
            throw new ScimException(StatusCodes.Status400BadRequest, "invalidFilter", "The value of the filter is not a text in quotes.");
        }
    }

    [GeneratedRegex("""^\s*(?<attribute>[A-Za-z.]{1,64})\s+[eE][qQ]\s+(?<value>".{0,256}")\s*$""", RegexOptions.NonBacktracking)]
    private static partial Regex Equality();
}
