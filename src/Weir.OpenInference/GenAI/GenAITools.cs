using System.Text;
using System.Text.Json;

namespace Weir.OpenInference;

/// <summary>The tools that a model was offered, as one JSON array.</summary>
internal static class GenAITools
{
    /// <summary>The definitions; null when there are none. One that is redacted or damaged stands there as text.</summary>
    public static string? Write(SpanTags tags)
    {
        var count = tags.Count(LlmAttributes.Tools);
        if (count == 0)
        {
            return null;
        }

        var json = new StringBuilder("[");
        for (var place = 0; place < count; place++)
        {
            var tool = tags.Text($"{SpanTags.Element(LlmAttributes.Tools, place)}.{ToolAttributes.JsonSchema}") ?? "";
            _ = json.Append(place == 0 ? "" : ",").Append(IsObject(tool) ? tool : $"\"{JsonEncodedText.Encode(tool)}\"");
        }

        return json.Append(']').ToString();
    }

    private static bool IsObject(string text)
    {
        using var document = JsonRead.ParseObject(Encoding.UTF8.GetBytes(text));
        return document is not null;
    }
}
