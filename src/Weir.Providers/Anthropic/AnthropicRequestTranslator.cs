using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Weir.Gateway.Dispatch;
using Weir.Providers.Translation;

namespace Weir.Providers.Anthropic;

/// <summary>Writes a chat completion request as a request of the Messages API.</summary>
/// <remarks>
/// <code>
/// {"model":"anthropic/claude-haiku-4.5","messages":[{"role":"system","content":"S"},{"role":"user","content":"Q"}],"stop":"END"}
/// {"model":"claude-haiku-4-5","max_tokens":32000,"system":[{"type":"text","text":"S"}],"messages":[{"role":"user","content":[{"type":"text","text":"Q"}]}],"stop_sequences":["END"]}
/// </code>
/// </remarks>
internal static class AnthropicRequestTranslator
{
    private static readonly JsonWriterOptions Options = new() { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <exception cref="TranslationException">The request holds what the dialect cannot say.</exception>
    public static ReadOnlyMemory<byte> Translate(UpstreamCall call)
    {
        var body = LoneSurrogates.Replace(call.Request.Body);
        using var document = WireDocument.Parse(body);
        var request = document.RootElement;
        var model = ClaudeModel.Of(call.Endpoint.UpstreamModel);
        var conversation = ConversationTranslator.Translate(request, model);
        var tools = IsTaken("tools", call) ? ToolTranslator.Translate(request, call.AnthropicBeta) : [];
        var choice = ToolChoice.Read(
            tools.Count > 0 && IsTaken("tool_choice", call) ? request.Find("tool_choice") : null,
            tools.Count > 0 && IsTaken("parallel_tool_calls", call) && request.Flag("parallel_tool_calls") == false,
            model);
        var output = OutputPlan.Of(request, call.Endpoint, model, choice.IsForced);

        var buffer = new ArrayBufferWriter<byte>(call.Request.Body.Length + 512);
        using var writer = new Utf8JsonWriter(buffer, Options);
        writer.WriteStartObject();
        writer.WriteString("model"u8, call.Endpoint.UpstreamModel);
        writer.WriteNumber("max_tokens"u8, output.Limit);
        WriteContent(writer, request, conversation, tools);
        choice.Write(writer);
        WriteOutput(writer, request, call, model, output);
        SamplingTranslator.Write(writer, request, call.Endpoint, model, output.IsThinking);
        WriteRest(writer, request, call, body);
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenMemory;
    }

    private static bool IsTaken(string parameter, UpstreamCall call) => AnthropicParameters.IsTaken(parameter, call.Endpoint);

    // In the order of the prompt, which is the order in which cache marks count.
    private static void WriteContent(Utf8JsonWriter writer, JsonElement request, Conversation conversation, List<ContentBlock> tools)
    {
        var whole = CacheMark.Of(request);
        var marks = tools.Concat(conversation.System).Concat(conversation.Turns.SelectMany(turn => turn.Blocks)).Count(block => block.Cache is not null);
        var budget = new CacheMarkBudget(marks, whole is null ? 0 : 1);
        WriteBlocks(writer, "tools"u8, tools, budget);
        WriteBlocks(writer, "system"u8, conversation.System, budget);
        writer.WriteStartArray("messages"u8);
        foreach (var turn in conversation.Turns)
        {
            writer.WriteStartObject();
            writer.WriteString("role"u8, turn.Role);
            WriteBlocks(writer, "content"u8, turn.Blocks, budget);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        whole?.Write(writer);
    }

    private static void WriteBlocks(Utf8JsonWriter writer, ReadOnlySpan<byte> name, List<ContentBlock> blocks, CacheMarkBudget marks)
    {
        if (blocks.Count == 0)
        {
            return;
        }

        writer.WriteStartArray(name);
        blocks.ForEach(block => block.Write(writer, marks));
        writer.WriteEndArray();
    }

    // What the caller wrote in the upstream's own words passes below instead.
    private static void WriteOutput(Utf8JsonWriter writer, JsonElement request, UpstreamCall call, ClaudeModel model, OutputPlan output)
    {
        if (request.Find("thinking") is null)
        {
            output.WriteThinking(writer);
        }

        var schema = model.TakesSchema && IsTaken("response_format", call) ? SchemaOf(request) : null;
        if (request.Find("output_config") is not null || (schema is null && output.Effort is null))
        {
            return;
        }

        writer.WriteStartObject("output_config"u8);
        if (output.Effort is { } effort)
        {
            writer.WriteString("effort"u8, effort);
        }

        if (schema is { } wanted)
        {
            writer.WriteStartObject("format"u8);
            writer.WriteString("type"u8, "json_schema"u8);
            writer.WriteRaw("schema"u8, wanted);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    // There is no JSON mode without a schema: such a request asks for JSON in its prompt anyway.
    private static JsonElement? SchemaOf(JsonElement request) =>
        request.FindObject("response_format") is { } format && format.Text("type") == "json_schema"
            ? format.FindObject("json_schema")?.FindObject("schema")
            : null;

    private static void WriteRest(Utf8JsonWriter writer, JsonElement request, UpstreamCall call, ReadOnlyMemory<byte> body)
    {
        if (call.HashedUser is { } user)
        {
            writer.WriteStartObject("metadata"u8);
            writer.WriteString("user_id"u8, user);
            writer.WriteEndObject();
        }

        // The upstream may serve at priority by itself; only the wish not to has a word.
        if (request.Text("service_tier") == "default")
        {
            writer.WriteString("service_tier"u8, "standard_only"u8);
        }

        if (call.Request.Stream)
        {
            writer.WriteBoolean("stream"u8, true);
        }

        foreach (var member in call.Request.Members.Where(member => AnthropicParameters.PassesAsIs(member.Name)))
        {
            writer.WritePropertyName(member.Name);
            writer.WriteRawValue(body.Span.Slice(member.ValueStart, member.ValueLength), skipInputValidation: true);
        }
    }
}
