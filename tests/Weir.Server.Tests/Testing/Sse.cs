using System.Text.Json;

namespace Weir.Server.Tests.Testing;

/// <summary>Reads a whole event stream as a client would.</summary>
internal static class Sse
{
    /// <summary>The data of every event; comments left out.</summary>
    public static async Task<IReadOnlyList<string>> DataAsync(HttpResponseMessage response) =>
        [.. (await response.Content.ReadAsStringAsync()).Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Where(part => part.StartsWith("data: ", StringComparison.Ordinal)).Select(part => part["data: ".Length..])];

    /// <summary>The JSON events of a stream, and whether the end mark came last.</summary>
    public static async Task<(IReadOnlyList<JsonElement> Events, bool HasEnd)> ReadAsync(HttpResponseMessage response)
    {
        var data = await DataAsync(response);
        var events = data.Where(item => item != "[DONE]").Select(item => JsonDocument.Parse(item).RootElement.Clone()).ToArray();
        return (events, data.Count > 0 && data[^1] == "[DONE]");
    }

    public static string Text(IEnumerable<JsonElement> events) => string.Concat(events
        .SelectMany(item => item.GetProperty("choices").EnumerateArray())
        .Select(choice => choice.GetProperty("delta").TryGetProperty("content", out var content) ? content.GetString() : ""));
}
