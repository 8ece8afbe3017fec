using System.Text;
using System.Text.Json;
using Weir.Gateway.Dispatch;

namespace Weir.Providers.Translation;

/// <summary>Reads the body of an answer with an error status, whatever it is.</summary>
internal static class ErrorBody
{
    private const int LongestText = 200;
    private static readonly JsonDocumentOptions Bounded = new() { MaxDepth = 64 };

    /// <param name="body">As received.</param>
    /// <param name="find">Finds the error in the JSON; null when there is none.</param>
    /// <returns>What the body says; nothing when it says nothing. Never throws.</returns>
    public static UpstreamErrorBody Read(ReadOnlySpan<byte> body, Func<JsonElement, UpstreamErrorBody?> find)
    {
        try
        {
            using var document = JsonDocument.Parse(body.ToArray(), Bounded);
            return find(document.RootElement) ?? new UpstreamErrorBody(null, null);
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            // Not JSON: a proxy's page, most likely. Its beginning says more than nothing.
            var text = Encoding.UTF8.GetString(body).Trim();
            return new UpstreamErrorBody(text.Length == 0 ? null : text[..Math.Min(text.Length, LongestText)], null);
        }
    }
}
