using System.Globalization;
using System.Text.Json.Nodes;

namespace Weir.Tests.OpenInference.OpenAI;

/// <summary>Where our spans differ from Python's on purpose: explicit edits of the recorded expectation, fixture by fixture.</summary>
/// <remarks>Each follows a row of the decision table "Choices for the .NET instrumentor".</remarks>
public static class FixtureDeviations
{
    private const string Redacted = "__REDACTED__";
    private const string Output0 = "llm.output_messages.0.message.";

    public static void Apply(Fixture fixture, JsonArray spans)
    {
        var attributes = spans.Count > 0 ? spans[0]!["attributes"]!.AsObject() : null;
        switch (fixture.Id)
        {
            case "chat-openrouter":
                OpenRouter(fixture, attributes!);
                Reasoning(attributes!, "Count syllables 5-7-5.");
                attributes!["llm.cost.total"] = 1.9e-06;
                attributes["openrouter.provider_name"] = "DeepInfra";
                break;
            case "chat-stream-openrouter":
                OpenRouter(fixture, attributes!);
                Reasoning(attributes!, "Add.");
                attributes!["llm.cost.total"] = 2e-05;
                attributes["openrouter.provider_name"] = "Fireworks";
                break;
            case "chat-refusal": // refusal text is recorded where content is null
                attributes![Output0 + "content"] = "I'm sorry, I can't help with that.";
                break;
            case "chat-image-url": // audio input is recorded
                attributes!["llm.input_messages.0.message.contents.2.message_content.type"] = "audio";
                attributes["llm.input_messages.0.message.contents.2.message_content.audio.audio.url"] = "data:audio/wav;base64,UklGRg==";
                break;
            case "chat-stream-error-event":
                attributes!["llm.provider"] = "openrouter"; // its code is a name, not a status: no http.response.status_code
                break;
            case "chat-stream-abandoned":
                Abandoned(fixture, spans);
                break;
            case "chat-error-404":
                attributes!["llm.model_name"] = "gpt-nope"; // the requested model, so errors keep one
                attributes["http.response.status_code"] = 404;
                break;
            case "chat-error-429-openrouter":
                attributes!["llm.model_name"] = "meta-llama/llama-3.1-8b-instruct:free";
                attributes["llm.provider"] = "openrouter";
                attributes["http.response.status_code"] = 429;
                break;
            case "chat-error-connection":
                attributes!["llm.model_name"] = "gpt-4o-mini";
                break;
            case "chat-hide-text-images-tools": // strict hiding: values too, arguments are text
                RedactValues(attributes!);
                attributes![Output0 + "tool_calls.0.tool_call.function.arguments"] = Redacted;
                break;
            case "chat-hide-messages":
                RedactValues(attributes!);
                break;
            default:
                ApplyToOtherApis(fixture, spans);
                break;
        }
    }

    private static void ApplyToOtherApis(Fixture fixture, JsonArray spans)
    {
        var attributes = spans.Count > 0 ? spans[0]!["attributes"]!.AsObject() : null;
        switch (fixture.Id)
        {
            case "embeddings-hidden":
                RedactValues(attributes!);
                break;
            case "embeddings-error-401":
                attributes!["embedding.model_name"] = "text-embedding-3-small";
                attributes["http.response.status_code"] = 401;
                break;
            case "responses-string-no-instructions":
                CountFromZero(attributes!);
                break;
            case "responses-tool-output":
                CountFromZero(attributes!);
                attributes!["llm.input_messages.1.message.contents.0.message_content.id"] = "rs_1"; // kept for replay
                attributes["llm.tools.0.tool.json_schema"] = JsonNode.Parse(fixture.Request)!["tools"]![0]!.ToJsonString(); // as it was sent
                break;
            case "responses-stream-failed":
                CountFromZero(attributes!);
                Failed(fixture, spans[0]!.AsObject());
                break;
            case "responses-error-400":
                CountFromZero(attributes!);
                attributes!["http.response.status_code"] = 400;
                break;
        }
    }

