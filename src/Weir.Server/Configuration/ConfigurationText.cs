using System.Text.Json;
using System.Text.Unicode;

namespace Weir.Server.Configuration;

/// <summary>Parses the text of <c>weir.json</c>, with comments and trailing commas.</summary>
internal static class ConfigurationText
{
    private static readonly JsonDocumentOptions Options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <exception cref="ConfigurationException">It is not JSON in UTF-8.</exception>
    public static JsonDocument Parse(ReadOnlyMemory<byte> json)
    {
        // Editors on Windows write a byte order mark.
        json = json.Span.StartsWith("\uFEFF"u8) ? json[3..] : json;
        if (!Utf8.IsValid(json.Span))
        {
            throw new ConfigurationException(["weir.json is not UTF-8; save it as UTF-8"]);
        }

        try
        {
            return JsonDocument.Parse(json, Options);
        }
        catch (JsonException wrong)
        {
            throw new ConfigurationException(
                [$"weir.json is not valid JSON at line {wrong.LineNumber + 1}, byte {wrong.BytePositionInLine + 1}: {wrong.Message}"]);
        }
    }
}
