using System.Buffers;
using System.Text.Json;
using Weir.Gateway.Dispatch;
using Weir.Providers.Anthropic;
using Weir.Providers.Translation;

namespace Weir.Providers.Bedrock;

/// <summary>Writes a chat completion request as a request of Converse.</summary>
/// <remarks>
/// <code>
/// {"messages":[{"role":"system","content":"S"},{"role":"user","content":"Q"}],"max_tokens":500,"top_k":5}
/// {"system":[{"text":"S"}],"messages":[{"role":"user","content":[{"text":"Q"}]}],"inferenceConfig":{"maxTokens":500},
///  "additionalModelRequestFields":{"top_k":5}}
/// </code>
/// </remarks>
internal static class BedrockRequestTranslator
{
    private const string ModelFields = "additionalModelRequestFields";
    private static readonly JsonDocumentOptions Bounded = new() { MaxDepth = 64 };

    /// <exception cref="TranslationException">The request holds what the dialect cannot say.</exception>
    public static ReadOnlyMemory<byte> Translate(UpstreamCall call)
    {
        using var document = JsonDocument.Parse(LoneSurrogates.Replace(call.Request.Body), Bounded);
        var request = document.RootElement;
        var parameters = new RequestParameters(request, BedrockParameters.All, call);
        var model = BedrockModel.Of(call.Endpoint.UpstreamModel);
        var conversation = ConverseConversation.Of(request);
        if (CacheMark.Of(request) is { } whole)
        {
            conversation.MarkEnd(whole);
        }

        var choice = ConverseToolChoice.Read(parameters.TryGet("tool_choice", out var chosen) ? chosen : default, model);
        var tools = parameters.TryGet("tools", out var listed) && !choice.IsNone ? ConverseToolTranslator.Translate(listed, model.TakesEveryCachePoint) : [];
        choice = tools.Count > 0 ? choice : new ConverseToolChoice("none", null);
        var reasoning = ConverseReasoning.Of(parameters, model, choice.IsForced);

        var buffer = new ArrayBufferWriter<byte>(call.Request.Body.Length + 512);
        using var writer = new Utf8JsonWriter(buffer, CompactJson.WriterOptions);
        writer.WriteStartObject();
        WriteContent(writer, conversation, tools, choice, model);
        ConverseSampling.Write(writer, parameters, model, reasoning);
        WriteSchema(writer, parameters, model);
        WriteModelFields(writer, parameters, model, reasoning);
        WriteRest(writer, request);
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenMemory;
    }

    // In the order of the prompt, which is the order in which cache points count.
    private static void WriteContent(
        Utf8JsonWriter writer, ConverseConversation conversation, List<ConverseBlock> tools, ConverseToolChoice choice, BedrockModel model)
    {
        var marks = tools.Concat(conversation.System).Concat(conversation.Turns.SelectMany(turn => turn.Blocks)).Count(block => block.Cache is not null);
        var points = model.TakesCachePoints ? new CachePoints(marks, withLifetime: model.TakesEveryCachePoint) : null;
        if (tools.Count > 0 || conversation.HasToolBlocks)
        {
            writer.WriteStartObject("toolConfig"u8);
            WriteBlocks(writer, "tools"u8, tools.Count > 0 ? tools : [ConverseToolTranslator.NoTool], points);
            choice.Write(writer);
            writer.WriteEndObject();
        }

        if (conversation.System.Count > 0)
        {
            WriteBlocks(writer, "system"u8, conversation.System, points);
        }

        writer.WriteStartArray("messages"u8);
        foreach (var turn in conversation.Turns)
        {
            writer.WriteStartObject();
            writer.WriteString("role"u8, turn.Role);
            WriteBlocks(writer, "content"u8, turn.Blocks, points);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteBlocks(Utf8JsonWriter writer, ReadOnlySpan<byte> name, List<ConverseBlock> blocks, CachePoints? points)
    {
        writer.WriteStartArray(name);
        blocks.ForEach(block => block.Write(writer, points));
        writer.WriteEndArray();
    }

    // There is no JSON mode without a schema: such a request asks for JSON in its prompt anyway.
    private static void WriteSchema(Utf8JsonWriter writer, RequestParameters parameters, BedrockModel model)
    {
        var wanted = parameters.Root.Member("response_format").Member("json_schema");
        var isTaken = model.TakesSchema && (parameters.Takes("response_format") || parameters.Takes("structured_outputs"));
        if (!isTaken || wanted.Member("schema").ValueKind != JsonValueKind.Object)
        {
            return;
        }

        // The schema travels as text.
        writer.WriteStartObject("outputConfig"u8);
        writer.WriteStartObject("textFormat"u8);
        writer.WriteString("type"u8, "json_schema"u8);
        writer.WriteStartObject("structure"u8);
        writer.WriteStartObject("jsonSchema"u8);
        writer.WriteString("schema"u8, CompactJson.Of(wanted.Member("schema")).Span);
        CopyText(writer, wanted, "name");
        CopyText(writer, wanted, "description");
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void CopyText(Utf8JsonWriter writer, JsonElement holder, string name)
    {
        if (holder.Text(name) is { Length: > 0 } text)
        {
            writer.WriteString(name, text);
        }
    }

    // What the caller wrote in the model's own words wins.
    private static void WriteModelFields(Utf8JsonWriter writer, RequestParameters parameters, BedrockModel model, ConverseReasoning reasoning)
    {
        var fields = new ArrayBufferWriter<byte>(256);
        using (var inner = new Utf8JsonWriter(fields, CompactJson.WriterOptions))
        {
            inner.WriteStartObject();
            ConverseSampling.WriteTopK(inner, parameters, model, reasoning);
            reasoning.Write(inner, model);
            WriteFeatures(inner, parameters.Call.AnthropicBeta, model);
            inner.WriteEndObject();
        }

        using var ours = JsonDocument.Parse(fields.WrittenMemory);
        var callers = parameters.Root.Member(ModelFields);
        var members = ours.RootElement.EnumerateObject().Where(member => !callers.TryMember(member.Name, out _)).ToList();
        members.AddRange(callers.ValueKind == JsonValueKind.Object ? callers.EnumerateObject() : default);
        if (members.Count == 0)
        {
            return;
        }

        writer.WriteStartObject(ModelFields);
        members.ForEach(member => member.WriteTo(writer));
        writer.WriteEndObject();
    }

    private static void WriteFeatures(Utf8JsonWriter writer, string? beta, BedrockModel model)
    {
        var known = (beta ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(feature => BedrockParameters.AnthropicFeatures.Any(name => feature.StartsWith(name + "-", StringComparison.OrdinalIgnoreCase)))
            .ToArray();
        if (model.Claude is null || known.Length == 0)
        {
            return;
        }

        writer.WriteStartArray("anthropic_beta"u8);
        foreach (var feature in known)
        {
            writer.WriteStringValue(feature);
        }

        writer.WriteEndArray();
    }

    private static void WriteRest(Utf8JsonWriter writer, JsonElement request)
    {
        var tier = request.Text("service_tier") switch
        {
            "fast" => "priority",
            "default" or "priority" or "flex" => request.Text("service_tier"),
            _ => null,
        };
        if (tier is not null)
        {
            writer.WriteStartObject("serviceTier"u8);
            writer.WriteString("type"u8, tier);
            writer.WriteEndObject();
        }

        foreach (var name in BedrockParameters.Native)
        {
            if (request.TryMember(name, out var value))
            {
                writer.WritePropertyName(name);
                value.WriteTo(writer);
            }
        }
    }
}
