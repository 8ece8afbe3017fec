using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Weir.Simulator.Chat;
using Weir.Simulator.Schema;
using Weir.Simulator.Text;
using Weir.Simulator.Wire;

namespace Weir.Simulator.Answers;

/// <summary>Writes the text of a choice before it is cut: prose, JSON, or the arguments of a tool.</summary>
internal sealed class AnswerText(ChatRequest request, PromptWords words, SeededRandom random)
{
    /// <param name="least">Prose is at least that long; JSON is as long as it is.</param>
    public string Write(int pointCount, AnswerLength least, Func<string, int> countTokens)
    {
        var sentences = new SentenceMaker(words, random);
        return request.Format.Kind switch
        {
            AnswerFormatKind.JsonSchema => Json(new SchemaSampler(request.Format.Schema, words, random).Sample()),
            AnswerFormatKind.JsonObject => Json(new JsonObject
            {
                ["question"] = words.Quote,
                ["topics"] = new JsonArray([.. words.Topics.Take(3).Select(topic => JsonValue.Create(topic))]),
                ["answer"] = sentences.Answer(pointCount, least, countTokens),
            }),
            _ => ToolResults() + sentences.Answer(pointCount, least, countTokens),
        };
    }

    public string Arguments(ChatTool tool) =>
        tool.Parameters.ValueKind == JsonValueKind.Object && new SchemaSampler(tool.Parameters, words, random).Sample() is JsonObject arguments ? Json(arguments) : "{}";

    // Only the results since the last answer are news.
    private string ToolResults()
    {
        var names = request.Messages.SelectMany(message => message.ToolCalls).GroupBy(call => call.Id).ToDictionary(calls => calls.Key, calls => calls.Last().Name);
        var report = new StringBuilder();
        foreach (var result in request.Messages.Reverse().TakeWhile(message => message.Role == "tool").Reverse())
        {
            report.Append(ToolResultReport.Sentence(names[result.ToolCallId!], result.Text)).Append('\n');
        }

        return report.Length == 0 ? "" : report.Append('\n').ToString();
    }

    private static string Json(JsonNode? value) =>
        value is null ? "null" : Encoding.UTF8.GetString(JsonOutput.Build(json => value.WriteTo(json)).Span);
}
