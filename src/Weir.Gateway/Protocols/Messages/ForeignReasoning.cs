using System.Text.Json;
using Weir.Gateway.Protocols.Json;

namespace Weir.Gateway.Protocols.Messages;

/// <summary>Carries reasoning that Anthropic's blocks have no form for through a client and back: whole, within a redacted block.</summary>
/// <remarks>
/// <code>
/// {"type":"reasoning.encrypted","data":"EpE…","id":"call_7","format":"google-gemini-v1","index":0}
/// {"type":"redacted_thinking","data":"weir.reasoning:eyJ0eXBlIjoi…"}
/// </code>
/// Clients send redacted blocks back unread, so the provider that made the reasoning gets it again in the next turn.
/// </remarks>
internal static class ForeignReasoning
{
    private const string Prefix = "weir.reasoning:";
    private const string Claude = "anthropic-claude-v1";

    /// <summary>Whether an item of <c>reasoning_details</c> is Claude's own: then its data and signatures pass as they are.</summary>
    public static bool IsClaudes(JsonElement detail) => detail.FindText("format"u8) is null or Claude;

    /// <summary>The data of a redacted block that holds this item.</summary>
    public static string Wrap(JsonElement detail) => Prefix + Convert.ToBase64String(detail.Raw());

    /// <summary>Whether the data of a redacted block holds such an item.</summary>
    public static bool IsIn(string data) => data.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>The item that the data of a redacted block holds; nothing when it is another provider's data.</summary>
    public static JsonDocument? Unwrap(string data)
    {
        if (!IsIn(data))
        {
            return null;
        }

        var json = new byte[data.Length];
        if (!Convert.TryFromBase64String(data[Prefix.Length..], json, out var length))
        {
            return null;
        }

        try
        {
            var document = JsonDocument.Parse(json.AsMemory(0, length));
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                return document;
            }

            document.Dispose();
        }
        catch (JsonException)
        {
            // Made by somebody else: it stays what it is.
        }

        return null;
    }
}
