using System.Text.Json;

namespace Weir.Providers.Translation;

/// <summary>Parses JSON from outside. Bytes that are no UTF-8 and half surrogate pairs become U+FFFD, in names too, so that no reader has to mind them.</summary>
internal static class WireDocument
{
    private static readonly JsonDocumentOptions Bounded = new() { MaxDepth = 64 };

    /// <exception cref="JsonException">Not JSON, or nested deeper than 64 levels.</exception>
    public static JsonDocument Parse(ReadOnlyMemory<byte> json) => JsonDocument.Parse(LoneSurrogates.Replace(AnswerBody.ValidUtf8(json)), Bounded);
}
