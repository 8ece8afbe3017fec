using Weir.Cli.Commands;

namespace Weir.Cli.Export;

/// <summary>Writes the spans of a project of a running server to a file, or to standard output.</summary>
internal sealed class SpanExport(RemoteTraces traces, TextWriter progress, TimeProvider time)
{
    private const string PageSize = "1000";
    private const string Parquet = "parquet";
    private const string Otlp = "otlp";

    // Beside the file itself: what was broken off must not look whole.
    private const string PartSuffix = ".part";

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    /// <summary>The forms, the usual one first.</summary>
    public static string[] Formats { get; } = ["jsonl", Otlp, Parquet];

    /// <param name="project">Its name.</param>
    /// <param name="filter">What a span must be like; null: all spans.</param>
    /// <param name="format">One of <see cref="Formats"/>.</param>
    /// <param name="path">The file, which is replaced; null: standard output.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="InvalidOperationException">This form cannot be written to standard output.</exception>
    /// <exception cref="IOException">The server refused or cannot be reached, or the file cannot be written.</exception>
    public async Task RunAsync(string project, string? filter, string format, string? path, CancellationToken cancellationToken)
    {
        if (path is null)
        {
            await using var output = format == Parquet
                ? throw new InvalidOperationException("--output is missing; Parquet is written to a file: --output spans.parquet.")
                : Console.OpenStandardOutput();
            _ = await WriteAsync(output, project, filter, format, tells: false, cancellationToken);
            return;
        }

        var part = path + PartSuffix;
        try
        {
            long spans;
            await using (var output = new FileStream(part, FileMode.Create, FileAccess.ReadWrite))
            {
                spans = await WriteAsync(output, project, filter, format, tells: true, cancellationToken);
            }

            File.Move(part, path, overwrite: true);
            await progress.WriteLineAsync($"{spans:N0} spans in {path}.");
        }
        finally
        {
            File.Delete(part);
        }
    }

    private async Task<long> WriteAsync(Stream output, string project, string? filter, string format, bool tells, CancellationToken cancellationToken)
    {
        await using ISpanFile file = format switch
        {
            Parquet => await ParquetSpans.CreateAsync(output, project, cancellationToken),
            Otlp => new OtlpRequests(output),
            _ => new SpanLines(output, project),
        };
        var spans = 0L;
        var told = time.GetTimestamp();
        await foreach (var page in traces.PagesAsync(file.Path, [("project", project), ("filter", filter), ("limit", PageSize)], cancellationToken))
        {
            spans += await file.WriteAsync(page, cancellationToken);
            if (tells && time.GetElapsedTime(told) >= Interval)
            {
                told = time.GetTimestamp();
                await progress.WriteLineAsync($"{spans:N0} spans ...");
            }
        }

        await file.FinishAsync(cancellationToken);
        return spans;
    }
}
