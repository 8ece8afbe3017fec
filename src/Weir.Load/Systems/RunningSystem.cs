using System.Collections.Immutable;
using Weir.Load.Worker;

namespace Weir.Load.Systems;

/// <summary>A gateway that runs, and how it is asked.</summary>
internal sealed record RunningSystem : IAsyncDisposable
{
    /// <summary>As the tables call it.</summary>
    public required string Name { get; init; }

    /// <summary>Null: no gateway, the instant upstream itself.</summary>
    public BenchProcess? Process { get; init; }

    public int Port { get; init; }

    public string Path { get; init; } = "/v1/chat/completions";

    public ImmutableArray<string> Headers { get; init; } = ["Authorization: Bearer bench"];

    /// <summary>What stands before the names of models here.</summary>
    public string ModelPrefix { get; init; } = "";

    /// <summary>When its process was started, in ticks of the monotonic clock: what had to be prepared before does not count.</summary>
    public long Began { get; init; } = System.Diagnostics.Stopwatch.GetTimestamp();

    /// <summary>Files it made; erased at the end.</summary>
    public string? Folder { get; init; }

    public LoadJob Ask(BenchModel model, int concurrency) => new()
    {
        Port = Port,
        Path = Path,
        Headers = Headers,
        Model = ModelPrefix + NameOf(model),
        Streams = model != BenchModel.Whole,
        Concurrency = concurrency,
    };

    /// <summary>The name that clients and the upstream know a kind of answer by.</summary>
    public static string NameOf(BenchModel model) => model switch
    {
        BenchModel.Whole => "bench-whole",
        BenchModel.Stream => "bench-stream",
        _ => "bench-paced",
    };

    public async ValueTask DisposeAsync()
    {
        if (Process is not null)
        {
            await Process.DisposeAsync();
        }

        if (Folder is not null)
        {
            Directory.Delete(Folder, recursive: true);
        }
    }
}
