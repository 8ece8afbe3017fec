using Weir.Ledger.Entries;
using Weir.Ledger.Keys;
using Weir.Ledger.Records;
using Weir.Ledger.Sessions;
using Weir.Protocol.Primitives;

namespace Weir.Storage.Tests.Ledger;

/// <summary>Rows for the tests of ledger stores.</summary>
internal static class LedgerSamples
{
    public static readonly Guid Workspace = Guid.Parse("0198f000-0000-7000-8000-000000000001");
    public static readonly DateTimeOffset Now = new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.Zero).AddMicroseconds(123_456);

    /// <summary>A key with every field set.</summary>
    public static KeyRow Key(string text = "sk-or-v1-one") => new()
    {
        Hash = KeyHash.Of(text),
        Label = "sk-or-v1-012...def",
        Name = "it's \"one\" ü😀",
        Kind = KeyKind.Management,
        WorkspaceId = Workspace,
        Disabled = true,
        Limit = new Usd(123_456_789_012),
        LimitReset = LimitReset.Weekly,
        IncludeByokInLimit = true,
        CreatedAt = Now,
        UpdatedAt = Now.AddMinutes(1),
        ExpiresAt = Now.AddDays(1),
        CreatorUserId = "user-1",
    };

    /// <summary>A key with nothing set that may be left out.</summary>
    public static KeyRow BareKey(string text = "sk-or-v1-bare") => new()
    {
        Hash = KeyHash.Of(text),
        Label = "",
        Name = "",
        Kind = KeyKind.Inference,
        WorkspaceId = Workspace,
        CreatedAt = DateTimeOffset.UnixEpoch,
    };

    /// <summary>A session that a key has opened, begun some minutes after <see cref="Now"/>.</summary>
    public static SessionRow Session(string token = "cookie", int minutes = 0, string? key = "sk-or-v1-one") => new()
    {
        Hash = KeyHash.Of(token),
        KeyHash = key is null ? null : KeyHash.Of(key),
        CreatedAt = Now.AddMinutes(minutes),
        ExpiresAt = Now.AddMinutes(minutes).AddDays(30),
    };

    /// <summary>A sign-in link that is good for ten minutes.</summary>
    public static LoginLinkRow Link(string token = "link") => new(KeyHash.Of(token), Now.AddMinutes(10));

    public static EntryRow Grant(long nanos) => new()
    {
        WorkspaceId = Workspace,
        At = Now,
        Kind = EntryKind.Grant,
        Amount = new Usd(nanos),
        Actor = "command line",
        Note = "it's the \"first\" ü😀",
    };

    public static RefundDraft Refund(GenerationId generation, long? nanos, string key = "once") => new()
    {
        GenerationId = generation,
        Amount = nanos is { } amount ? new Usd(amount) : null,
        IdempotencyKey = key,
        Actor = "sk-or-v1-mng...key",
        Reason = "it's \"wrong\" ü😀",
    };

    /// <summary>A generation with every field set.</summary>
    public static GenerationRow Generation(string id = "gen-1-abc", long nanos = 73, string key = "sk-or-v1-one") => Bare(id) with
    {
        KeyHash = KeyHash.Of(key),
        ProviderName = "Acme",
        UpstreamId = "cmpl-7",
        ResponseCacheSourceId = "gen-0-source",
        Streamed = true,
        Cancelled = true,
        FinishReason = "stop",
        NativeFinishReason = "end_turn",
        Status = 502,
        ErrorType = "provider_unavailable",
        ErrorMessage = "nul \0 and ü😀 and it's",
        DurationMs = 1234.5678,
        LatencyMs = 0.1,
        PromptTokens = 12,
        CompletionTokens = 30,
        ReasoningTokens = 7,
        CachedTokens = 4,
        UsageEstimated = true,
        Charge = new Usd(nanos),
        CacheDiscount = new Usd(-5),
        WebSearchCharge = new Usd(9),
        Router = "openrouter/auto",
        ServiceTier = "flex",
        PromptMedia = 3,
        PromptSounds = 1,
        CompletionMedia = 2,
        CompletionImageTokens = 11,
        ExternalUser = "user",
        SessionId = "session",
        HttpReferer = "https://example.com",
        AppTitle = "App",
        UserAgent = "agent/1.0",
        ParentSpanId = "00000000000000aa",
    };

    /// <summary>A generation that was paid with a credential of somebody's own.</summary>
    public static GenerationRow Owned(string id = "gen-1-abc", long nanos = 73) => Generation(id, nanos) with { IsByok = true, UpstreamCost = new Usd(321) };

    /// <summary>A generation with nothing set that may be left out.</summary>
    public static GenerationRow Bare(string id) => new()
    {
        Id = new GenerationId(id),
        KeyHash = KeyHash.Of("sk-or-v1-one"),
        WorkspaceId = Workspace,
        CreatedAt = Now,
        RequestedModel = "acme/small",
        Model = "acme/small-2",
        Streamed = false,
        Status = 200,
        DurationMs = 0,
        Charge = Usd.Zero,
        AttemptsJson = """[{"status":200}]""",
        PartsJson = """[{"how":"first"}]""",
        TraceId = "00000000000000010000000000000002",
        SpanId = "0000000000000003",
    };
}
