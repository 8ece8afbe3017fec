using System.Text.Json;

namespace Weir.OpenInference;

/// <summary>Reasoning that a message shows, in whichever of the dialects it came.</summary>
internal sealed record ChatReasoning
{
    public required string Text { get; init; }

    public string? Signature { get; init; }

    public string? EncryptedContent { get; init; }

    public string? Id { get; init; }

    /// <summary>
    /// Reads <c>reasoning</c> (OpenRouter), <c>reasoning_content</c> (DeepSeek) or
    /// <c>reasoning_details: [{"type":"reasoning.text","text":"…","signature":"…"}]</c>. Null when no text is shown.
    /// </summary>
    public static ChatReasoning? Read(JsonElement message)
    {
        if (!JsonRead.TryGetString(message, "reasoning"u8, out var text))
        {
            JsonRead.TryGetString(message, "reasoning_content"u8, out text);
        }

        if (!JsonRead.TryGetArray(message, "reasoning_details"u8, out var details))
        {
            return text is null ? null : new ChatReasoning { Text = text };
        }

        text ??= Texts(details);
        return text is null ? null : new ChatReasoning
        {
            Text = text,
            Signature = First(details, "signature"u8),
            EncryptedContent = First(details, "data"u8),
            Id = First(details, "id"u8),
        };
    }

    private static string? Texts(JsonElement details)
    {
        List<string>? texts = null;
        foreach (var detail in details.EnumerateArray())
        {
            if (JsonRead.TryGetString(detail, "text"u8, out var text) || JsonRead.TryGetString(detail, "summary"u8, out text))
            {
                (texts ??= []).Add(text);
            }
        }

        return texts is null ? null : string.Join('\n', texts);
    }

    private static string? First(JsonElement details, ReadOnlySpan<byte> name)
    {
        foreach (var detail in details.EnumerateArray())
        {
            if (JsonRead.TryGetString(detail, name, out var value))
            {
                return value;
            }
        }

        return null;
    }
}
