using System.Globalization;
using Weir.Server.Tests.Testing;
using Weir.Server.Tests.Traces;

namespace Weir.Ui.Tests.Testing;

/// <summary>Calls of some hours by several users, in conversations, with two models; every eighth failed.</summary>
internal static class UsageTraces
{
    public const string Project = "shop";
    public const int Count = 24;

    private const int FirstNumber = 1000;
    private const long Millisecond = 1_000_000;

    private static readonly string[] Users = ["ann@example.com", "bob@example.com", "carla@example.com"];
    private static readonly string[] Models = ["openai/gpt-5-mini", "anthropic/claude-sonnet-4.5"];

    /// <summary>Sends them and waits until the numbers have them.</summary>
    public static async Task SendAsync(TestServer server)
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
        await Otlp.SendAsync(server, Project, [.. Enumerable.Range(0, Count).SelectMany(index => Trace(index, now))]);
        for (var tries = 0; await CallsAsync(server) < Count; tries++)
        {
            Xunit.Assert.True(tries < 600, "The numbers do not have the calls.");
            await Task.Delay(100, Xunit.TestContext.Current.CancellationToken);
        }
    }

    private static async Task<long> CallsAsync(TestServer server)
    {
        var answer = await server.GetJsonAsync($"/api/weir/metrics?project={Project}");
        return answer.GetProperty("data").EnumerateArray().Sum(point => point.GetProperty("call_count").GetInt64());
    }

    private static IEnumerable<string> Trace(int index, long nowMs)
    {
        var isFailed = index % 8 == 7;
        var begin = (nowMs - (index + 1) * 20 * 60_000L) * Millisecond;
        var question = $"Question {index}: where is my parcel?";
        var answer = $"Answer {index}: it **arrives** tomorrow.";
        (string Name, string Value)[] common = [("session.id", Otlp.Text($"talk-{index % 3}")), ("user.id", Otlp.Text(Users[index % 3]))];
        (string Name, string Value)[] texts = isFailed ? [("input.value", Otlp.Text(question))] : [("input.value", Otlp.Text(question)), ("output.value", Otlp.Text(answer))];
        (string Name, string Value)[] chat =
        [
            ("openinference.span.kind", Otlp.Text("LLM")), ("llm.model_name", Otlp.Text(Models[index % 2])), ("llm.provider", Otlp.Text("Acme")),
            ("llm.token_count.prompt", Otlp.Whole(900 + index)), ("llm.token_count.completion", Otlp.Whole(80)), ("llm.token_count.prompt_details.cache_read", Otlp.Whole(300)),
            ("llm.cost.total", "{\"doubleValue\":0.0" + (index + 10).ToString(CultureInfo.InvariantCulture) + "}"),
            ("llm.input_messages.0.message.role", Otlp.Text("user")), ("llm.input_messages.0.message.content", Otlp.Text(question)),
            ("llm.output_messages.0.message.role", Otlp.Text("assistant")), ("llm.output_messages.0.message.content", Otlp.Text(answer)),
        ];
        var number = FirstNumber + index;
        yield return At(begin, 1500, Otlp.Span(number, 1, status: isFailed ? 2 : 1, name: "answer_ticket", attributes: [("openinference.span.kind", Otlp.Text("AGENT")), .. common, .. texts]), 1);
        yield return At(begin, 1000 + index * 40, Otlp.Span(number, 2, 1, status: isFailed ? 2 : 1, name: "write_answer", attributes: [.. chat, .. common]), 2);
    }

    private static string At(long begin, long durationMs, string json, int span) =>
        json.Replace($"\"{Otlp.Begin + span}\"", $"\"{begin + span}\"", StringComparison.Ordinal)
            .Replace($"\"{Otlp.Begin + span + Millisecond}\"", $"\"{begin + span + durationMs * Millisecond}\"", StringComparison.Ordinal);
}
