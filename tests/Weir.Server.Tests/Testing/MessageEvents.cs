using System.Text.Json;

namespace Weir.Server.Tests.Testing;

/// <summary>Reads a stream of the Messages API: named events, each with the JSON of its type.</summary>
internal static class MessageEvents
{
    public static async Task<IReadOnlyList<JsonElement>> ReadAsync(HttpResponseMessage response)
    {
        var events = new List<JsonElement>();
        foreach (var part in (await response.Content.ReadAsStringAsync()).Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
        {
            var lines = part.Split('\n');
            if (lines[0][0] == ':')
            {
                continue;
            }

            var data = JsonDocument.Parse(lines[1]["data: ".Length..]).RootElement;
            events.Add(lines[0] == $"event: {TypeOf(data)}" ? data : throw new InvalidDataException($"The event is not named as its type: {part}"));
        }

        return events;
    }

    public static string TypeOf(JsonElement item) => item.GetProperty("type").GetString()!;

    public static string Text(IEnumerable<JsonElement> events) => string.Concat(events
        .Where(item => TypeOf(item) == "content_block_delta" && item.GetProperty("delta").TryGetProperty("text", out _))
        .Select(item => item.GetProperty("delta").GetProperty("text").GetString()));
}
