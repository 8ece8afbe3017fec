using System.Collections.Immutable;
using System.Text.Json;
using Weir.Gateway.Chat;

namespace Weir.Gateway.Routing.Routers;

/// <summary>Which kinds of media a conversation holds beside text.</summary>
/// <remarks><code>{"messages":[{"role":"user","content":[{"type":"image_url","image_url":{"url":"https://…"}}]}]}</code></remarks>
internal static class InputModalities
{
    // [ messages, { message, [ content, { part
    private const int DepthOfPart = 4;

    /// <summary>Of the modalities of the catalogue, without text.</summary>
    public static ImmutableArray<string> Of(ModelRequest request)
    {
        var found = ImmutableArray.CreateBuilder<string>();
        if (!request.Has("messages"))
        {
            return [];
        }

        var reader = new Utf8JsonReader(request.Value("messages").Span, new JsonReaderOptions { MaxDepth = RequestReader.MaxDepth });
        while (reader.Read())
        {
            if (reader.CurrentDepth != DepthOfPart || reader.TokenType != JsonTokenType.PropertyName || !WireText.Is(reader, "type"u8))
            {
                continue;
            }

            _ = reader.Read();
            if (reader.TokenType == JsonTokenType.String && ModalityOf(WireText.Read(reader)) is { } modality && !found.Contains(modality))
            {
                found.Add(modality);
            }
        }

        return found.ToImmutable();
    }

    private static string? ModalityOf(string type) => type switch
    {
        "image_url" => "image",
        "input_audio" => "audio",
        "video_url" or "input_video" => "video",
        "file" => "file",
        _ => null,
    };
}
