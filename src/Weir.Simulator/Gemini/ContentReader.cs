using System.Collections.Immutable;
using System.Text.Json;
using Weir.Simulator.Chat;
using Weir.Simulator.Wire;

namespace Weir.Simulator.Gemini;

/// <summary>Reads <c>systemInstruction</c> and <c>contents</c>, and checks what Google checks between them.</summary>
internal sealed class ContentReader(bool needsSignatures)
{
    private readonly ImmutableArray<ChatMessage>.Builder _messages = ImmutableArray.CreateBuilder<ChatMessage>();
    private List<ChatToolCall> _pending = [];

    /// <exception cref="RefusalException">The conversation is wrong.</exception>
    public ImmutableArray<ChatMessage> Read(JsonElement body)
    {
        if (body.Either("systemInstruction") is { } system)
        {
            _messages.Add(new ChatMessage { Role = "system", Text = TextOf(system) });
        }

        var contents = body.Items("contents").ToList();
        if (contents.Count == 0)
        {
            throw JsonFields.Refuse("* GenerateContentRequest.contents: contents is not specified", "contents", "missing_required_parameter");
        }

        var turnStart = contents.FindLastIndex(IsQuestion);
        for (var index = 0; index < contents.Count; index++)
        {
            ReadContent(contents[index], FormattableString.Invariant($"contents[{index}]"), isCurrentTurn: index > turnStart);
        }

        return _messages.ToImmutable();
    }

    private static bool IsQuestion(JsonElement content) =>
        content.Field("role") is not { } role || (role.ValueEquals("user") && content.Items("parts").Any(part => part.Either("functionResponse") is null));

    private static string TextOf(JsonElement content) =>
        string.Join('\n', content.Items("parts").Select(part => part.OptionalString("text", "parts.text")).OfType<string>());

    private void ReadContent(JsonElement content, string path, bool isCurrentTurn)
    {
        var role = content.OptionalString("role", path + ".role") ?? "user";
        if (role is not ("user" or "model" or "function"))
        {
            throw JsonFields.Refuse("Please use a valid role: user, model.", path + ".role", "invalid_value");
        }

        var parts = content.Items("parts").ToList();
        if (parts.Count == 0)
        {
            throw JsonFields.Refuse($"* GenerateContentRequest.{path}.parts: contents.parts must not be empty.", path, "invalid_value");
        }

        if (role == "model")
        {
            ReadModel(parts, path, isCurrentTurn);
            return;
        }

        ReadResponses([.. parts.Select(part => part.Either("functionResponse")).OfType<JsonElement>()], path);
        var others = parts.Where(part => part.Either("functionResponse") is null).ToList();
        if (others.Count > 0)
        {
            _messages.Add(new ChatMessage { Role = "user", Text = TextOf(content), MediaCount = others.Count(IsMedia) });
        }
    }

    // {"inlineData":{"mimeType":"image/png","data":"…"}} or {"fileData":{"fileUri":"…"}}
    private static bool IsMedia(JsonElement part) => part.Either("inlineData") is not null || part.Either("fileData") is not null;

    private void ReadModel(List<JsonElement> parts, string path, bool isCurrentTurn)
    {
        var calls = new List<ChatToolCall>();
        var texts = new List<string>();
        for (var index = 0; index < parts.Count; index++)
        {
            var partPath = FormattableString.Invariant($"{path}.parts[{index}]");
            ThoughtSignatures.Check(parts[index], partPath);
            if (parts[index].Either("functionCall") is { } call)
            {
                calls.Add(ReadCall(call, calls.Count, partPath));

                // Of calls made side by side the first one is signed.
                if (needsSignatures && isCurrentTurn && calls.Count == 1)
                {
                    ThoughtSignatures.Require(parts[index], calls[0].Name, partPath);
                }
            }
            else if (!parts[index].OptionalBool("thought", otherwise: false) && parts[index].OptionalString("text", partPath + ".text") is { } text)
            {
                texts.Add(text);
            }
        }

        _pending = calls;
        _messages.Add(new ChatMessage { Role = "assistant", Text = string.Join('\n', texts), MediaCount = parts.Count(IsMedia), ToolCalls = [.. calls] });
    }

    // {"id":"…","name":"get_weather","args":{…}}; older clients send no id, so that its place has to do.
    private ChatToolCall ReadCall(JsonElement call, int index, string path) => new(
        call.OptionalString("id", path + ".function_call.id") ?? FormattableString.Invariant($"{_messages.Count}.{index}"),
        call.RequiredString("name", path + ".function_call.name"),
        call.Field("args") is { } args ? args.GetRawText() : "{}");

    private void ReadResponses(List<JsonElement> responses, string path)
    {
        if (responses.Count != _pending.Count)
        {
            throw JsonFields.Refuse(
                responses.Count == 0 || _pending.Count == 0
                    ? "Please ensure that function call turn comes immediately before a function response turn, and a function response turn immediately after it."
                    : "Please ensure that the number of function response parts is equal to the number of function call parts of the function call turn.",
                path,
                "invalid_value");
        }

        foreach (var response in responses)
        {
            var name = response.RequiredString("name", path + ".function_response.name");
            var id = response.OptionalString("id", path + ".function_response.id");
            var call = _pending.Find(call => id is null ? call.Name == name : call.Id == id)
                ?? throw JsonFields.Refuse($"No function call of the turn before has the name '{name}'{(id is null ? "" : $" and the id '{id}'")}.", path, "invalid_value");
            _pending.Remove(call);
            _messages.Add(new ChatMessage { Role = "tool", Text = response.Field("response")?.GetRawText() ?? "", ToolCallId = call.Id });
        }
    }
}
