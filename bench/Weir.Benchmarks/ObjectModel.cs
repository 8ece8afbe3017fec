using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Weir.Protocol.Sse;

namespace Weir.Benchmarks;

/// <summary>What the gateway does, done with objects: parsed, changed, written. The same events are read and the same members are replaced.</summary>
/// <remarks>With <see cref="JsonNode"/>, which makes objects only of what is touched: one class a message, as many gateways have it, would cost more.</remarks>
internal sealed class ObjectModel
{
    private readonly ArrayBufferWriter<byte> _json = new(1024);
    private readonly StringBuilder _answer = new();

    /// <summary>Reads a request for its model.</summary>
    public static JsonObject ReadRequest(byte[] body)
    {
        var request = JsonNode.Parse(body)!.AsObject();
        Require(request["model"]?.GetValue<string>() is not null);
        foreach (var message in request["messages"]!.AsArray())
        {
            Require(message?["role"]?.GetValue<string>() is not null);
        }

        return request;
    }

    /// <summary>Reads a request and writes the one for upstream.</summary>
    public static ReadOnlyMemory<byte> TranslateRequest(byte[] body)
    {
        var request = ReadRequest(body);
        request["model"] = "small-1";
        _ = request.Remove("provider");
        request["user"] = "2bd806c97f0e00af1a1fc3328fa763a9";
        request["stream_options"] = new JsonObject { ["include_usage"] = true };
        var written = new ArrayBufferWriter<byte>(body.Length + 256);
        using var writer = new Utf8JsonWriter(written);
        request.WriteTo(writer);
        writer.Flush();
        return written.WrittenMemory;
    }

    /// <summary>Reads a stream, remembers its text, and writes it on.</summary>
    public async Task RelayAsync(byte[] stream, Stream client)
    {
        _ = _answer.Clear();
        await using var events = new SseReader(new MemoryStream(stream, writable: false), 1024 * 1024);
        while (await events.ReadAsync(CancellationToken.None) && !events.Data.Span.SequenceEqual("[DONE]"u8))
        {
            var chunk = JsonNode.Parse(events.Data.Span)!.AsObject();
            if (chunk["choices"]!.AsArray() is { Count: > 0 } choices)
            {
                _ = _answer.Append(choices[0]!["delta"]?["content"]?.GetValue<string>());
                Write(chunk, choices);
                client.Write("data: "u8);
                client.Write(_json.WrittenSpan);
                client.Write("\n\n"u8);
            }
        }
    }

    /// <summary>Reads a whole answer and writes it on.</summary>
    public void RelayWhole(byte[] completion, Stream client)
    {
        var answer = JsonNode.Parse(completion)!.AsObject();
        var choices = answer["choices"]!.AsArray();
        Require(choices[0]!["message"]?["content"]?.GetValue<string>().Length > 0);
        Write(answer, choices);
        client.Write(_json.WrittenSpan);
    }

    private void Write(JsonObject answer, JsonArray choices)
    {
        answer["id"] = "gen-1-abc";
        answer["created"] = 1;
        answer["model"] = "acme/small";
        answer["provider"] = "Acme";
        foreach (var choice in choices)
        {
            choice!["native_finish_reason"] = choice["finish_reason"]?.GetValue<string>();
        }

        _json.ResetWrittenCount();
        using var writer = new Utf8JsonWriter(_json);
        answer.WriteTo(writer);
        writer.Flush();
    }

    private static void Require(bool condition)
    {
        if (!condition)
        {
            throw new InvalidDataException("The sample is not what it should be.");
        }
    }
}
