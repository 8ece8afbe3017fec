using System.Text.Json;
using Weir.Gateway.Protocols;
using Weir.Gateway.Protocols.Responses;
using Weir.Protocol.Errors;
using Weir.Tests.Testing;
using static Weir.Tests.Testing.GatewaySamples;

namespace Weir.Tests.Gateway.Protocols.Responses;

/// <summary>One answer on its way through the translator, as a client sees it.</summary>
internal sealed class ResponseStream
{
    public const string Request = """{"model":"acme/small","input":"Hi","tools":[{"type":"custom","name":"run"},{"type":"namespace","name":"crm","tools":[{"type":"function","name":"find"}]}],"temperature":0.5}""";

    public const string Usage =
        """{"prompt_tokens":12,"completion_tokens":30,"total_tokens":42,"prompt_tokens_details":{"cached_tokens":4},"completion_tokens_details":{"reasoning_tokens":8},"cost":0.0000132,"is_byok":false,"cost_details":{"upstream_inference_cost":null,"upstream_inference_prompt_cost":0.0000012,"upstream_inference_completions_cost":0.000012}}""";

    private readonly IAnswerTranslator _answer;
    private readonly EventBuffer _buffer = new();

    public ResponseStream(string request = Request)
    {
        var time = new FakeTime();
        _answer = new ResponsesProtocol(time).Answer(Inbound(time, body: request), "acme/small", "Acme");
    }

    public List<JsonElement> Events { get; } = [];

    public bool HasEndMark { get; private set; }

    public IEnumerable<string> Types => Events.Select(item => item.GetProperty("type").GetString()!);

    public JsonElement Last => Events[^1].GetProperty("response");

    public ResponseStream Delta(string delta) => Choice($$"""{"index":0,"delta":{{delta}},"finish_reason":null,"native_finish_reason":null}""");

    public ResponseStream Finish(string reason) => Choice($$"""{"index":0,"delta":{},"finish_reason":"{{reason}}","native_finish_reason":"{{reason}}"}""");

    public ResponseStream Choice(string choice)
    {
        _answer.WriteChunk(Utf8($$"""{"id":"gen-1-abc","object":"chat.completion.chunk","choices":[{{choice}}]}"""), _buffer);
        return Drain();
    }

    public ResponseStream Close()
    {
        _answer.WriteClosing(Utf8($$"""{"id":"gen-1-abc","choices":[],"usage":{{Usage}}}"""), _buffer);
        _answer.WriteEndMark(_buffer);
        return Drain();
    }

    public ResponseStream Break(GatewayErrorCode code = GatewayErrorCode.ProviderUnavailable)
    {
        _answer.WriteError(GatewayError.Gateway(code, "It broke."), _buffer);
        _answer.WriteEndMark(_buffer);
        return Drain();
    }

    public static JsonElement Body(string message, string finish, string request = Request)
    {
        var time = new FakeTime();
        var body = new ResponsesProtocol(time).Answer(Inbound(time, body: request), "acme/small", "Acme").Body(Utf8(
            $$"""{"id":"gen-1-abc","object":"chat.completion","service_tier":"default","choices":[{"index":0,"message":{{message}},"finish_reason":"{{finish}}","native_finish_reason":"{{finish}}"}],"usage":{{Usage}}}"""));
        return JsonDocument.Parse(body).RootElement.Clone();
    }

    private ResponseStream Drain()
    {
        foreach (var item in Text(_buffer.Written).Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
        {
            if (item == "data: [DONE]")
            {
                HasEndMark = true;
                continue;
            }

            var lines = item.Split('\n');
            var json = JsonDocument.Parse(lines[1]["data: ".Length..]).RootElement.Clone();
            Xunit.Assert.Equal("event: " + json.GetProperty("type").GetString(), lines[0]);
            Events.Add(json);
        }

        _buffer.Clear();
        return this;
    }
}
