using System.Text.Json;
using Weir.Gateway.Chat;

namespace Weir.Gateway.Routing.Routers;

/// <summary>The model that gave the latest answer of a conversation, as the client handed it back.</summary>
/// <remarks><code>{"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Hello","model":"acme/small"},{"role":"user","content":"Bye"}]}</code></remarks>
internal static class PinnedModel
{
    /// <summary>Its slug; null when there is no answer yet, or the latest one does not say.</summary>
    public static string? Find(ModelRequest request)
    {
        var reader = new Utf8JsonReader(request.Value("messages").Span, new JsonReaderOptions { MaxDepth = RequestReader.MaxDepth });
        string? latest = null;
        _ = reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            var (isAnswer, model) = Read(ref reader);
            latest = isAnswer ? model : latest;
        }

        return latest;
    }

    // One message, to its end.
    private static (bool IsAnswer, string? Model) Read(ref Utf8JsonReader reader)
    {
        var isAnswer = false;
        string? model = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (isRole, isModel) = (WireText.Is(reader, "role"u8), WireText.Is(reader, "model"u8));
            _ = reader.Read();
            if (reader.TokenType == JsonTokenType.String)
            {
                isAnswer = isRole ? WireText.Is(reader, "assistant"u8) : isAnswer;
                model = isModel ? WireText.Read(reader) : model;
            }

            reader.Skip();
        }

        return (isAnswer, model);
    }
}
