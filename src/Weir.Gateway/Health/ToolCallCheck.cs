using System.Text.Json;
using Weir.Gateway.Chat;

namespace Weir.Gateway.Health;

/// <summary>Whether the tool calls of an answer can be carried out: their arguments are JSON and their tools are those of the request.</summary>
/// <remarks>Source: the classes of tool-call errors that quality routing counts. Arguments are not held against the tools' schemas.</remarks>
internal static class ToolCallCheck
{
    public static bool AreSound(ModelRequest request, ReadOnlyMemory<byte> answer)
    {
        var names = NamesOf(request);
        using var document = JsonDocument.Parse(answer);
        return !document.RootElement.TryGetProperty("choices", out var choices)
            || choices.ValueKind != JsonValueKind.Array
            || choices.EnumerateArray().SelectMany(CallsOf).All(call => IsSound(call, names));
    }

    private static IEnumerable<JsonElement> CallsOf(JsonElement choice) =>
        choice.ValueKind == JsonValueKind.Object
        && choice.TryGetProperty("message", out var message) && message.ValueKind == JsonValueKind.Object
        && message.TryGetProperty("tool_calls", out var calls) && calls.ValueKind == JsonValueKind.Array
            ? calls.EnumerateArray()
            : [];

    private static bool IsSound(JsonElement call, HashSet<string>? names)
    {
        // A call of another kind than a function has no arguments to judge.
        if (FunctionOf(call) is not { } function)
        {
            return true;
        }

        return (names is null || (TextOf(function, "name") is { } name && names.Contains(name))) && IsJson(TextOf(function, "arguments"));
    }

    // Null: a tool without a name is there, which a provider may call as it likes.
    private static HashSet<string>? NamesOf(ModelRequest request)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        if (request.Value("tools") is not { IsEmpty: false } tools)
        {
            return null;
        }

        using var document = JsonDocument.Parse(tools);
        foreach (var tool in document.RootElement.ValueKind == JsonValueKind.Array ? document.RootElement.EnumerateArray() : default)
        {
            if (FunctionOf(tool) is not { } function || TextOf(function, "name") is not { } name)
            {
                return null;
            }

            _ = names.Add(name);
        }

        return names;
    }

    private static JsonElement? FunctionOf(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty("function", out var function) && function.ValueKind == JsonValueKind.Object
            ? function
            : null;

    private static string? TextOf(JsonElement element, string name) =>
        element.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;

    // A function without parameters is often called with no arguments at all.
    private static bool IsJson(string? arguments)
    {
        if (string.IsNullOrWhiteSpace(arguments))
        {
            return true;
        }

        try
        {
            using var document = JsonDocument.Parse(arguments);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
