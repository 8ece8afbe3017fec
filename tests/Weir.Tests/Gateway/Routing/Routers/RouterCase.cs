using System.Collections.Immutable;
using Weir.Gateway.Catalog;
using Weir.Gateway.Operations;
using Weir.Gateway.Operations.Chat;
using Weir.Gateway.Operations.Images;
using Weir.Gateway.Routing;
using Weir.Ledger.Guardrails;
using Weir.Tests.Testing;

namespace Weir.Tests.Gateway.Routing.Routers;

/// <summary>A request to a router, in its parts: the same request as JSON, and as what the plain form of the routers reads.</summary>
internal sealed record RouterCase
{
    private static readonly string[] Patterns = ["a0/*", "A1/*", "*/m-2", "*", "a2/max", "*2", "a?/m", "A0/M", "a0/m*:free", "*-3*", "none/*", "", "a\\1/m"];
    private static readonly string[] Tiers = ["low", "medium", "high", "xhigh", "max"];
    private static readonly string[] Media = ["image_url", "input_audio", "video_url", "file", "input_video"];

    public required string Router { get; init; }
    public required string Members { get; init; }
    public required IOperation Operation { get; init; }
    public required Guid Workspace { get; init; }
    public bool HasTools { get; init; }
    public bool HasCode { get; init; }
    public ImmutableArray<string> Allowed { get; init; } = [];
    public ImmutableArray<string> Excluded { get; init; } = [];
    public string? CostTier { get; init; }
    public double? Tradeoff { get; init; }
    public string? Pinned { get; init; }
    public double? MinScore { get; init; }
    public double? MaxPrice { get; init; }

    public string Body => $"{{\"model\":\"{Router}\",{Members}}}";

    public RouteQuery QueryBy(Weir.Gateway.Guardrails.CallerRestrictions restrictions) =>
        new(GatewaySamples.Request(Body), Operation, Workspace) { Restrictions = restrictions };

    public static RouterCase Of(Random random, CatalogSnapshot catalog)
    {
        var members = new List<string>();
        var one = new RouterCase
        {
            Router = Pick("openrouter/auto", "openrouter/auto", "openrouter/auto-beta", "openrouter/free", "OpenRouter/Free:nitro", "openrouter/pareto-code", "openrouter/pareto-code:nitro"),
            Members = "",
            Operation = random.Next(12) == 0 ? ImagesOperation.Instance : ChatOperation.Instance,
            Workspace = random.Next(4) == 0 ? RouterCatalogs.Other : GatewaySamples.Workspace,
            HasTools = Says("\"tools\":[{\"type\":\"function\"}]", 3),
            HasCode = random.Next(4) == 0,
        };
        _ = Says($"\"response_format\":{{\"type\":\"{Pick("json_schema", "json_object", "text")}\"}}", 4);
        _ = Says($"\"max_tokens\":{Pick("1", "90", "500", "100000", "-5", "-9223372036854775808", "9223372036854775807")}", 3);
        _ = Says($"\"modalities\":[\"text\",\"{Pick("image", "audio", "smell")}\"]", 8);
        one = WithPlugin(one, random, members);
        one = one with { Pinned = random.Next(3) == 0 ? catalog.Models[random.Next(catalog.Models.Length)].Slug : null };
        members.Add(Conversation(one, random));
        return one with { Members = string.Join(',', members) };

        string Pick(params string[] words) => words[random.Next(words.Length)];

        bool Says(string member, int of)
        {
            var isSaid = random.Next(of) == 0;
            if (isSaid)
            {
                members.Add(member);
            }

            return isSaid;
        }
    }

    public static GuardrailRow Guardrail(Random random, CatalogSnapshot catalog) => new()
    {
        Id = Guid.Empty,
        WorkspaceId = GatewaySamples.Workspace,
        Name = "any",
        CreatedAt = FakeTime.Start,
        AllowedModels = random.Next(5) == 0 ? [.. catalog.Models.Where(_ => random.Next(2) == 0).Select(model => model.Slug.ToUpperInvariant())] : null,
        IgnoredModels = random.Next(3) == 0 ? [catalog.Models[0].Slug] : null,
        AllowedProviders = random.Next(3) == 0 ? ["p0", "p2"] : null,
        IgnoredProviders = random.Next(3) == 0 ? ["p1"] : null,
        EnablePaidTraining = random.Next(3) == 0 ? false : null,
        EnableFreeTraining = random.Next(3) == 0 ? false : null,
        ZeroRetention = new ZeroRetentionRow { Other = random.Next(3) == 0 },
    };

    private static RouterCase WithPlugin(RouterCase one, Random random, List<string> members)
    {
        if (random.Next(3) == 0)
        {
            return one;
        }

        one = one with
        {
            Allowed = random.Next(3) == 0 ? Some(random) : [],
            Excluded = random.Next(3) == 0 ? Some(random) : [],
            CostTier = random.Next(3) == 0 ? Tiers[random.Next(Tiers.Length)] : null,
            Tradeoff = random.Next(3) == 0 ? random.Next(11) * random.Next(2, 5) / 4.0 is var tradeoff && tradeoff > 10 ? 10 : tradeoff : null,
            MinScore = random.Next(3) == 0 ? random.Next(11) / 10.0 : null,
            MaxPrice = random.Next(3) == 0 ? random.Next(7) : null,
        };
        AddPlugins(one, members);
        return one;
    }

    private static void AddPlugins(RouterCase one, List<string> members)
    {
        var auto = new List<string> { $"\"id\":\"{(one.Router == "openrouter/auto-beta" ? "auto-beta-router" : "auto-router")}\"", "\"pin_model\":true" };
        Add(auto, "allowed_models", one.Allowed.IsEmpty ? null : $"[{Quoted(one.Allowed)}]");
        Add(auto, "excluded_models", one.Excluded.IsEmpty ? null : $"[{Quoted(one.Excluded)}]");
        Add(auto, "cost_tier", one.CostTier is { } tier ? $"\"{tier}\"" : null);
        Add(auto, "cost_quality_tradeoff", one.Tradeoff?.ToString("R"));
        var pareto = new List<string> { "\"id\":\"pareto-router\"" };
        Add(pareto, "min_coding_score", one.MinScore?.ToString("R"));
        Add(pareto, "max_price", one.MaxPrice?.ToString("R"));
        members.Add($"\"plugins\":[{{{string.Join(',', auto)}}},{{{string.Join(',', pareto)}}}]");
    }

    private static ImmutableArray<string> Some(Random random) => [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Patterns[random.Next(Patterns.Length)])];

    private static string Quoted(ImmutableArray<string> texts) => string.Join(',', texts.Select(text => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal)}\""));

    private static void Add(List<string> members, string name, string? value)
    {
        if (value is not null)
        {
            members.Add($"\"{name}\":{value}");
        }
    }

    // Long enough, at times, for the contexts of some models.
    private static string Conversation(RouterCase one, Random random)
    {
        var text = string.Concat(Enumerable.Repeat("ab", random.Next(4) switch { 0 => 500, 1 => 2_000, _ => 1 })) + (one.HasCode ? "```" : "");
        var part = random.Next(4) == 0 ? $",{{\"type\":\"{Media[random.Next(Media.Length)]}\"}}" : "";
        var answer = one.Pinned is null ? "" : $",{{\"role\":\"assistant\",\"content\":\"\",\"model\":\"{one.Pinned}\"}}";
        return $"\"messages\":[{{\"role\":\"user\",\"content\":[{{\"type\":\"text\",\"text\":\"{text}\"}}{part}]}}{answer}]";
    }
}
