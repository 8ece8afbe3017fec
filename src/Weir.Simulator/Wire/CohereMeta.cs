using System.Text.Json;
using Weir.Simulator.Answers;

namespace Weir.Simulator.Wire;

/// <summary>Writes the <c>meta</c> object that ends every answer in Cohere's dialect.</summary>
internal static class CohereMeta
{
    // "meta":{"api_version":{"version":"2"},"billed_units":{"search_units":1}}
    public static void Write(Utf8JsonWriter json, string version, AnswerExtent extent, string unit, int count)
    {
        json.WriteStartObject("meta");
        json.WriteStartObject("api_version");
        json.WriteString("version", version);
        json.WriteEndObject();
        if (extent.HasFlag(AnswerExtent.Usage))
        {
            json.WriteStartObject("billed_units");
            json.WriteNumber(unit, count);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
