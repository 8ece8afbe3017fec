using System.Text;
using System.Text.Json.Nodes;
using Weir.Tests.OpenInference.OpenAI;
using Weir.Tracing.Content;
using Xunit;

namespace Weir.Tests.Tracing.Content;

/// <summary>Spans that the published instrumentors recorded: every message text and tool call of theirs is shown.</summary>
public sealed class FixtureContentTests
{
    public static TheoryData<string> Files => Fixture.Folder is { } folder
        ? [.. Directory.GetFiles(folder, "*.json").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)]
        : [""];

    [Theory]
    [MemberData(nameof(Files))]
    public void Messages_OfBothInstrumentors_ComeOut(string file)
    {
        Assert.SkipWhen(file.Length == 0, "No fixtures: set WEIR_SPECS to the folder that has openinference-fixtures.");
        foreach (var attributes in Fixture.Load(file).Json["expected"]!.AsObject().SelectMany(SpansOf))
        {
            var content = SpanContentReader.Read(Encoding.UTF8.GetBytes(attributes.ToJsonString()), default, 0);

            var messages = content.InputMessages.Concat(content.OutputMessages).ToArray();
            var texts = messages.SelectMany(message => message.Parts).Select(part => part.Text?.Text).Concat(content.Documents.Select(document => document.Text?.Text));
            Assert.Equal(Values(attributes, ".message.content", ".message_content.text", ".prompt.text", ".completion.text", ".embedding.text"), texts.OfType<string>().Order(StringComparer.Ordinal));
            Assert.Equal(Values(attributes, ".message.role"), messages.Select(message => message.Role).Where(role => role.Length > 0).Order(StringComparer.Ordinal));
            Assert.Equal(Values(attributes, ".image.url"), messages.SelectMany(message => message.Parts).Select(part => part.Url?.Text).OfType<string>().Order(StringComparer.Ordinal));
            Assert.Equal(
                Values(attributes, ".tool_call.function.arguments", ".function_call_arguments_json"),
                messages.SelectMany(message => message.ToolCalls).Select(call => call.Arguments?.Text).OfType<string>().Order(StringComparer.Ordinal));
            Assert.Equal(Values(attributes, ".tool.json_schema").Length, content.Tools.Count);
            Assert.Equal(attributes["input.value"]?.GetValue<string>(), content.Input?.Text);
        }
    }

    private static IEnumerable<JsonObject> SpansOf(KeyValuePair<string, JsonNode?> language) =>
        language.Value?["spans"]?.AsArray().Select(span => span!["attributes"]!.AsObject()) ?? [];

    private static string[] Values(JsonObject attributes, params string[] endings) =>
        [.. attributes.Where(pair => endings.Any(ending => pair.Key.EndsWith(ending, StringComparison.Ordinal))).Select(pair => pair.Value!.GetValue<string>()).Where(text => text.Length > 0).Order(StringComparer.Ordinal)];
}
