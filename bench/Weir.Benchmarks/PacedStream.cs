using System.ClientModel;
using System.ClientModel.Primitives;
using System.Diagnostics;
using System.Globalization;
using System.Net;
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
            $"paced stream, {Chunks} chunks at {Pace.TotalMilliseconds:0} ms, median from sent to had: plain {plain.TotalMicroseconds:0} us, recorded {recorded.TotalMicroseconds:0} us, added {(recorded - plain) / Pace * 100:0.00} % of the pace"));
    }

    private static TimeSpan Measure(Func<OpenAIClientOptions, OpenAIClientOptions> prepare)
    {
        using var server = new HttpListener();
        var address = $"http://127.0.0.1:{FreePort()}/";
        server.Prefixes.Add(address);
        server.Start();
        var sent = new long[Chunks];
        var serving = ServeAsync(server, sent);
        var client = new ChatClient("small", new ApiKeyCredential("key"), prepare(new OpenAIClientOptions
        {
            Endpoint = new Uri(address),
            Transport = new HttpClientPipelineTransport(new HttpClient(new SocketsHttpHandler { UseProxy = false })),
        }));
        var delays = new List<TimeSpan>();
        foreach (var _ in client.CompleteChatStreaming(new UserChatMessage("Hello")))
        {
            delays.Add(Stopwatch.GetElapsedTime(Volatile.Read(ref sent[delays.Count])));
        }

        serving.GetAwaiter().GetResult();
        delays.Sort();
        return delays[delays.Count / 2];
    }

    private static async Task ServeAsync(HttpListener server, long[] sent)
    {
        var context = await server.GetContextAsync().ConfigureAwait(false);
        context.Response.ContentType = "text/event-stream";
        context.Response.SendChunked = true;
        var chunk = "data: {\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"small\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\" word\"},\"finish_reason\":null}]}\n\n"u8.ToArray();
        for (var i = 0; i < sent.Length; i++)
        {
            await Task.Delay(Pace).ConfigureAwait(false);
            Volatile.Write(ref sent[i], Stopwatch.GetTimestamp());
            await context.Response.OutputStream.WriteAsync(chunk).ConfigureAwait(false);
            await context.Response.OutputStream.FlushAsync().ConfigureAwait(false);
        }

        await context.Response.OutputStream.WriteAsync("data: [DONE]\n\n"u8.ToArray()).ConfigureAwait(false);
        context.Response.Close();
    }

    private static int FreePort()
    {
        using var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
