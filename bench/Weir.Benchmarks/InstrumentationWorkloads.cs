using System.ClientModel;
using System.ClientModel.Primitives;
using System.Diagnostics;
using System.Text;
using OpenAI;
using OpenAI.Chat;
using Weir.OpenInference;
using Weir.OpenInference.OpenAI;

namespace Weir.Benchmarks;

/// <summary>What recording adds to a call of the official OpenAI client: without, with nobody listening, with a listener.</summary>
internal static class InstrumentationWorkloads
{
    private const int Chunks = 200;

    public static IEnumerable<Workload> All()
    {
        var listened = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == OpenAIInstrumentor.ActivitySourceName,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => Listens ? ActivitySamplingResult.AllDataAndRecorded : ActivitySamplingResult.None,
        };
        ActivitySource.AddActivityListener(listened);
        return
        [
            new("instrumented call", "plain client", 1, () => Call(Plain, listens: false)),
            new("instrumented call", "instrumented, not sampled", 1, () => Call(Recorded, listens: false)),
            new("instrumented call", "instrumented", 1, () => Call(Recorded, listens: true)),
            new("instrumented chunk", "plain client", Chunks, () => Stream(Plain, listens: false)),
            new("instrumented chunk", "instrumented", Chunks, () => Stream(Recorded, listens: true)),
        ];
    }

    private static bool Listens { get; set; }

    private static ChatClient Plain { get; } = Client(static options => options);

    private static ChatClient Recorded { get; } = Client(static options => options.AddOpenInference(new OpenInferenceOptions { TraceConfig = TraceConfig.IgnoringEnvironment }));

    private static ChatMessage[] Messages { get; } = [.. Enumerable.Range(0, 20).Select(static i => (ChatMessage)new UserChatMessage($"{i}: {new string('x', 300)}"))];

    private static Task Call(ChatClient client, bool listens)
    {
        Listens = listens;
        client.CompleteChat(Messages);
        return Task.CompletedTask;
    }

    private static Task Stream(ChatClient client, bool listens)
    {
        Listens = listens;
        foreach (var _ in client.CompleteChatStreaming(Messages))
        {
        }

        return Task.CompletedTask;
    }

    private static ChatClient Client(Func<OpenAIClientOptions, OpenAIClientOptions> prepare) => new(
        "small", new ApiKeyCredential("key"), prepare(new OpenAIClientOptions { Transport = new HttpClientPipelineTransport(new HttpClient(new CannedAnswers())) }));

    /// <summary>Answers at once, from memory: what is left is the client and its recording.</summary>
    private sealed class CannedAnswers : HttpMessageHandler
    {
        private static readonly byte[] Whole = Encoding.UTF8.GetBytes(
            """{"id":"c","object":"chat.completion","created":1,"model":"small","choices":[{"index":0,"finish_reason":"stop","message":{"role":"assistant","content":"Hello there."}}],"usage":{"prompt_tokens":9,"completion_tokens":3,"total_tokens":12}}""");

        private static readonly byte[] Streamed = Encoding.UTF8.GetBytes(
            string.Concat(Enumerable.Repeat("data: {\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"small\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\" word\"},\"finish_reason\":null}]}\n\n", Chunks))
            + "data: [DONE]\n\n");

        protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            using var body = new MemoryStream();
            request.Content!.CopyTo(body, context: null, cancellationToken);
            var isStream = body.GetBuffer().AsSpan(0, (int)body.Length).IndexOf("\"stream\":true"u8) >= 0;
            var answer = new HttpResponseMessage { Content = new ByteArrayContent(isStream ? Streamed : Whole) };
            answer.Content.Headers.TryAddWithoutValidation("Content-Type", isStream ? "text/event-stream" : "application/json");
            return answer;
        }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(Send(request, cancellationToken));
    }
}
