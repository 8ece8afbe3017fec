using System.Text.Json;
using System.Text.Json.Nodes;
using Weir.Simulator.Text;
using Weir.Tests.Testing;
using Xunit;

namespace Weir.Tests.Simulator;

public sealed class ChatTextTests(SimulatorFixture simulator) : IClassFixture<SimulatorFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Answer_SameRequestTwice_IsTheSame()
    {
        var first = await simulator.Client.CompleteAsync(SimulatorClient.Question);
        var second = await simulator.Client.CompleteAsync(SimulatorClient.Question);

        Assert.Equal(Content(first), Content(second));
        Assert.Equal(first.GetProperty("id").GetString(), second.GetProperty("id").GetString());
    }

    [Fact]
    public async Task Answer_OtherSeed_IsAnother()
    {
        var answers = new HashSet<string>();
        for (var seed = 1; seed <= 8; seed++)
        {
            answers.Add(Content(await simulator.Client.CompleteAsync(SimulatorClient.Ask(("seed", $"{seed}")))));
        }

        Assert.True(answers.Count > 4, $"{answers.Count} different answers of 8");
    }

    [Fact]
    public async Task Answer_Question_IsRecapped()
    {
        var text = Content(await simulator.Client.CompleteAsync(SimulatorClient.Question));

        Assert.Contains("How do rivers shape the old town of Paris?", text, StringComparison.Ordinal);
        Assert.Contains("rivers", text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Answer_ThatWasBegun_IsGoneOnWith()
    {
        var whole = Content(await simulator.Client.CompleteAsync(SimulatorClient.Question));
        var begun = whole[..whole.LastIndexOf(' ')];
        var messages = JsonNode.Parse(SimulatorClient.Question)!["messages"]!.AsArray();
        messages.Add(new JsonObject { ["role"] = "assistant", ["content"] = begun });

        var rest = Content(await simulator.Client.CompleteAsync(SimulatorClient.Ask(("messages", messages.ToJsonString()))));

        Assert.Equal(whole, begun + rest);
    }

    [Fact]
    public async Task Usage_TextAnswer_EqualsTheTokenizer()
    {
        var tokenizer = await Tokenizer.LoadAsync();
        var answer = await simulator.Client.CompleteAsync(
            """{"model":"sim/small","messages":[{"role":"system","content":"Be brief."},{"role":"user","name":"ann","content":"How do rivers shape Paris?"}]}""");

        var usage = answer.GetProperty("usage");
        var prompt = 3 + (3 + 1 + tokenizer.Count("Be brief.")) + (3 + 1 + tokenizer.Count("How do rivers shape Paris?") + 1 + tokenizer.Count("ann"));
        Assert.Equal(prompt, usage.GetProperty("prompt_tokens").GetInt32());
        Assert.Equal(tokenizer.Count(Content(answer)), usage.GetProperty("completion_tokens").GetInt32());
        Assert.Equal(prompt + tokenizer.Count(Content(answer)), usage.GetProperty("total_tokens").GetInt32());
        Assert.Equal(0, usage.GetProperty("prompt_tokens_details").GetProperty("cached_tokens").GetInt32());
        Assert.Equal(0, usage.GetProperty("completion_tokens_details").GetProperty("reasoning_tokens").GetInt32());
    }

    [Theory]
    [InlineData("max_tokens", 1)]
    [InlineData("max_tokens", 7)]
    [InlineData("max_completion_tokens", 20)]
    public async Task MaxTokens_Reached_CutsAtThatToken(string field, int limit)
    {
        var tokenizer = await Tokenizer.LoadAsync();
        var whole = Content(await simulator.Client.CompleteAsync(SimulatorClient.Question));
        var answer = await simulator.Client.CompleteAsync(SimulatorClient.Ask((field, $"{limit}")));

        Assert.Equal(string.Concat(tokenizer.Cut(whole, limit).Pieces.Select(piece => piece.Text)), Content(answer));
        Assert.Equal(limit, answer.GetProperty("usage").GetProperty("completion_tokens").GetInt32());
        Assert.Equal("length", FinishReason(answer));
    }

    [Theory]
    [InlineData("\"first\"")]
    [InlineData("[\"nowhere\",\"points\",\"\\n\"]")]
    public async Task Stop_Met_CutsBeforeIt(string stop)
    {
        var whole = Content(await simulator.Client.CompleteAsync(SimulatorClient.Question));
        var stops = stop.StartsWith('[') ? JsonElement.Parse(stop).EnumerateArray().Select(item => item.GetString()!).ToArray() : [JsonElement.Parse(stop).GetString()!];
        var answer = await simulator.Client.CompleteAsync(SimulatorClient.Ask(("stop", stop)));

        var end = stops.Select(text => whole.IndexOf(text, StringComparison.Ordinal)).Where(at => at >= 0).DefaultIfEmpty(whole.Length).Min();
        Assert.Equal(whole[..end], Content(answer));
        Assert.Equal("stop", FinishReason(answer));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Choices_Three_AreDifferentAndCounted(bool streaming)
    {
        var body = SimulatorClient.Ask(("n", "3"), ("stream_options", """{"include_usage":true}"""));
        var whole = await simulator.Client.CompleteAsync(body);
        var texts = whole.GetProperty("choices").EnumerateArray().Select(choice => choice.GetProperty("message").GetProperty("content").GetString()!).ToList();
        var usage = whole.GetProperty("usage");
        if (streaming)
        {
            var stream = await simulator.Client.StreamAsync(body);
            texts = [.. Enumerable.Range(0, 3).Select(stream.Text)];
            usage = stream.Usage()!.Value;
        }

        var tokenizer = await Tokenizer.LoadAsync();
        Assert.Equal(3, texts.Distinct().Count());
        Assert.Equal(texts.Sum(tokenizer.Count), usage.GetProperty("completion_tokens").GetInt32());
    }

    [Theory]
    [InlineData("How do rivers shape Paris?")]
    [InlineData("Was kostet die Überfahrt nach Ærøskøbing im Spätsommer? Größe zählt.")]
    [InlineData("世界で一番高い山は何ですか？ 富士山との違いも。")]
    [InlineData("Tell me about 👩‍🚀 and 🏳️‍🌈 flags 龘 please")]
    public async Task Stream_AnyText_EqualsTheWholeAnswer(string prompt)
    {
        var body = SimulatorClient.Ask(("messages", $$"""[{"role":"user","content":{{JsonValue.Create(prompt).ToJsonString()}}}]"""));
        var whole = await simulator.Client.CompleteAsync(body);
        var stream = await simulator.Client.StreamAsync(body);

        Assert.Equal(Content(whole), stream.Text());
        Assert.Equal(FinishReason(whole), stream.FinishReason());
        Assert.True(stream.Done);
        Assert.DoesNotContain(stream.Pieces(), piece => piece.Contains('\uFFFD', StringComparison.Ordinal) || char.IsHighSurrogate(piece[^1]));
    }

    [Fact]
    public async Task Stream_Order_IsRoleContentFinishUsageDone()
    {
        var stream = await simulator.Client.StreamAsync(SimulatorClient.Ask(("stream_options", """{"include_usage":true}""")));

        Assert.Equal("assistant", stream.Deltas()[0].GetProperty("role").GetString());
        Assert.Equal("", stream.Deltas()[0].GetProperty("content").GetString());
        Assert.Equal(stream.Pieces().Count + 2, stream.Deltas().Count);
        Assert.Equal("stop", stream.Chunks[^2].GetProperty("choices")[0].GetProperty("finish_reason").GetString());
        Assert.Equal(0, stream.Chunks[^1].GetProperty("choices").GetArrayLength());
        Assert.All(stream.Chunks.SkipLast(1), chunk => Assert.Equal(JsonValueKind.Null, chunk.GetProperty("usage").ValueKind));
        Assert.Single(stream.Chunks.Select(chunk => chunk.GetProperty("id").GetString()).Distinct());
        Assert.True(stream.Done);
    }

    [Fact]
    public async Task Stream_UsageNotAskedFor_HasNone()
    {
        var stream = await simulator.Client.StreamAsync(SimulatorClient.Question);

        Assert.Null(stream.Usage());
        Assert.DoesNotContain(stream.Chunks, chunk => chunk.TryGetProperty("usage", out _));
    }

    [Fact]
    public async Task Stream_PlainAnswer_IsOneTokenAnEvent()
    {
        var stream = await simulator.Client.StreamAsync(SimulatorClient.Ask(("stream_options", """{"include_usage":true}"""), ("max_tokens", "8")));

        Assert.Equal(8, stream.Pieces().Count);
        Assert.Equal(8, stream.Usage()!.Value.GetProperty("completion_tokens").GetInt32());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Logprobs_Asked_HaveOneEntryATokenInFallingOrder(bool streaming)
    {
        var body = SimulatorClient.Ask(("logprobs", "true"), ("top_logprobs", "3"), ("max_tokens", "9"));
        var entries = streaming
            ? (await simulator.Client.StreamAsync(body)).Chunks.Select(chunk => chunk.GetProperty("choices")[0].GetProperty("logprobs"))
                .Where(logprobs => logprobs.ValueKind == JsonValueKind.Object).SelectMany(logprobs => logprobs.GetProperty("content").EnumerateArray()).ToList()
            : [.. (await simulator.Client.CompleteAsync(body)).GetProperty("choices")[0].GetProperty("logprobs").GetProperty("content").EnumerateArray()];

        Assert.Equal(9, entries.Count);
        foreach (var entry in entries)
        {
            var top = entry.GetProperty("top_logprobs").EnumerateArray().Select(rival => rival.GetProperty("logprob").GetDouble()).ToList();
            Assert.Equal(3, top.Count);
            Assert.Equal(top.OrderDescending(), top);
            Assert.True(top.Sum(Math.Exp) <= 1.00001);
            Assert.Equal(entry.GetProperty("logprob").GetDouble(), top[0]);
            Assert.Equal(System.Text.Encoding.UTF8.GetBytes(entry.GetProperty("token").GetString()!).Length, entry.GetProperty("bytes").GetArrayLength());
        }
    }

    [Fact]
    public async Task Answer_WordsWanted_IsThatLong()
    {
        var answer = Content(await simulator.Client.CompleteAsync(SimulatorClient.Ask(("messages", """[{"role":"user","content":"Write 400 words about rivers"}]"""))));

        Assert.InRange(answer.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length, 400, 440);
    }

    [Fact]
    public async Task Llama_ByAlias_AnswersUnderThatName()
    {
        var alias = await simulator.Client.CompleteAsync(SimulatorClient.Ask(("model", "\"llama-3.1-8b-instruct\"")));
        var full = await simulator.Client.CompleteAsync(SimulatorClient.Ask(("model", "\"meta-llama/llama-3.1-8b-instruct:free\"")));

        Assert.Equal("llama-3.1-8b-instruct", alias.GetProperty("model").GetString());
        Assert.Equal(Content(full), Content(alias));
    }

    [Fact]
    public async Task Response_Streamed_IsUnbufferedEventStream()
    {
        using var response = await simulator.Client.SendAsync(SimulatorClient.Ask(("stream", "true")));

        Assert.Equal("text/event-stream", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("no", response.Headers.GetValues("X-Accel-Buffering").Single());
        Assert.False(response.Headers.Contains("Server"));
        Assert.EndsWith("data: [DONE]\n\n", await response.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    private static string Content(JsonElement answer) => answer.GetProperty("choices")[0].GetProperty("message").GetProperty("content").GetString()!;

    private static string? FinishReason(JsonElement answer) => answer.GetProperty("choices")[0].GetProperty("finish_reason").GetString();
}
