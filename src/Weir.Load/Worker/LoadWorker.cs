using System.Text.Json;

namespace Weir.Load.Worker;

/// <summary>The process beside the gateways, on the other core: the instant upstream and the clients. It reads jobs from its input, a line each, and writes what they came to.</summary>
internal static class LoadWorker
{
    /// <summary>Works until the input ends. The first line it writes is the upstream's port.</summary>
    public static async Task RunAsync(TextReader input, TextWriter output)
    {
        using var upstream = new InstantUpstream();
        await output.WriteLineAsync(upstream.Port.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await output.FlushAsync();
        while (await input.ReadLineAsync() is { Length: > 0 } line)
        {
            var job = JsonSerializer.Deserialize(line, LoadJson.Default.LoadJob)!;
            var result = await LoadGenerator.RunAsync(job, upstream.Port);
            await output.WriteLineAsync(JsonSerializer.Serialize(result, LoadJson.Default.LoadResult));
            await output.FlushAsync();
        }
    }
}
