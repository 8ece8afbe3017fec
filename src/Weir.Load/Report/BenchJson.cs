using System.Text.Json;

namespace Weir.Load.Report;

/// <summary>Every sample as JSON: <c>{"machine": {...}, "figures": [{"name", "unit", "systems": {"nginx": [1, 2, 3]}}]}</c>.</summary>
internal static class BenchJson
{
    public static void Write(Stream output, Samples samples, IReadOnlyList<string> systems, IReadOnlyDictionary<string, string> machine)
    {
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        json.WriteStartObject("machine");
        foreach (var (name, value) in machine)
        {
            json.WriteString(name, value);
        }

        json.WriteEndObject();
        json.WriteStartArray("figures");
        foreach (var figure in samples.Figures)
        {
            Write(json, samples, systems, figure);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Samples samples, IReadOnlyList<string> systems, Figure figure)
    {
        json.WriteStartObject();
        json.WriteString("name", figure.Name);
        json.WriteString("unit", figure.Unit);
        json.WriteStartObject("systems");
        foreach (var system in systems)
        {
            json.WriteStartArray(system);
            foreach (var number in samples.Of(figure, system).Where(double.IsFinite))
            {
                json.WriteNumberValue(number);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }
}
