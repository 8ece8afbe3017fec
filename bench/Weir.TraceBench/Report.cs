using System.Globalization;
using System.Text.Json;

namespace Weir.TraceBench;

/// <summary>The numbers as a table for people and as JSON for programs.</summary>
internal static class Report
{
    public static void Print(Measured line) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"| {line.What} | {Number(line.P50)} | {(line.P95 is { } p95 ? Number(p95) : "")} | {(line.WorkMilliseconds is { } work ? Number(work) : "")} | {line.Unit} | {line.Note} |"));

    public static void PrintHead()
    {
        Console.WriteLine("| what | p50 | p95 | processor | unit | |");
        Console.WriteLine("| --- | ---: | ---: | ---: | --- | --- |");
    }

    public static void Write(string path, Options options, IReadOnlyList<Measured> lines)
    {
        using var file = File.Create(path);
        using var json = new Utf8JsonWriter(file, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        json.WriteNumber("spans", options.Spans);
        json.WriteNumber("attribute_bytes", options.AttributeBytes);
        json.WriteNumber("seed", options.Seed);
        json.WriteBoolean("text_index", options.IndexesTexts);
        json.WriteStartArray("measured");
        foreach (var line in lines)
        {
            json.WriteStartObject();
            json.WriteString("what", line.What);
            json.WriteNumber("p50", line.P50);
            if (line.P95 is { } p95)
            {
                json.WriteNumber("p95", p95);
            }

            if (line.WorkMilliseconds is { } work)
            {
                json.WriteNumber("processor_ms", work);
            }

            json.WriteString("unit", line.Unit);
            json.WriteString("note", line.Note);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string Number(double value) => value.ToString(value < 10 ? "0.00" : value < 100 ? "0.0" : "N0", CultureInfo.InvariantCulture);
}
