using System.Text;
using Weir.Gateway.Dispatch;
using Weir.Gateway.Media;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Protocols;
using Weir.Gateway.Protocols.Chat;
using Weir.Gateway.Protocols.Completions;
using Weir.Gateway.Protocols.Messages;
using Weir.Gateway.Protocols.Plain;
using Weir.Gateway.Protocols.Responses;
using Weir.Gateway.Stages;
using Weir.OpenInference;
using Weir.Gateway.Recording;
using Weir.Providers;
using Weir.Tests.Testing;
using Xunit;

namespace Weir.Tests.Gateway.Protocols;

/// <summary>Bodies that are almost right: each is read or refused by name, by every protocol, and by every dialect behind it.</summary>
public sealed class MutationTests
{
    private const int Mutations = 2000;

    private static readonly string[] Odd =
    [
        "null", "true", "-1", "1e999", "NaN", "\"\"", "\"\\ud800\"", "\"\\u0000\"", "[]", "{}", "[[]]", "[null]", "{\"type\":null}", "{\"url\":5}", "99999999999999999999",
        "\"data:;base64,\"", "\"https://[::\"", "\"http\"", ",", ":", "\"", "}", "]", "\uFEFF", "\\",
    ];

    public static TheoryData<string> Names => ["chat", "completions", "messages", "responses", "embeddings", "rerank", "images", "speech", "transcription"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Mutated_IsReadOrRefused(string name)
    {
        var (protocol, body) = Sample(name);
        var random = new Random(7);
        var read = 0;
        for (var round = 0; round < Mutations; round++)
        {
            var mutated = Mutate(Encoding.UTF8.GetBytes(body), random);
            try
            {
                read += Run(protocol, mutated);
            }
            catch (GatewayException)
            {
                // Refused, with a message for the caller.
            }
            catch (Exception failure)
            {
                Assert.Fail($"{name}, round {round}: {failure.GetType().Name} for {Encoding.UTF8.GetString(mutated)}\n{failure}");
            }
        }

        // The mutations must not all die at the first brace.
        Assert.InRange(read, 1, Mutations);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void TooDeep_NamesTheLimit(string name)
    {
        var (protocol, body) = Sample(name);
        var deep = body[..^1] + ",\"metadata\":" + new string('[', 100) + new string(']', 100) + "}";

        var refused = Assert.Throws<GatewayException>(() => protocol.Read(Encoding.UTF8.GetBytes(deep)));

        Assert.Equal(400, refused.Error.Status);
        Assert.Contains("the limit of 64", refused.Error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void NotUtf8_IsRefused(string name)
    {
        var (protocol, body) = Sample(name);
        var broken = Encoding.UTF8.GetBytes(body);
        broken[body.IndexOf("acme", StringComparison.Ordinal)] = 0xFF;

        var refused = Assert.Throws<GatewayException>(() => protocol.Read(broken));

        Assert.Contains("UTF-8", refused.Error.Message, StringComparison.Ordinal);
    }

    // 1 when the protocol took it.
    private static int Run(IProtocol protocol, byte[] body)
    {
        var request = protocol.Read(body);
        _ = MediaReferences.Find(request);
        try
        {
            _ = new PrepareStage().Run(new Parsed(new Authenticated(GatewaySamples.Inbound(new FakeTime()), GatewaySamples.Caller()), request));
        }
        catch (GatewayException)
        {
            return 1;
        }

        using var sink = new JsonAttributeSink();
        protocol.Operation.WriteInput(request, body, sink, TraceConfig.IgnoringEnvironment);
        _ = protocol.Operation.Estimate(request, default, "o200k");
        foreach (var dialect in (string[])["openai", "anthropic", "gemini", "ollama", "cohere", "bedrock", "azure-openai", "openai-responses"])
        {
            Translate(protocol, request, dialect);
        }

        return 1;
    }

    private static void Translate(IProtocol protocol, Weir.Gateway.Chat.ModelRequest request, string dialect)
    {
        var provider = GatewaySamples.Provider() with { Dialect = ProviderRegistry.Find(dialect)! };
        var call = new UpstreamCall { Operation = protocol.Operation, Request = request, Endpoint = GatewaySamples.Endpoint(provider), Now = FakeTime.Start };
        try
        {
            _ = call.Translator.Translate(call);
        }
        catch (TranslationException)
        {
            // What a dialect cannot say is a refusal, not a fault.
        }
    }

    private static byte[] Mutate(byte[] body, Random random)
    {
        var bytes = body.ToList();
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(5))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 20), bytes.Count - at - 1));
                    break;
                case 2:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 30), bytes.Count - at)));
                    break;
                default:
                    ReplaceValue(bytes, at, Encoding.UTF8.GetBytes(Odd[random.Next(Odd.Length)]));
                    break;
            }
        }

        return [.. bytes];
    }

    // From a colon to the next comma or bracket: most of these are still JSON.
    private static void ReplaceValue(List<byte> bytes, int at, byte[] value)
    {
        var colon = bytes.IndexOf((byte)':', at);
        if (colon < 0)
        {
            return;
        }

        var end = bytes.FindIndex(colon, one => one is (byte)',' or (byte)'}' or (byte)']');
        bytes.RemoveRange(colon + 1, Math.Max(0, end - colon - 1));
        bytes.InsertRange(colon + 1, value);
    }

    private static (IProtocol Protocol, string Body) Sample(string name) => name switch
    {
        "chat" => (new ChatProtocol(), """{"model":"acme/small","temperature":0.5,"stop":["a"],"tools":[{"type":"function","function":{"name":"f","parameters":{"type":"object"}}}],"tool_choice":"auto","reasoning":{"effort":"low"},"response_format":{"type":"json_object"},"messages":[{"role":"system","content":"S"},{"role":"user","content":[{"type":"text","text":"Hi"},{"type":"image_url","image_url":{"url":"data:image/png;base64,iVBO"}},{"type":"file","file":{"filename":"a.pdf","file_data":"data:application/pdf;base64,iVBO"}}]},{"role":"assistant","content":null,"tool_calls":[{"id":"c1","type":"function","function":{"name":"f","arguments":"{}"}}]},{"role":"tool","tool_call_id":"c1","content":"18"}]}"""),
        "completions" => (new CompletionsProtocol(), """{"model":"acme/small","prompt":"Once","max_tokens":5,"logprobs":2,"stop":["x"],"stream":false}"""),
        "messages" => (new MessagesProtocol(), """{"model":"acme/small","max_tokens":9,"system":[{"type":"text","text":"S"}],"thinking":{"type":"enabled","budget_tokens":1024},"tools":[{"name":"f","input_schema":{"type":"object"}}],"messages":[{"role":"user","content":[{"type":"text","text":"Hi"},{"type":"image","source":{"type":"base64","media_type":"image/png","data":"iVBO"}}]},{"role":"assistant","content":[{"type":"tool_use","id":"t1","name":"f","input":{}}]},{"role":"user","content":[{"type":"tool_result","tool_use_id":"t1","content":"18"}]}]}"""),
        "responses" => (new ResponsesProtocol(new FakeTime()), """{"model":"acme/small","instructions":"S","max_output_tokens":9,"tools":[{"type":"function","name":"f","parameters":{"type":"object"}}],"text":{"format":{"type":"json_object"}},"input":[{"role":"user","content":[{"type":"input_text","text":"Hi"},{"type":"input_image","image_url":"data:image/png;base64,iVBO"}]},{"type":"function_call","call_id":"c1","name":"f","arguments":"{}"},{"type":"function_call_output","call_id":"c1","output":"18"}]}"""),
        "embeddings" => (PlainProtocol.Embeddings, """{"model":"acme/small","input":["a","b"],"dimensions":8,"encoding_format":"float","input_type":"search_query"}"""),
        "rerank" => (PlainProtocol.Rerank, """{"model":"acme/small","query":"q","documents":["a",{"text":"b"}],"top_n":1}"""),
        "images" => (PlainProtocol.Images, """{"model":"acme/small","prompt":"a panda","n":1,"aspect_ratio":"16:9","resolution":"2K","output_format":"png","input_references":[{"type":"image_url","image_url":{"url":"data:image/png;base64,iVBO"}}]}"""),
        "speech" => (PlainProtocol.Speech, """{"model":"acme/small","input":"Hi","voice":"alloy","response_format":"mp3","speed":1.5}"""),
        _ => (PlainProtocol.Transcription, """{"model":"acme/small","input_audio":{"data":"UklGRg==","format":"wav"},"language":"en","response_format":"verbose_json"}"""),
    };
}
