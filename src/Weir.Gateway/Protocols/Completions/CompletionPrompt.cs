using System.Text.Json;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Protocols.Json;

namespace Weir.Gateway.Protocols.Completions;

/// <summary>Finds the one text of a prompt among the forms that a prompt can have.</summary>
/// <remarks><code>"Once"   ["Once"]   — but not ["Once","Twice"], [9906], [[9906]]</code></remarks>
internal static class CompletionPrompt
{
    /// <summary>The prompt as a JSON string; it lives as long as the document.</summary>
    /// <exception cref="GatewayException">400: there is none, or one that a chat model cannot be given.</exception>
    public static JsonElement Find(JsonElement request)
    {
        var prompt = request.Find("prompt"u8);
        switch (prompt?.ValueKind)
        {
            case JsonValueKind.String:
                return prompt.Value;
            case JsonValueKind.Array:
                return Only(prompt.Value);
            case null when request.Find("messages"u8) is not null:
                throw RequestFault.Invalid("'prompt' is missing. Completions take 'prompt', a text; 'messages' belong to POST /api/v1/chat/completions.");
            default:
                throw RequestFault.WrongKind("prompt", prompt, "a string");
        }
    }

    /// <summary>The prompt of a request that has been read before, as it stands between its quotes.</summary>
    public static byte[] RawText(ReadOnlyMemory<byte> body)
    {
        using var document = JsonDocument.Parse(body);
        return Find(document.RootElement).RawText().ToArray();
    }

    private static JsonElement Only(JsonElement prompts)
    {
        var count = prompts.GetArrayLength();
        if (count == 0)
        {
            throw RequestFault.Invalid("'prompt' is an empty list. Send a string.");
        }

        if (prompts[0].ValueKind is JsonValueKind.Number or JsonValueKind.Array)
        {
            throw RequestFault.Invalid("'prompt' is a list of token ids, which mean different texts to different models. Send the text itself.");
        }

        if (prompts[0].ValueKind != JsonValueKind.String)
        {
            throw RequestFault.WrongKind("prompt[0]", prompts[0], "a string");
        }

        return count == 1 ? prompts[0] : throw RequestFault.Invalid($"'prompt' holds {count} texts; one request completes one. Send a request for each.");
    }
}
