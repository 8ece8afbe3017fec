using System.Text;
using System.Text.Json;
using Xunit;

namespace Weir.Tests.Gateway.Protocols.Responses;

/// <summary>Whatever order pieces come in and however they are cut, the events fit each other and lose nothing.</summary>
public sealed class ResponsesProperties
{
    private static readonly string[] Texts = ["a", "Hel", "lo ", "\\n", "\\\"", "\\u00e9", "日本", "\\ud83d\\ude00", "😀"];
    private static readonly string[] Tools = ["find", "run", "crm__find", "undeclared"];
    private static readonly string[] Ends = ["stop", "tool_calls", "length", "content_filter"];

    [Fact]
    public void AnyStream_IsWellFormedAndAddsUp()
    {
        var random = new Random(20260311);
        for (var round = 0; round < 600; round++)
        {
            var answer = new RandomAnswer(random);
            var stream = new ResponseStream();
            for (var left = random.Next(1, 25); left > 0; left--)
            {
                _ = stream.Delta(answer.NextDelta());
            }

            var breaks = random.Next(5) == 0;
            _ = breaks ? stream.Break() : stream.Finish(Ends[random.Next(Ends.Length)]).Close();
            _ = ResponseGrammar.Check(stream.Events);

            var output = stream.Last.GetProperty("output").EnumerateArray().ToArray();
            Assert.Equal(answer.Text, Join(output, "content", "output_text", "text"));
            Assert.Equal(answer.Refusal, Join(output, "content", "refusal", "refusal"));
            Assert.Equal(answer.Reasoning, Join(output, "content", "reasoning_text", "text") + Join(output, "summary", "summary_text", "text"));
            if (!breaks)
            {
                Assert.Equal(answer.Arguments, output.Where(IsCall).Select(ArgumentsOf));
            }
        }
    }

    private static bool IsCall(JsonElement item) => item.GetProperty("type").GetString() is "function_call" or "custom_tool_call";

    private static string ArgumentsOf(JsonElement call) => call.TryGetProperty("arguments", out var arguments) ? arguments.GetString()! : call.GetProperty("input").GetString()!;

    private static string Join(JsonElement[] output, string list, string type, string member) => string.Concat(output
        .Where(item => item.TryGetProperty(list, out _))
        .SelectMany(item => item.GetProperty(list).EnumerateArray())
        .Where(part => part.GetProperty("type").GetString() == type)
        .Select(part => part.GetProperty(member).GetString()));

    private sealed class RandomAnswer(Random random)
    {
        private readonly StringBuilder _text = new();
        private readonly StringBuilder _refusal = new();
        private readonly StringBuilder _thought = new();
        private readonly StringBuilder _summary = new();
        private readonly List<(string Tool, StringBuilder Arguments)> _calls = [];

        public string Text => _text.ToString();
        public string Refusal => _refusal.ToString();
        public string Reasoning => _thought.ToString() + _summary;

        /// <summary>Of a call without any, what a function is given; of one of a custom tool, the text.</summary>
        public IEnumerable<string> Arguments => _calls.Select(call => call.Arguments.Length > 0 || call.Tool == "run" ? call.Arguments.ToString() : "{}");

        public string NextDelta()
        {
            var members = new List<string>();
            if (random.Next(3) == 0)
            {
                members.Add($"\"content\":\"{Take(_text)}\"");
            }

            if (random.Next(4) == 0)
            {
                members.Add(Reason());
            }

            if (random.Next(12) == 0)
            {
                members.Add($"\"refusal\":\"{Take(_refusal)}\"");
            }

            if (random.Next(3) == 0)
            {
                members.Add($"\"tool_calls\":[{string.Join(',', Enumerable.Range(0, random.Next(1, 4)).Select(_ => Call()))}]");
            }

            if (random.Next(10) == 0)
            {
                members.Add("\"annotations\":[{\"type\":\"url_citation\",\"url_citation\":{\"url\":\"https://e.org\"}}]");
            }

            return $"{{{string.Join(',', members)}}}";
        }

        private string Reason() => random.Next(5) switch
        {
            0 => $"\"reasoning\":\"{Take(_thought)}\"",
            1 => $"\"reasoning_details\":[{{\"type\":\"reasoning.summary\",\"summary\":\"{Take(_summary)}\",\"index\":{random.Next(3)}}}]",
            2 => $"\"reasoning_details\":[{{\"type\":\"reasoning.encrypted\",\"data\":\"x\",\"id\":\"rs_{random.Next(3)}\"}}]",
            3 => $"\"reasoning_details\":[{{\"type\":\"reasoning.text\",\"signature\":\"s\",\"index\":{random.Next(3)}}}]",
            _ => $"\"reasoning_details\":[{{\"type\":\"reasoning.text\",\"text\":\"{Take(_thought)}\",\"format\":\"f{random.Next(2)}\",\"index\":{random.Next(3)}}}]",
        };

        private string Call()
        {
            var index = random.Next(Math.Min(_calls.Count + 1, 5));
            if (index == _calls.Count)
            {
                _calls.Add((Tools[random.Next(Tools.Length)], new StringBuilder()));
                return $"{{\"index\":{index},\"id\":\"c{index}\",\"type\":\"function\",\"function\":{{\"name\":\"{_calls[index].Tool}\",\"arguments\":\"{Take(_calls[index].Arguments)}\"}}}}";
            }

            return $"{{\"index\":{index},\"function\":{{\"arguments\":\"{Take(_calls[index].Arguments)}\"}}}}";
        }

        private string Take(StringBuilder kept)
        {
            var piece = random.Next(6) == 0 ? "" : Texts[random.Next(Texts.Length)];
            _ = kept.Append(JsonDocument.Parse($"\"{piece}\"").RootElement.GetString());
            return piece;
        }
    }
}
