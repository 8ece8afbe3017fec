using System.Buffers;
using System.Text.Json;
using Weir.Gateway.Dispatch;
using Weir.Providers.OpenAiCompatible;
using Weir.Providers.Translation;

namespace Weir.Providers.OpenAiResponses;

/// <summary>Writes a chat request as a request for a response.</summary>
/// <remarks>
/// <code>
/// {"messages":[{"role":"user","content":"Hi"}],"max_tokens":100,"reasoning":{"effort":"high"}}
/// {"model":"gpt-5","input":[{"type":"message","role":"user","content":"Hi"}],"store":false,"max_output_tokens":100,
///  "reasoning":{"effort":"high","summary":"auto"},"include":["reasoning.encrypted_content"]}
/// </code>
/// </remarks>
internal sealed class ResponsesRequestTranslator
{
    // Less is refused.
    private const long LeastLimit = 16;

    private readonly UpstreamCall _call;
    private readonly RequestQuirks _quirks;
    private readonly RequestParameters _parameters;
    private readonly Utf8JsonWriter _writer;

    private ResponsesRequestTranslator(UpstreamCall call, JsonElement root, Utf8JsonWriter writer)
    {
        _call = call;
        _quirks = QuirkTable.OpenAi.RequestOf(call.Endpoint.UpstreamModel);
        _parameters = new RequestParameters(root, ResponsesParameters.All, call);
        _writer = writer;
    }

    private bool Reasons => _quirks.Reasoning == ReasoningStyle.Effort;

    /// <exception cref="TranslationException">The request holds what the dialect cannot say.</exception>
    public static ReadOnlyMemory<byte> Translate(UpstreamCall call)
    {
        using var document = WireDocument.Parse(call.Request.Body);
        var buffer = new ArrayBufferWriter<byte>(call.Request.Body.Length + 512);
        using var writer = new Utf8JsonWriter(buffer, CompactJson.WriterOptions);
        new ResponsesRequestTranslator(call, document.RootElement, writer).Write();
        writer.Flush();
        return buffer.WrittenMemory;
    }

    private void Write()
    {
        _writer.WriteStartObject();
        _writer.WriteString("model"u8, _call.Endpoint.UpstreamModel);
        _writer.WriteStartArray("input"u8);
        new ResponsesInput(_writer, _quirks.Messages?.InstructionRole).Write(_parameters.Root);
        _writer.WriteEndArray();
        _writer.WriteBoolean("store"u8, false);
        if (_call.Request.Stream)
        {
            _writer.WriteBoolean("stream"u8, true);
        }

        WriteSampling();
        ResponsesTools.Write(_writer, _parameters);
        WriteText();
        WriteReasoning();
        WriteRest();
        _writer.WriteEndObject();
    }

    private void WriteSampling()
    {
        if (_parameters.OutputLimit is { } limit)
        {
            _writer.WriteNumber("max_output_tokens"u8, Math.Max(limit, LeastLimit));
        }

        CopyWhenTaken("temperature");
        CopyWhenTaken("top_p");
        if (WantsLogprobs())
        {
            CopyWhenTaken("top_logprobs");
        }
    }

    private bool WantsLogprobs() => IsTaken("logprobs") && _parameters.Takes("logprobs") && _parameters.Root.IsTrue("logprobs");

    private bool IsTaken(string name) =>
        !_quirks.Refused.Contains(name) && !(_quirks.RefusedWhileReasoning.Contains(name) && _parameters.Reasoning() is { IsOn: true });

    private void CopyWhenTaken(string name)
    {
        if (IsTaken(name) && _parameters.TryGet(name, out var value))
        {
            _writer.WritePropertyName(name);
            _writer.WriteRaw(value);
        }
    }

    private void WriteText()
    {
        var format = _parameters.TryGet("response_format", out var asked) && asked.Text("type") is not (null or "text") ? asked : default;
        var verbosity = IsTaken("verbosity") && _parameters.TryGet("verbosity", out var wanted) ? wanted.Text() : null;
        if (format.ValueKind == JsonValueKind.Undefined && verbosity is null)
        {
            return;
        }

        _writer.WriteStartObject("text"u8);
        if (format.ValueKind != JsonValueKind.Undefined)
        {
            WriteFormat(format);
        }

        if (verbosity is not null)
        {
            _writer.WriteString("verbosity"u8, verbosity is "xhigh" or "max" ? "high" : verbosity);
        }

        _writer.WriteEndObject();
    }

    private void WriteFormat(JsonElement format)
    {
        var type = format.Text("type");
        if (type is not ("json_object" or "json_schema"))
        {
            throw new TranslationException(
                $"'response_format' is of type \"{type}\"; the openai-responses dialect takes text, json_object and json_schema.");
        }

        _writer.WriteStartObject("format"u8);
        _writer.WriteString("type"u8, type);
        if (type == "json_schema" && format.FindObject("json_schema") is { } schema)
        {
            foreach (var member in schema.EnumerateObject())
            {
                _writer.WritePropertyName(member.Name);
                _writer.WriteRaw(member.Value);
            }
        }

        _writer.WriteEndObject();
    }

    private void WriteReasoning()
    {
        var include = new List<string>();
        if (WantsLogprobs())
        {
            include.Add("message.output_text.logprobs");
        }

        if (Reasons)
        {
            // Nothing is stored there: what was thought comes back with us, or is lost.
            include.Add("reasoning.encrypted_content");
            WriteReasoningObject();
        }

        if (include.Count > 0)
        {
            _writer.WriteStartArray("include"u8);
            include.ForEach(_writer.WriteStringValue);
            _writer.WriteEndArray();
        }
    }

    private void WriteReasoningObject()
    {
        if (_parameters.Reasoning() is not { } wish)
        {
            return;
        }

        var effort = EffortScale.Fit(wish, _parameters.OutputLimit, _quirks.Efforts);
        var summary = _parameters.Root.Member("reasoning").Text("summary") ?? (wish is { IsOn: true, IsHidden: false } ? "auto" : null);
        if (effort is null && summary is null)
        {
            return;
        }

        _writer.WriteStartObject("reasoning"u8);
        if (effort is not null)
        {
            _writer.WriteString("effort"u8, effort);
        }

        if (summary is not null)
        {
            _writer.WriteString("summary"u8, summary);
        }

        _writer.WriteEndObject();
    }

    private void WriteRest()
    {
        foreach (var name in ResponsesParameters.Passed)
        {
            if (_parameters.Root.TryMember(name, out var value))
            {
                _writer.WritePropertyName(name);
                _writer.WriteRaw(value);
            }
        }

        if (_call.HashedUser is { } user)
        {
            _writer.WriteString("safety_identifier"u8, user);
        }
    }
}
