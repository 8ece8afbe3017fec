using System.Text.Json;
using Xunit;

namespace Weir.Tests.Gateway.Protocols.Responses;

/// <summary>Reads the events of a response as a strict client does, and fails on the first that does not fit those before it.</summary>
internal sealed class ResponseGrammar
{
    private readonly List<Item> _items = [];
    private string? _end;
    private int _next;

    /// <summary>Checks a whole stream and gives the output that its deltas add up to.</summary>
    public static IReadOnlyList<JsonElement> Check(IReadOnlyList<JsonElement> events)
    {
        var grammar = new ResponseGrammar();
        foreach (var item in events)
        {
            grammar.Take(item);
        }

        Assert.NotNull(grammar._end);
        return [.. grammar._items.Select(item => item.Done)];
    }

    private void Take(JsonElement next)
    {
        var type = next.GetProperty("type").GetString()!;
        Assert.Null(_end);
        Assert.Equal(_next, next.GetProperty("sequence_number").GetInt32());
        Assert.Equal(_next == 0, type == "response.created");
        Assert.Equal(_next == 1, type == "response.in_progress");
        _next++;
        switch (type)
        {
            case "response.created" or "response.in_progress":
                Assert.Equal("in_progress", next.GetProperty("response").GetProperty("status").GetString());
                Assert.Equal(0, next.GetProperty("response").GetProperty("output").GetArrayLength());
                break;
            case "response.output_item.added":
                Assert.Equal(_items.Count, next.GetProperty("output_index").GetInt32());
                Assert.DoesNotContain(_items, item => item.Id == Id(next));
                Assert.Equal("in_progress", next.GetProperty("item").GetProperty("status").GetString());
                _items.Add(new Item(Id(next)));
                break;
            case "response.output_item.done":
                var ended = _items[next.GetProperty("output_index").GetInt32()];
                Assert.Equal(ended.Id, Id(next));
                ended.End(next.GetProperty("item"));
                break;
            case "response.completed" or "response.incomplete" or "response.failed":
                End(type, next.GetProperty("response"));
                break;
            default:
                var item = _items[next.GetProperty("output_index").GetInt32()];
                Assert.Equal(item.Id, next.GetProperty("item_id").GetString());
                item.Take(type, next);
                break;
        }
    }

    private static string Id(JsonElement next) => next.GetProperty("item").GetProperty("id").GetString()!;

    private void End(string type, JsonElement response)
    {
        _end = type;
        Assert.Equal(type["response.".Length..], response.GetProperty("status").GetString());
        var output = response.GetProperty("output").EnumerateArray().ToArray();
        Assert.Equal(_items.Select(item => item.Id), output.Select(item => item.GetProperty("id").GetString()));
        if (type != "response.failed")
        {
            Assert.All(_items, item => Assert.True(item.IsDone, $"{item.Id} is never done"));
            Assert.Equal(_items.Select(item => item.Done.GetRawText()), output.Select(item => item.GetRawText()));
        }
    }

    // One part is open at a time; its text is what its deltas add up to, wherever it is told.
    private sealed class Item(string id)
    {
        private readonly List<string> _parts = [];
        private string? _open;
        private string _text = "";
        private bool _isSpoken;

        public string Id => id;

        public bool IsDone { get; private set; }

        public JsonElement Done { get; private set; }

        public void Take(string type, JsonElement next)
        {
            Assert.False(IsDone, $"{type} after the end of {id}");
            switch (type)
            {
                case "response.content_part.added" or "response.reasoning_summary_part.added":
                    Assert.Null(_open);
                    Assert.Equal("", TextOf(next.GetProperty("part")));
                    (_open, _text, _isSpoken) = (next.GetProperty("part").GetProperty("type").GetString(), "", false);
                    break;
                case "response.content_part.done" or "response.reasoning_summary_part.done":
                    Assert.True(_isSpoken);
                    Assert.Equal(_open, next.GetProperty("part").GetProperty("type").GetString());
                    Assert.Equal(_text, TextOf(next.GetProperty("part")));
                    _parts.Add(_text);
                    _open = null;
                    break;
                case "response.output_text.delta" or "response.refusal.delta" or "response.reasoning_text.delta" or "response.reasoning_summary_text.delta":
                    Assert.Equal(KindOf(type), _open);
                    Assert.False(_isSpoken);
                    _text += next.GetProperty("delta").GetString();
                    break;
                case "response.output_text.done" or "response.refusal.done" or "response.reasoning_text.done" or "response.reasoning_summary_text.done":
                    Assert.Equal(KindOf(type), _open);
                    Assert.Equal(_text, next.TryGetProperty("text", out var text) ? text.GetString() : next.GetProperty("refusal").GetString());
                    _isSpoken = true;
                    break;
                case "response.function_call_arguments.delta" or "response.custom_tool_call_input.delta":
                    _text += next.GetProperty("delta").GetString();
                    break;
                case "response.function_call_arguments.done":
                    Assert.Equal(_text, next.GetProperty("arguments").GetString());
                    _isSpoken = true;
                    break;
                case "response.custom_tool_call_input.done":
                    Assert.Equal(_text, next.GetProperty("input").GetString());
                    _isSpoken = true;
                    break;
                case "response.output_text.annotation.added":
                    Assert.Equal("output_text", _open);
                    break;
                case "response.image_generation_call.in_progress" or "response.image_generation_call.completed":
                    break;
                default:
                    Assert.Fail($"{type} is no event of a response");
                    break;
            }
        }

        public void End(JsonElement item)
        {
            Assert.False(IsDone);
            Assert.Null(_open);
            IsDone = true;
            Done = item;
            Assert.NotEqual("in_progress", item.GetProperty("status").GetString());
            switch (item.GetProperty("type").GetString())
            {
                case "message":
                    Assert.Equal(_parts, item.GetProperty("content").EnumerateArray().Select(TextOf));
                    break;
                case "reasoning":
                    var content = item.TryGetProperty("content", out var parts) ? parts.EnumerateArray().Select(TextOf) : [];
                    Assert.Equal(_parts, item.GetProperty("summary").EnumerateArray().Select(TextOf).Concat(content));
                    break;
                case "function_call":
                    Assert.True(_isSpoken);
                    Assert.Equal(_text, item.GetProperty("arguments").GetString());
                    break;
                case "custom_tool_call":
                    Assert.True(_isSpoken);
                    Assert.Equal(_text, item.GetProperty("input").GetString());
                    break;
            }
        }

        private static string TextOf(JsonElement part) =>
            (part.TryGetProperty("text", out var text) ? text : part.GetProperty("refusal")).GetString()!;

        private static string KindOf(string type) => type.Split('.')[1] switch
        {
            "reasoning_summary_text" => "summary_text",
            var kind => kind,
        };
    }
}
