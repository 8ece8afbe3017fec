using System.Collections.Immutable;
using System.Text.Json;
using Weir.Gateway.Chat;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Protocols.Json;
using Weir.Protocol.Errors;

namespace Weir.Gateway.Operations;

/// <summary>Checks members of a request, and says which one is wrong and what it should be.</summary>
internal static class RequestCheck
{
    /// <summary>A text that must be there and not empty.</summary>
    /// <exception cref="GatewayException">400.</exception>
    public static string RequiredText(ModelRequest request, string name, string example) =>
        Text(request, name) is { Length: > 0 } text ? text : throw Invalid($"'{name}' is missing or empty. Send a text, for example \"{name}\": \"{example}\".");

    /// <summary>A text, or null when the request lacks it.</summary>
    /// <exception cref="GatewayException">400 for another type.</exception>
    public static string? Text(ModelRequest request, string name)
    {
        if (!request.Has(name))
        {
            return null;
        }

        var reader = new Utf8JsonReader(request.Value(name).Span);
        return reader.Read() && reader.TokenType == JsonTokenType.String ? WireText.Read(reader) : throw Invalid($"'{name}' must be a string.");
    }

    /// <summary>One of a few words, or null when the request lacks it.</summary>
    /// <exception cref="GatewayException">400 for another word, naming those there are.</exception>
    public static string? OneOf(ModelRequest request, string name, params ImmutableArray<string> words)
    {
        var text = Text(request, name);
        return text is null || words.Contains(text) ? text : throw Invalid($"'{name}' is \"{text}\"; it must be one of {string.Join(", ", words)}.");
    }

    /// <summary>A whole number between two bounds, or null when the request lacks it.</summary>
    /// <exception cref="GatewayException">400 for anything else.</exception>
    public static int? Integer(ModelRequest request, string name, int least, int most)
    {
        if (!request.Has(name))
        {
            return null;
        }

        var reader = new Utf8JsonReader(request.Value(name).Span);
        return reader.Read() && reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var value) && value >= least && value <= most
            ? value
            : throw Invalid($"'{name}' must be a whole number {Bounds(least, most)}.");
    }

    /// <summary>The elements of a list that must be there and not empty, each with its place.</summary>
    /// <exception cref="GatewayException">400.</exception>
    public static JsonDocument RequiredList(ModelRequest request, string name, int most)
    {
        var value = request.Value(name);
        var document = value.IsEmpty ? null : JsonDocument.Parse(value, new JsonDocumentOptions { MaxDepth = RequestReader.MaxDepth });
        var length = document is { RootElement: { ValueKind: JsonValueKind.Array } list } ? list.GetArrayLength() : 0;
        if (length >= 1 && length <= most)
        {
            return document!;
        }

        document?.Dispose();
        throw Invalid($"'{name}' must be a list of 1 to {most} elements.");
    }

    /// <summary>What a request says to single providers, for whoever is asked: objects by the provider's slug.</summary>
    /// <exception cref="GatewayException">400 for anything else.</exception>
    public static void ProviderOptions(ModelRequest request)
    {
        if (!request.Has("provider"))
        {
            return;
        }

        using var document = JsonDocument.Parse(request.Value("provider"), new JsonDocumentOptions { MaxDepth = RequestReader.MaxDepth });
        if (document.RootElement.Find("options"u8) is { } options && !IsByProvider(options))
        {
            throw Invalid("'provider.options' must be an object of objects by provider, for example {\"acme\": {\"steps\": 40}}.");
        }
    }

    private static bool IsByProvider(JsonElement options) =>
        options.ValueKind == JsonValueKind.Object
        && options.EnumerateObject().All(entry => entry.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Null);

    public static GatewayException Invalid(string message) => new(GatewayError.Client(GatewayErrorCode.InvalidRequest, message));

    private static string Bounds(int least, int most) => most == int.MaxValue ? $"of {least} or more" : $"from {least} to {most}";
}