    // Input messages are counted from 0, also where there are no instructions.
    private static void CountFromZero(JsonObject attributes)
    {
        const string List = "llm.input_messages.";
        foreach (var (key, value) in attributes.Where(static pair => pair.Key.StartsWith(List, StringComparison.Ordinal)).ToArray())
        {
            var index = key[List.Length..].Split('.')[0];
            attributes.Remove(key);
            attributes[$"{List}{int.Parse(index, CultureInfo.InvariantCulture) - 1}{key[(List.Length + index.Length)..]}"] = value?.DeepClone();
        }
    }

    // A response that failed is an error, and what there is of it is recorded.
    private static void Failed(Fixture fixture, JsonObject span)
    {
        var attributes = span["attributes"]!.AsObject();
        span["status"]!["code"] = "ERROR";
        attributes["llm.model_name"] = "gpt-4.1-2025-04-14";
        attributes["output.value"] = fixture.Response["sse"]![1]!["response"]!.ToJsonString();
        attributes["output.mime_type"] = "application/json";
        span["events"]!.AsArray().Add(new JsonObject { ["name"] = "exception", ["attributes"] = new JsonObject() });
    }

    // The provider is known by its host, and parameters of the vendor are recorded as sent.
    private static void OpenRouter(Fixture fixture, JsonObject attributes)
    {
        attributes["llm.provider"] = "openrouter";
        attributes["input.value"] = fixture.Request;
        var parameters = JsonNode.Parse(fixture.Request)!.AsObject();
        parameters.Remove("messages");
        attributes["llm.invocation_parameters"] = parameters.ToJsonString();
    }

    private static void Reasoning(JsonObject attributes, string reasoning)
    {
        var content = attributes[Output0 + "content"]!.DeepClone();
        attributes.Remove(Output0 + "content");
        attributes[Output0 + "contents.0.message_content.type"] = "reasoning";
        attributes[Output0 + "contents.0.message_content.text"] = reasoning;
        attributes[Output0 + "contents.1.message_content.type"] = "text";
        attributes[Output0 + "contents.1.message_content.text"] = content;
    }

    private static void RedactValues(JsonObject attributes)
    {
        attributes["input.value"] = Redacted;
        attributes["output.value"] = Redacted;
        attributes.Remove("input.mime_type");
        attributes.Remove("output.mime_type");
    }

    // Python never ends this span. Ours holds what the caller had seen.
    private static void Abandoned(Fixture fixture, JsonArray spans) => spans.Add(new JsonObject
    {
        ["name"] = "ChatCompletion",
        ["otel_kind"] = "INTERNAL",
        ["status"] = new JsonObject { ["code"] = "UNSET" },
        ["attributes"] = new JsonObject
        {
            ["openinference.span.kind"] = "LLM",
            ["llm.system"] = "openai",
            ["llm.provider"] = "openai",
            ["llm.model_name"] = "gpt-4o-mini-2024-07-18",
            ["llm.invocation_parameters"] = """{"model":"gpt-4o-mini","stream":true}""",
            ["input.value"] = fixture.Request,
            ["input.mime_type"] = "application/json",
            ["llm.input_messages.0.message.role"] = "user",
            ["llm.input_messages.0.message.content"] = "Say hello",
            ["output.value"] = """
                {"id":"chatcmpl-Bx2","object":"chat.completion.chunk","created":1755800001,"model":"gpt-4o-mini-2024-07-18","service_tier":"default",
                "system_fingerprint":"fp_62a23a81ef","choices":[{"index":0,"message":{"role":"assistant","content":"Hel"}}]}
                """,
            ["output.mime_type"] = "application/json",
            [Output0 + "role"] = "assistant",
            [Output0 + "content"] = "Hel",
        },
        ["events"] = new JsonArray(
            new JsonObject { ["name"] = "First Token Stream Event", ["attributes"] = new JsonObject() },
            new JsonObject { ["name"] = "Stream Abandoned", ["attributes"] = new JsonObject() }),
    });
}
