using System.Globalization;
using Weir.Ledger.Apps;
using Weir.Ledger.Keys;
using Weir.Ledger.Records;
using Weir.Protocol.Primitives;

namespace Weir.Storage.Tests.Ledger;

/// <summary>Generations at random times with random members, hostile ones among them.</summary>
internal static class UsageTraffic
{
    public static readonly DateTimeOffset Start = new(2026, 2, 20, 0, 0, 0, TimeSpan.Zero);
    public static readonly TimeSpan Span = TimeSpan.FromDays(45);

    public static readonly string[] Models = ["acme/small", "it's \"one\"; DROP TABLE generations --", "ü😀", "'); x"];
    public static readonly string?[] Providers = [null, "Acme", "Prov'ider"];

    public static GenerationRow[] Make(Random random, int count) => [.. Enumerable.Range(0, count).Select(index => Make(random, $"gen-{index}"))];

    public static GenerationRow Make(Random random, string id)
    {
        var answered = random.Next(5) > 0;
        var streamed = random.Next(2) == 0;
        var latency = random.NextDouble() * random.Next(1, 10_000);
        var row = LedgerSamples.Bare(id) with
        {
            KeyHash = KeyHash.Of(Pick(random, "owned", "other", "third")),
            WorkspaceId = random.Next(3) == 0 ? Guid.Empty : LedgerSamples.Workspace,
            CreatedAt = Start.AddMicroseconds(random.NextInt64((long)Span.TotalMicroseconds)),
            Model = Pick(random, Models),
            ProviderName = answered ? Pick(random, Providers) : null,
            ApiType = Pick(random, "completions", "embeddings"),
            FinishReason = answered ? Pick(random, "stop", "tool_calls") : null,
            ErrorType = answered ? null : Pick(random, "rate_limit_exceeded", "cancelled"),
            Cancelled = random.Next(10) == 0,
            Streamed = streamed,
            LatencyMs = answered ? latency : null,
            DurationMs = latency + (random.NextDouble() * 1_000),
            PromptTokens = answered ? random.Next(0, 3_000_000) >> random.Next(20) : null,
            CompletionTokens = answered ? random.Next(0, 1_000) : null,
            ReasoningTokens = random.Next(2) == 0 ? random.Next(100) : null,
            CachedTokens = random.Next(2) == 0 ? random.Next(100) : null,
            ResponseCacheSourceId = random.Next(8) == 0 ? "gen-x" : null,
            ExternalUser = Pick(random, null, "u1", "u'2"),
            SessionId = Pick(random, null, "s1"),
            App = random.Next(3) is var app and < 2 ? AppAttribution.Of($"https://app{app.ToString(CultureInfo.InvariantCulture)}.example/", null, null) : null,
        };
        return answered ? Charged(random, row) : row;
    }

    private static GenerationRow Charged(Random random, GenerationRow row) => row with
    {
        Charge = new Usd(random.NextInt64(0, 10_000_000_000)),
        CacheDiscount = random.Next(2) == 0 ? new Usd(random.NextInt64(-1_000, 1_000_000)) : null,
        WebSearchCharge = new Usd(random.NextInt64(0, 3) * 10_000_000),
    };

    private static T Pick<T>(Random random, params T[] values) => values[random.Next(values.Length)];
}
