using Weir.Tracing.Filter;
using Xunit;

namespace Weir.Tests.Tracing.Filter;

/// <summary>What filters mean, as their plain form shows, and what is refused.</summary>
public sealed class FilterParserTests
{
    [Theory]
    [InlineData("span_kind == 'llm'", "span_kind == 'LLM'")]
    [InlineData("llm.model_name == \"x\"", "llm.model_name == 'x'")]
    [InlineData("attributes['llm.model_name'] == 'x'", "llm.model_name == 'x'")]
    [InlineData("attributes['metadata.x'] == 1", "attributes['metadata.x'] == 1")]
    [InlineData("metadata['x'] == -1.5e3", "attributes['metadata.x'] == -1500")]
    [InlineData("attributes['llm.input_messages'][0]['message.role'] == 'user'", "attributes['llm.input_messages.0.message.role'] == 'user'")]
    [InlineData("500 < latency_ms", "latency_ms > 500")]
    [InlineData("cost > 0.01", "cost > 0.01")]
    [InlineData("cumulative_llm_token_count_total > 100", "cumulative_token_count.total > 100")]
    [InlineData("'text' in input.value", "'text' in attributes['input.value']")]
    [InlineData("'it\\'s' not in name", "not 'it\\'s' in name")]
    [InlineData("name in ['a', \"b\",]", "name in ['a', 'b']")]
    [InlineData("name not in ('a', 'b')", "not name in ['a', 'b']")]
    [InlineData("parent_id is None", "parent_id is None")]
    [InlineData("parent_id != None", "parent_id is not None")]
    [InlineData("annotations['quality'].score > 0.5", "annotations['quality'].score > 0.5")]
    [InlineData("evals['x'].label == 'good' and annotations['y']", "annotations['x'].label == 'good' and annotations['y']")]
    [InlineData("start_time >= '2026-11-01T00:00:00Z'", "start_time >= '2026-11-01T00:00:00.000000000Z'")]
    [InlineData("start_time < '2026-11-01T02:00:00.25+02:00'", "start_time < '2026-11-01T00:00:00.250000000Z'")]
    [InlineData("a.b == 1 or c.d == 2 and not (e.f == True)", "attributes['a.b'] == 1 or (attributes['c.d'] == 2 and not attributes['e.f'] == True)")]
    [InlineData("(a.b == 1 or c.d == 2) and e.f == False", "(attributes['a.b'] == 1 or attributes['c.d'] == 2) and attributes['e.f'] == False")]
    public void Parse_Expression_IsUnderstood(string text, string plain)
    {
        var filter = FilterParser.TryParse(text, out var problem);

        Assert.Null(problem);
        Assert.Equal(plain, filter!.ToString());
        Assert.Equal(filter, FilterParser.TryParse(plain, out _));
    }

    [Theory]
    [InlineData("", 1, "span_kind == 'LLM'")]
    [InlineData("latency > 5", 1, "latency_ms")]
    [InlineData("latency_ms > 'abc'", 14, "a number")]
    [InlineData("span_kind == 'ROBOT'", 14, "'LLM', 'CHAIN'")]
    [InlineData("status_code == 'BAD'", 16, "'OK', 'ERROR', 'UNSET'")]
    [InlineData("name = 'a'", 6, "==")]
    [InlineData("name == 'a' && cost > 1", 13, "and, or, not")]
    [InlineData("name == 'a", 9, "no end")]
    [InlineData("name > 'a'", 8, "only numbers and times")]
    [InlineData("0 < cost < 1", 10, "a < b and b < c")]
    [InlineData("(name == 'a'", 13, "close the (")]
    [InlineData("name == 'a')", 12, "closes nothing")]
    [InlineData("name == 'a' name == 'b'", 13, "and, or")]
    [InlineData("start_time > 'yesterday'", 14, "2026-11-01T00:00:00Z")]
    [InlineData("trace_id == '12'", 13, "32 hex digits")]
    [InlineData("annotations['q'].value > 1", 18, ".label, .score and .explanation")]
    [InlineData("name is 'a'", 9, "equal is ==")]
    [InlineData("'a' == 'b'", 1, "name a field")]
    [InlineData("'x' in cost", 8, "only texts")]
    [InlineData("name == '\\q'", 10, "escape")]
    [InlineData("cost == 99999999999999999999999999999999", 9, "too large")]
    [InlineData("name == 'a' and", 16, "expected")]
    [InlineData("latency_ms == name", 15, "different types")]
    public void Parse_Mistake_IsShownWhereItIsWithWhatWouldWork(string text, int position, string advice)
    {
        Assert.Null(FilterParser.TryParse(text, out var problem));

        Assert.Equal(position, problem!.Position);
        Assert.Contains(advice, problem.Text, StringComparison.Ordinal);
        Assert.StartsWith($"filter, character {position}: ", problem.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_BeyondABound_IsRefused()
    {
        string[] tooMuch =
        [
            "name == '" + new string('x', 5000) + "'",
            string.Concat(Enumerable.Repeat("not ", 40)) + "cost > 1",
            new string('(', 40) + "cost > 1" + new string(')', 40),
            string.Join(" or ", Enumerable.Repeat("cost > 1", 101)),
            $"cost in [{string.Join(',', Enumerable.Range(0, 101))}]",
            "name == '\ud800'",
            "name == '\0'",
        ];

        Assert.All(tooMuch, text => Assert.Null(FilterParser.TryParse(text, out _)));
    }

    [Fact]
    public void Parse_RandomTokens_NeverFailsUnexpectedly()
    {
        string[] pieces = ["name", "cost", "==", "<", "in", "not", "is", "None", "(", ")", "[", "]", ",", ".", "'a'", "1", "-", "and", "or", "annotations", "attributes", "start_time", "True", "#"];
        var random = new Random(7);
        for (var i = 0; i < 20_000; i++)
        {
            var text = string.Join(random.Next(4) == 0 ? "" : " ", Enumerable.Range(0, random.Next(1, 12)).Select(_ => pieces[random.Next(pieces.Length)]));

            var filter = FilterParser.TryParse(text, out var problem);

            Assert.True(filter is null != problem is null, text);
            if (filter is not null)
            {
                Assert.Equal(filter, FilterParser.TryParse(filter.ToString(), out _));
            }
        }
    }
}
