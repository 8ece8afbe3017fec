using System.ClientModel;
using System.ClientModel.Primitives;
using System.Diagnostics;
using System.Globalization;
using OpenAI;
using OpenAI.Chat;
using Weir.OpenInference;
using Weir.OpenInference.OpenAI;

namespace Weir.Benchmarks;

/// <summary>Whether recording delays the chunks of a stream that comes at the pace of a model: the time from sending a chunk to having it.</summary>
internal static class PacedStream
{
    private const int Chunks = 100;
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(20);

    public static void Print()
    {
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == OpenAIInstrumentor.ActivitySourceName,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
        };
        ActivitySource.AddActivityListener(listener);
        Measure(static options => options); // compiles what both use
        var plain = Measure(static options => options);
        var recorded = Measure(static options => options.AddOpenInference(new OpenInferenceOptions { TraceConfig = TraceConfig.IgnoringEnvironment }));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Chunks} chunks at {Pace.TotalMilliseconds:0} ms, median from sent to had: plain {plain.TotalMicroseconds:0} us, recorded {recorded.TotalMicroseconds:0} us"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"added: {(recorded - plain) / Pace * 100:0.00} % of the pace"));
    }

    private static TimeSpan Measure(Func<OpenAIClientOptions, OpenAIClientOptions> prepare)
    {
        using var server = new PacedServer(Chunks, Pace);
        var client = new ChatClient("small", new ApiKeyCredential("key"), prepare(new OpenAIClientOptions
        {
            Endpoint = server.Address,
            Transport = new HttpClientPipelineTransport(new HttpClient(new SocketsHttpHandler { UseProxy = false })),
        }));
        var delays = new List<TimeSpan>();
        foreach (var _ in client.CompleteChatStreaming(new UserChatMessage("Hello")))
        {
            delays.Add(Stopwatch.GetElapsedTime(server.SentAt(delays.Count)));
        }

        delays.Sort();
        return delays[delays.Count / 2];
    }
}
