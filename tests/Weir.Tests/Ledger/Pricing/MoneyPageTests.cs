using Weir.Ledger.Pricing;
using Weir.Protocol.Primitives;
using Xunit;

namespace Weir.Tests.Ledger.Pricing;

/// <summary>The numbers on the page about money are those that the code computes.</summary>
public sealed class MoneyPageTests
{
    private static readonly Price Price = new()
    {
        Prompt = 0.000003m,
        Completion = 0.000015m,
        InputCacheRead = 0.0000003m,
        InputCacheWrite = 0.00000375m,
        InputCacheWriteHour = 0.000006m,
        Overrides = [new PriceOverride { MinPromptTokens = 200_000, Prompt = 0.000006m, Completion = 0.0000225m }],
    };

    private static readonly TokenUsage First = new() { Prompt = 1_200, Completion = 350 };

    [Fact]
    public void Examples_AreComputed()
    {
        var page = File.ReadAllText(Path.Combine(Root(), "docs", "money.md"));

        Row("1,200 prompt, 350 completion", Charge.Of(First, Price).Total);
        Row("the same, 1,000 of the prompt read from a cache", Charge.Of(First with { CacheRead = 1_000 }, Price).Total);
        Row("the same as the first, 1,000 written to a cache, 400 of them for an hour", Charge.Of(First with { CacheWrite = 1_000, CacheWriteHour = 400 }, Price).Total);
        Row("200,001 prompt, 100 completion", Charge.Of(new TokenUsage { Prompt = 200_001, Completion = 100 }, Price).Total);
        Row("the first with a key of one's own and a fee of 5 %", Charge.Of(First, Price).AsByok(0.05m).Total);

        var asked = new UsageBound { Prompt = 2_000, Output = 500, Context = 200_000 };
        var open = asked with { Output = 200_000 };
        Assert.Contains($"`max_tokens` 500 holds ${CostBound.Of(Price, asked)}; without it, ${CostBound.Of(Price, open)}.", page, StringComparison.Ordinal);

        void Row(string request, Usd charge) => Assert.Contains($"| {request} | ${charge} |", page, StringComparison.Ordinal);
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Weir.slnx")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        }

        return folder;
    }
}
