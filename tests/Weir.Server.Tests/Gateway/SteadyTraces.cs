using System.Text;
using Weir.Storage.Sqlite.Database;
using Weir.Storage.Sqlite.Traces;
using Weir.Tracing.Model;

namespace Weir.Server.Tests.Gateway;

/// <summary>Fills a file of traces before its server starts, so that its room is used up from the beginning.</summary>
internal static class SteadyTraces
{
    private const int SpansOfABatch = 64;
    private const int RandomBytes = 12_000;
    private static readonly Guid Workspace = new("0198f000-0000-7000-8000-000000000009");

    /// <summary>Writes traces of one span each, until the file has so many bytes.</summary>
    public static async Task FillAsync(string folder, long bytes)
    {
        var random = new Random(20261123);
        var now = (TimeProvider.System.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks * 100;
        var file = Path.Combine(folder, "traces.db");

        // Its logs are copied into the file now and then.
        await using var store = SqliteTraceStore.Open(file, Durability.Os, TimeProvider.System);
        while (new FileInfo(file).Length < bytes)
        {
            await store.AppendAsync([.. Enumerable.Range(0, SpansOfABatch).Select(_ => Span(random, now))], CancellationToken.None);
        }
    }

    // One long word: the room is what matters, not the index of words.
    private static SpanRow Span(Random random, long now)
    {
        var bytes = new byte[RandomBytes];
        random.NextBytes(bytes);
        var text = Convert.ToBase64String(bytes).Replace('+', 'a').Replace('/', 'b');
        return new SpanRow
        {
            WorkspaceId = Workspace,
            TraceId = new TraceId((ulong)random.NextInt64() | 1, (ulong)random.NextInt64()),
            SpanId = new SpanId((ulong)random.NextInt64() | 1),
            Project = "filled",
            Name = "filled",
            Kind = "CHAIN",
            StartUnixNanos = now,
            EndUnixNanos = now,
            ReceivedUnixNanos = now,
            Attributes = Encoding.UTF8.GetBytes($$"""{"input.value":"{{text}}"}"""),
        };
    }
}
