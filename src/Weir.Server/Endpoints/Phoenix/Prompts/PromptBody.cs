using System.Text.Json;
using Weir.Gateway.Pipeline;
using Weir.Tracing.Datasets;

namespace Weir.Server.Endpoints.Phoenix.Prompts;

/// <summary>Reads versions of prompts. What is known must be right; what is not known is kept.</summary>
/// <remarks>
/// <code>{"model_provider":"OPENAI","model_name":"gpt-4o","template_type":"CHAT","template_format":"MUSTACHE",
/// "template":{"type":"chat","messages":[{"role":"user","content":"Hello {{name}}"}]},"invocation_parameters":{"type":"openai","openai":{"temperature":0.5}}}</code>
/// </remarks>
internal static class PromptBody
{
    private static readonly string[] Providers =
        ["OPENAI", "AZURE_OPENAI", "ANTHROPIC", "GOOGLE", "DEEPSEEK", "XAI", "OLLAMA", "AWS", "CEREBRAS", "FIREWORKS", "GROQ", "MOONSHOT", "PERPLEXITY", "TOGETHER"];

    private static readonly string[] Roles = ["user", "assistant", "model", "ai", "tool", "system", "developer"];

    /// <summary>The version as it was written, on one line.</summary>
    /// <exception cref="GatewayException">422: it is not a version.</exception>
    public static string Read(PhoenixBody version)
    {
        version.RequireNames();
        _ = version.OneOf("model_provider", Providers);
        _ = version.RequiredText("model_name");
        _ = version.Text("description");
        _ = version.OneOf("template_format", "MUSTACHE", "F_STRING", "NONE");
        RequireTemplate(version);
        RequireParameters(Required(version, "invocation_parameters"));
        RequireTools(version.Object("tools"));
        RequireFormat(version.Object("response_format"));
        return CompactJson.Of(version.Json);
    }

    private static void RequireTemplate(PhoenixBody version)
    {
        var template = Required(version, "template");
        var type = template.OneOf("type", "chat", "string");
        if (version.OneOf("template_type", "CHAT", "STR") != (type == "chat" ? "CHAT" : "STR"))
        {
            throw PhoenixEdge.Unprocessable("Template type does not match template");
        }

        if (type == "string")
        {
            _ = template.Text("template") ?? throw PhoenixEdge.Unprocessable($"{template.PlaceOf("template")} is missing.");
            return;
        }

        foreach (var message in template.Items("messages"))
        {
            RequireMessage(message);
        }
    }

    private static void RequireMessage(PhoenixBody message)
    {
        _ = message.OneOf("role", Roles);
        if (!message.Json.TryGetProperty("content"u8, out var content) || content.ValueKind is not (JsonValueKind.String or JsonValueKind.Array))
        {
            throw PhoenixEdge.Unprocessable($"{message.PlaceOf("content")} must be a string or a list of parts.");
        }

        foreach (var part in content.ValueKind == JsonValueKind.Array ? message.Items("content") : [])
        {
            var type = part.OneOf("type", "text", "tool_call", "tool_result");
            if (type == "text" && part.Text("text") is null)
            {
                throw PhoenixEdge.Unprocessable($"{part.PlaceOf("text")} is missing.");
            }

            if (type != "text")
            {
                _ = part.RequiredText("tool_call_id");
            }
        }
    }

    // {"type":"openai","openai":{…}}: the parameters of each provider under its name.
    private static void RequireParameters(PhoenixBody parameters)
    {
        var type = parameters.RequiredText("type");
        if (!Providers.Contains(type.ToUpperInvariant()))
        {
            throw PhoenixEdge.Unprocessable($"{parameters.PlaceOf("type")} is '{type}'; it must be one of {string.Join(", ", Providers).ToLowerInvariant()}.");
        }

        _ = Required(parameters, type);
    }

    private static void RequireTools(PhoenixBody? tools)
    {
        if (tools is null)
        {
            return;
        }

        _ = tools.OneOf("type", "tools");
        var any = false;
        foreach (var tool in tools.Items("tools"))
        {
            any = true;
            var type = tool.OneOf("type", "function", "raw");
            var definition = Required(tool, type);
            _ = type == "function" ? definition.RequiredText("name") : null;
        }

        if (!any)
        {
            throw PhoenixEdge.Unprocessable($"{tools.PlaceOf("tools")} must have at least one tool.");
        }
    }

    private static void RequireFormat(PhoenixBody? format)
    {
        if (format is not null)
        {
            _ = format.OneOf("type", "json_schema");
            _ = Required(format, "json_schema").RequiredText("name");
        }
    }

    private static PhoenixBody Required(PhoenixBody body, string name) => body.Object(name)
        ?? throw PhoenixEdge.Unprocessable($"{body.PlaceOf(name)} is missing.");
}
