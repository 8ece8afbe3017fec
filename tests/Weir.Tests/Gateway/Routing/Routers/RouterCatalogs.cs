using System.Collections.Frozen;
using System.Collections.Immutable;
using Weir.Gateway.Catalog;
using Weir.Ledger.Pricing;
using Weir.Providers;
using Weir.Tests.Testing;

namespace Weir.Tests.Gateway.Routing.Routers;

/// <summary>Catalogues of every kind of model that a router tells from another, with many that are equal in what decides.</summary>
internal static class RouterCatalogs
{
    public static readonly Guid Other = Guid.Parse("0198f000-0000-7000-8000-00000000000e");

    private static readonly string[] Names = ["m", "M-2", "m-3", "m2", "max", "max-2", "m:free", "m-2:free", "mé", "m-20", "m/2", "m_2", "m.5"];
    private static readonly string[] Inputs = ["text", "image", "audio", "video", "file"];
    private static readonly string[] Outputs = ["image", "audio", "embeddings", "video"];
    private static readonly string[] Parameters = ["tools", "structured_outputs", "response_format", "max_tokens"];

    public static CatalogSnapshot Of(Random random)
    {
        var slugs = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var wanted = random.Next(3) == 0 ? random.Next(1, 6) : random.Next(6, 40);
        for (var count = 0; count < wanted; count++)
        {
            _ = slugs.Add($"{(random.Next(5) == 0 ? "A" : "a")}{random.Next(3)}/{Names[random.Next(Names.Length)]}");
        }

        return new CatalogSnapshot([.. slugs.Select(slug => ModelOf(slug, random))], defaultModel: null);
    }

    private static ModelEntry ModelOf(string slug, Random random) => GatewaySamples.Model(slug, [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => EndpointOf(random))]) with
    {
        Created = FakeTime.Start.AddDays(random.Next(4)).ToOffset(TimeSpan.FromHours(random.Next(3))),
        InputModalities = ["text", .. Some(Inputs[1..], random)],
        OutputModalities = random.Next(6) == 0 ? [Outputs[random.Next(Outputs.Length)]] : ["text", .. Some(Outputs, random)],
        IsInputAssumed = random.Next(5) == 0,
        Workspaces = random.Next(6) switch { 0 => [Other], 1 => [Other, GatewaySamples.Workspace], _ => [] },
        Card = random.Next(3) == 0 ? new ModelCard() : new ModelCard
        {
            Benchmarks = new ModelBenchmarks { AgenticIndex = Score(random), CodingIndex = Score(random), IntelligenceIndex = Score(random) },
        },
    };

    private static EndpointEntry EndpointOf(Random random)
    {
        var provider = GatewaySamples.Provider($"p{random.Next(4)}") with
        {
            Dialect = ProviderRegistry.Find(random.Next(4) == 0 ? "ollama" : "openai")!,
            DataPolicy = new DataPolicy { Training = random.Next(3) == 0, Zdr = random.Next(2) == 0 },
        };
        return GatewaySamples.Endpoint(provider) with
        {
            Price = PriceOf(random),
            ServiceTier = random.Next(5) == 0 ? "priority" : null,
            ContextLength = new[] { 0, 100, 400, 128_000 }[random.Next(4)],
            MaxCompletionTokens = new int?[] { null, null, 100, 4_000, int.MaxValue }[random.Next(5)],
            SupportedParameters = random.Next(2) == 0 ? null : Some(Parameters, random).ToFrozenSet(StringComparer.Ordinal),
        };
    }

    private static Price PriceOf(Random random) => random.Next(6) switch
    {
        0 => Price.Free,
        1 => new Price { Request = 0.01m },
        2 => new Price { Overrides = [new PriceOverride { MinPromptTokens = 100, Prompt = 0.000001m }] },
        _ => new Price { Prompt = random.Next(6) * 0.000001m, Completion = random.Next(3) * 0.000001m },
    };

    private static double? Score(Random random) => random.Next(3) == 0 ? null : random.Next(5) * 10.5;

    private static ImmutableArray<string> Some(string[] words, Random random) => [.. words.Where(_ => random.Next(2) == 0)];
}
