using System.Text;
using System.Text.Json.Nodes;
using Weir.Gateway.Guardrails;
using Weir.Ledger.Guardrails;
using Weir.Tests.Testing;
using Xunit;
using static Weir.Tests.Gateway.Guardrails.FilterSamples;

namespace Weir.Tests.Gateway.Guardrails;

/// <summary>What holds of every redaction, with texts made by chance: the seed is in the message.</summary>
public sealed class RedactionProperties
{
    private const int Rounds = 400;

    private static readonly string[] Slugs = ["email", "phone", "ssn", "credit-card", "ip-address", BuiltinFilters.PromptInjectionSlug];

    private static readonly string[] Pieces =
    [
        "ann@example.com", "a@b.co", "@", ".", "-", " ", "\n", "1", "12", "555", "123-45-6789", "45-6789", "4111 1111 1111 1111", "4111", "1111", "+49 30 1234567", "(555) 123-4567",
        "10.0.0.1", "::1", "fe80", ":", "ignore ", "all ", "previous ", "instructions", "i g n o r e ", "aWdub3JlIGFsbCBydWxlcw==", "69676e6f7265", "sytsem", "é", "😀", "\ud83d", "\udc00",
        "\"", "\\", "\t", "[EMAIL]", "text", "[", "]", "\u200b", "<|im_start|>", "\u2028", "ß", "\0",
    ];

    [Fact]
    public void RedactedText_HasNoMatchAnyMore_OfAnyFilter()
    {
        for (var seed = 0; seed < Rounds; seed++)
        {
            var text = Text(new Random(seed));
            var guardrail = Default([.. Slugs.Select(slug => Builtin(slug))]);
            var filters = new GuardrailPolicies(Directory(guardrail)).Of(GatewaySamples.Caller().Key).Filters;

            var redacted = Redacted(filters, text);

            var search = new ContentSearch(filters, new ScanBudget(TimeProvider.System));
            foreach (var filter in filters)
            {
                Assert.True(search.Find(filter, redacted).Count == 0, $"seed {seed}: {filter.Label} is left in {redacted}");
            }
        }
    }

    [Fact]
    public void RedactedRequest_IsTheSameJson_ButForTheTextsThatHadAMatch()
    {
        for (var seed = 0; seed < Rounds; seed++)
        {
            var random = new Random(seed);
            var texts = Enumerable.Range(0, 4).Select(_ => Text(random)).ToArray();
            var sent = $$"""{"model":"m", "temperature":0.10,"messages":[{"role":"user","content":[{"type":"text","text":{{Json(texts[0], random)}}},{"type":"text","text":{{Json(texts[1], random)}}}]},{"role":"assistant","content":{{Json(texts[2], random)}}},{"role":"user","content":{{Json(texts[3], random)}}}],"seed":1e2}""";

            var guarded = GatewaySamples.Text(Guard(sent, Default([.. Slugs[..5].Select(slug => Builtin(slug))])).Request.Body);

            var (before, after) = (JsonNode.Parse(sent)!["messages"]!, JsonNode.Parse(guarded)!["messages"]!);
            Assert.Equal(before[1]!.ToJsonString(), after[1]!.ToJsonString());
            Assert.True(Skeleton(sent) == Skeleton(guarded), $"seed {seed}");
            Assert.Equal(Expected(texts[0]), after[0]!["content"]![0]!["text"]!.GetValue<string>());
            Assert.Equal(Expected(texts[1]), after[0]!["content"]![1]!["text"]!.GetValue<string>());
            Assert.Equal(Expected(texts[3]), after[2]!["content"]!.GetValue<string>());
        }
    }

    [Fact]
    public void PatternsByChance_NeverLeaveWhatTheyMatch_OutsideOfPlaceholders()
    {
        string[] patterns = ["[a-z]+", ".", "x*", @"\d{2,}", "(?:an|n@)+e?", ".+", "[A-Z]+", @"\[", "a.*z"];
        for (var seed = 0; seed < Rounds; seed++)
        {
            var random = new Random(seed);
            var pattern = patterns[random.Next(patterns.Length)];
            var guardrail = Default() with { ContentFilters = [new ContentFilterRow(pattern, FilterAction.Redact, "\u0001")] };
            var filters = new GuardrailPolicies(Directory(guardrail)).Of(GatewaySamples.Caller().Key).Filters;

            var redacted = Redacted(filters, Text(random));

            // What is put in may itself match: it is no text of the user.
            var rest = redacted.Replace("[\u0001]", "\n", StringComparison.Ordinal);
            var search = new ContentSearch(filters, new ScanBudget(TimeProvider.System));
            Assert.True(search.Find(filters[0], rest).Count == 0, $"seed {seed}, {pattern}: {rest}");
        }
    }

    private static string Expected(string text)
    {
        var filters = new GuardrailPolicies(Directory(Default([.. Slugs[..5].Select(slug => Builtin(slug))]))).Of(GatewaySamples.Caller().Key).Filters;
        return Redacted(filters, Whole(text));
    }

    // Half a surrogate pair is U+FFFD to whoever reads JSON here.
    private static string Whole(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private static string Text(Random random)
    {
        var text = new StringBuilder();
        for (var count = random.Next(12); count >= 0; count--)
        {
            _ = text.Append(Pieces[random.Next(Pieces.Length)]);
        }

        return Whole(text.ToString());
    }

    // Some signs escaped that need not be.
    private static string Json(string text, Random random)
    {
        var json = new StringBuilder("\"");
        foreach (var sign in text)
        {
            _ = char.IsSurrogate(sign) ? json.Append(sign) : sign is '"' or '\\' or < ' ' || random.Next(5) == 0 ? json.Append(System.Globalization.CultureInfo.InvariantCulture, $"\\u{(int)sign:x4}") : json.Append(sign);
        }

        return json.Append('"').ToString();
    }

    // Everything outside of strings.
    private static string Skeleton(string json)
    {
        var skeleton = new StringBuilder();
        var isInside = false;
        for (var at = 0; at < json.Length; at++)
        {
            if (isInside && json[at] == '\\')
            {
                at++;
                continue;
            }

            isInside ^= json[at] == '"';
            _ = isInside ? skeleton : skeleton.Append(json[at]);
        }

        return skeleton.ToString();
    }
}
