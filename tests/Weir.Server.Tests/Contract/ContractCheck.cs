using System.Text.Json;
using System.Text.Json.Nodes;

namespace Weir.Server.Tests.Contract;

/// <summary>Compares answers with the document and collects what is wrong, so that one run shows all of it.</summary>
internal sealed class ContractCheck(ContractDocument document)
{
    public List<string> Violations { get; } = [];

    /// <summary>Checks an answer: status, media type, body, and each event of a stream.</summary>
    public async Task<string> CheckAsync(string method, string operation, string what, HttpResponseMessage answer)
    {
        var status = (int)answer.StatusCode;
        var text = await answer.Content.ReadAsStringAsync();
        var mediaType = answer.Content.Headers.ContentType?.MediaType ?? "";
        if (status >= 400 && document.AnswerSchema(method, operation, status, mediaType) is null && ContractExceptions.Statuses.ContainsKey(status))
        {
            // The document has no status of that kind here: the form is that of its other errors.
            var nearest = new[] { 400, 401, 404, 500 }.First(other => document.AnswerSchema(method, operation, other, mediaType) is not null);
            Compare(document.AnswerSchema(method, operation, nearest, mediaType)!.Value, text, $"{method} {operation} {status} {what}");
            return text;
        }

        var schema = document.AnswerSchema(method, operation, status, mediaType.StartsWith("audio/", StringComparison.Ordinal) ? "audio/*" : mediaType);
        if (schema is not { } wanted)
        {
            Violations.Add($"{method} {operation} {what}: the document has no {status} {mediaType}: {Short(text)}");
        }
        else if (mediaType == "text/event-stream")
        {
            CheckEvents(wanted, text, $"{method} {operation} {what}");
        }
        else if (mediaType == "application/json")
        {
            Compare(wanted, text, $"{method} {operation} {status} {what}");
        }

        return text;
    }

    private void CheckEvents(JsonElement schema, string text, string what)
    {
        var events = text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Where(part => part[0] != ':').ToArray();
        if (events.Length == 0)
        {
            Violations.Add($"{what}: a stream without events");
        }

        foreach (var part in events)
        {
            var fields = part.Split('\n').Select(line => line.Split(": ", 2)).ToDictionary(field => field[0], field => field[1], StringComparer.Ordinal);
            if (fields["data"] == "[DONE]")
            {
                continue;
            }

            var item = new JsonObject { ["data"] = JsonNode.Parse(fields["data"]) };
            if (fields.TryGetValue("event", out var name))
            {
                item["event"] = name;
            }

            Compare(schema, item.ToJsonString(), what);
        }
    }

    private void Compare(JsonElement schema, string json, string what)
    {
        var wrong = document.Violations(schema, JsonElement.Parse(json.Replace(ContractExceptions.Provider.Ours, ContractExceptions.Provider.Listed, StringComparison.Ordinal)));
        if (wrong.Count > 0)
        {
            Violations.Add($"{what}:\n    {string.Join("\n    ", wrong)}\n    in {Short(json)}");
        }
    }

    private static string Short(string text) => text.Length <= 1_500 ? text : text[..1_500] + "…";
}
