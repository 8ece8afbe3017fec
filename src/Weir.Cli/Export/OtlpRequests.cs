using System.Text.Json;

namespace Weir.Cli.Export;

/// <summary>Requests of OTLP in JSON, one a line, with all that the senders said: what <c>weir traces import</c> and the OpenTelemetry Collector read.</summary>
internal sealed class OtlpRequests(Stream output) : ISpanFile
{
    public string Path => "/api/weir/spans/otlp";

    public async ValueTask<int> WriteAsync(JsonElement page, CancellationToken cancellationToken)
    {
        var request = page.GetProperty("data");
        var spans = request.GetProperty("resourceSpans").EnumerateArray()
            .SelectMany(resource => resource.GetProperty("scopeSpans").EnumerateArray())
            .Sum(scope => scope.GetProperty("spans").GetArrayLength());
        if (spans > 0)
        {
            await JsonLine.WriteAsync(output, request, cancellationToken);
        }

        return spans;
    }

    public ValueTask FinishAsync(CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
