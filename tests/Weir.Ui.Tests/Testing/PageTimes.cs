using System.Text.Json;
using System.Text.Json.Serialization;
using Weir.Server.Tests.Testing;

namespace Weir.Ui.Tests.Testing;

/// <summary>Keeps what was measured in <c>artifacts/pages/times.json</c>. Nothing is asserted by it: a busy machine proves nothing by its times.</summary>
internal static partial class PageTimes
{
    private static readonly Lock Gate = new();
    private static readonly SortedDictionary<string, List<double>> Taken = new(StringComparer.Ordinal);

    /// <summary>Notes a time by what took it; of several runs all are kept, in their order.</summary>
    /// <param name="what">What took it, as in <c>traces: first rows</c>.</param>
    /// <param name="milliseconds">How long.</param>
    public static void Note(string what, double milliseconds)
    {
        lock (Gate)
        {
            if (!Taken.TryGetValue(what, out var times))
            {
                Taken[what] = times = [];
            }

            times.Add(Math.Round(milliseconds));
            var folder = Path.Combine(Repository.Root, "artifacts", "pages");
            _ = Directory.CreateDirectory(folder);
            var report = new Times(SeededMonth.Spans, Environment.ProcessorCount, Taken);
            File.WriteAllText(Path.Combine(folder, "times.json"), JsonSerializer.Serialize(report, TimesJson.Default.Times));
        }
    }

    /// <param name="Spans">Spans of the month that pages are opened on.</param>
    /// <param name="Processors">Of the machine.</param>
    /// <param name="Milliseconds">By what took them.</param>
    internal sealed record Times(int Spans, int Processors, IReadOnlyDictionary<string, List<double>> Milliseconds);

    [JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(Times))]
    internal sealed partial class TimesJson : JsonSerializerContext;
}
