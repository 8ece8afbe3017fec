using System.Text.Json;

namespace Weir.Tests.Testing;

/// <summary>The events of one streamed answer.</summary>
/// <param name="Broken">How the connection failed; null when the response ended in good order.</param>
internal sealed record SimulatorStream(IReadOnlyList<string> Events, Exception? Broken)
{
    public bool Done => Events.Count > 0 && Events[^1] == "[DONE]";

    public IReadOnlyList<JsonElement> Chunks => [.. Events.Where(text => text != "[DONE]").Select(text => JsonElement.Parse(text))];

    /// <summary>Pieces of text of one choice.</summary>
    public IReadOnlyList<string> Pieces(int index = 0) =>
        [.. Deltas(index).Where(delta => delta.TryGetProperty("content", out var text) && text.ValueKind == JsonValueKind.String).Select(delta => delta.GetProperty("content").GetString()!).Where(text => text.Length > 0)];

    public string Text(int index = 0) => string.Concat(Pieces(index));

    public IReadOnlyList<JsonElement> Deltas(int index = 0) => [.. Choices(index).Select(choice => choice.GetProperty("delta"))];

    public string? FinishReason(int index = 0) =>
        Choices(index).Select(choice => choice.GetProperty("finish_reason").GetString()).LastOrDefault(reason => reason is not null);

    public JsonElement? Usage() => Chunks
        .Where(chunk => chunk.TryGetProperty("usage", out var usage) && usage.ValueKind == JsonValueKind.Object)
        .Select(chunk => (JsonElement?)chunk.GetProperty("usage"))
        .SingleOrDefault();

    private IEnumerable<JsonElement> Choices(int index) =>
        Chunks.Where(chunk => chunk.TryGetProperty("choices", out _)).SelectMany(chunk => chunk.GetProperty("choices").EnumerateArray()).Where(choice => choice.GetProperty("index").GetInt32() == index);
}
