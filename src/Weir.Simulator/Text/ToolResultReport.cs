using System.Text.Json;

namespace Weir.Simulator.Text;

/// <summary>Says in a sentence what a tool returned.</summary>
internal static class ToolResultReport
{
    private const int MostFields = 6;
    private const int LongestText = 300;

    // {"temperature":21,"unit":"celsius"} → "get_weather says: temperature is 21, unit is celsius."
    public static string Sentence(string toolName, string result)
    {
        var finding = Fields(result) ?? Short(result.Trim());
        return finding.Length == 0 ? $"{toolName} returned nothing." : $"{toolName} says: {finding.TrimEnd('.')}.";
    }

    private static string? Fields(string result)
    {
        try
        {
            using var document = JsonDocument.Parse(result);
            return document.RootElement.ValueKind switch
            {
                JsonValueKind.Object => string.Join(", ", document.RootElement.EnumerateObject().Take(MostFields).Select(field => $"{field.Name} is {Short(field.Value.ToString())}")),
                JsonValueKind.Array => string.Join(", ", document.RootElement.EnumerateArray().Take(MostFields).Select(item => Short(item.ToString()))),
                _ => Short(document.RootElement.ToString()),
            };
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string Short(string text)
    {
        if (text.Length <= LongestText)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[LongestText - 1]) ? LongestText - 1 : LongestText;
        return text[..end] + "…";
    }
}
