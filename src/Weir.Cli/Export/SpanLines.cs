using System.Text.Json;

namespace Weir.Cli.Export;

/// <summary>Spans in Phoenix's form, one a line.</summary>
internal sealed class SpanLines(Stream output, string project) : ISpanFile
{
    public string Path { get; } = PathOf(project);

    /// <summary>The list of a project's spans in Phoenix's form.</summary>
    public static string PathOf(string project) => $"/v1/projects/{Uri.EscapeDataString(project)}/spans";

    public async ValueTask<int> WriteAsync(JsonElement page, CancellationToken cancellationToken)
    {
        var spans = page.GetProperty("data");
        foreach (var span in spans.EnumerateArray())
        {
            await JsonLine.WriteAsync(output, span, cancellationToken);
        }

        return spans.GetArrayLength();
    }

    public ValueTask FinishAsync(CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
