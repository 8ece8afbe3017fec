using System.Collections.Immutable;
using System.IO.Enumeration;
using Weir.Gateway.Catalog;
using Weir.Gateway.Health;
using Weir.Gateway.Routing;

namespace Weir.Tests.Gateway.Routing.Routers;

/// <summary>What the routers choose, said as plainly as it can be: every model is looked at for every request, and nothing is worked out before.</summary>
internal sealed class PlainRouters(CatalogSnapshot catalog, RouterCase asked, RouteQuery query, IVitalsSource vitals, Random random)
{
    private const int Most = 3;

    private readonly RequestNeeds _needs = new(query);

    /// <summary>Empty: no model is left.</summary>
    public ImmutableArray<ModelEntry> Choose() => ModelName.Parse(asked.Router).Base.ToLowerInvariant() switch
    {
        "openrouter/free" => Free(),
        "openrouter/pareto-code" => Pareto(isFast: asked.Router.EndsWith(":nitro", StringComparison.Ordinal)),
        var router => Auto(pins: router == "openrouter/auto" && asked.Members.Contains("pin_model", StringComparison.Ordinal)),
    };

    public static ModelEntry? Latest(CatalogSnapshot catalog, string family, Guid workspace) => catalog.Models
        .Where(model => model.Slug.StartsWith(family, StringComparison.OrdinalIgnoreCase)
            && !model.Slug.Contains(':')
            && (model.Slug.Length == family.Length || !char.IsAsciiLetter(model.Slug[family.Length]))
            && model.IsVisibleTo(workspace))
        .MaxBy(model => model.Created);

    private ImmutableArray<ModelEntry> Auto(bool pins)
    {
        var models = Capable()
            .Where(model => (asked.Allowed.IsEmpty || Matches(asked.Allowed, model)) && !Matches(asked.Excluded, model))
            .OrderBy(PriceOf)
            .ThenBy(model => model.Slug, StringComparer.Ordinal)
            .ToArray();
        if (models.Length == 0)
        {
            return [];
        }

        var tier = Array.IndexOf(["low", "medium", "high", "xhigh", "max"], asked.CostTier ?? "low");
        var (from, to) = asked.CostTier is null && asked.Tradeoff is { } tradeoff ? (0, (int)Math.Round(90 - (tradeoff * 8))) : (tier * 20, (tier + 1) * 20);
        var start = Math.Min(((models.Length * from) + 99) / 100, models.Length - 1);
        var length = Math.Max(1, (((models.Length * to) + 99) / 100) - start);
        var best = models[start..(start + length)].OrderByDescending(model => ScoreOf(model) ?? double.MinValue).ThenByDescending(model => model.Created);
        var pinned = pins && asked.Pinned is { } slug ? Array.Find(models, model => model.Slug == slug) : null;
        return pinned is null ? [.. best.Take(Most)] : [pinned, .. best.Where(model => model != pinned).Take(Most - 1)];
    }

    private ImmutableArray<ModelEntry> Free()
    {
        var free = Capable().Where(model => model.Endpoints.Any(endpoint => endpoint.Price.IsFree)).ToArray();
        if (free.Length > 0)
        {
            random.Shuffle(free);
        }

        return [.. free.Take(Most)];
    }

    private ImmutableArray<ModelEntry> Pareto(bool isFast)
    {
        var models = Capable().Where(model => model.Card.Benchmarks?.CodingIndex is not null).OrderByDescending(Score).ToArray();
        if (asked.MaxPrice is { } most)
        {
            var cheapEnough = models.Where(model => PromptPrice(model) * 1_000_000 <= most).ToArray();
            return [.. cheapEnough.OrderBy(model => cheapEnough.Any(other => PromptPrice(other) < PromptPrice(model) && Score(other) >= Score(model))).Take(Most)];
        }

        var wanted = asked.MinScore is null or >= 0.66 ? 0 : asked.MinScore >= 0.33 ? 1 : 2;
        return
        [
            .. models.Select((model, rank) => (Model: model, Tier: rank * 3 / models.Length))
                .OrderBy(row => Math.Abs(row.Tier - wanted))
                .ThenBy(row => row.Tier)
                .ThenBy(row => isFast ? -row.Model.Endpoints.Max(endpoint => vitals.Read(row.Model, endpoint).Throughput?.P50 ?? 0) : PromptPrice(row.Model))
                .Select(row => row.Model)
                .Take(Most),
        ];

        static double Score(ModelEntry model) => model.Card.Benchmarks!.CodingIndex!.Value;
        static double PromptPrice(ModelEntry model) => (double)model.Endpoints.Min(endpoint => endpoint.Price.Prompt);
    }

    private IEnumerable<ModelEntry> Capable() => catalog.Models.Where(model => model.IsVisibleTo(query.Workspace) && query.Restrictions.Admit(model) && IsCapable(model));

    private bool IsCapable(ModelEntry model) =>
        query.Operation.Suits(model)
        && model.OutputModalities.Contains("text")
        && _needs.Media.Input.All(word => model.InputModalities.Contains(word))
        && _needs.Media.Output.All(word => model.OutputModalities.Contains(word))
        && model.Endpoints.Any(Serves);

    private bool Serves(EndpointEntry endpoint) =>
        !_needs.Exceeds(endpoint.ContextLength)
        && !(_needs.MaxTokens > endpoint.MaxCompletionTokens)
        && (!_needs.HasTools || ChatParameters.IsTaken(endpoint, "tools"))
        && (_needs.Format is not { } format || ChatParameters.IsTaken(endpoint, format == "json_schema" ? "structured_outputs" : "response_format"));

    private static double PriceOf(ModelEntry model) =>
        model.Endpoints.Where(endpoint => endpoint.ServiceTier is null).Select(endpoint => EndpointPrice.Of(endpoint.Price)).DefaultIfEmpty(double.MaxValue).Min();

    private double? ScoreOf(ModelEntry model) => asked.HasTools
        ? model.Card.Benchmarks?.AgenticIndex
        : asked.HasCode ? model.Card.Benchmarks?.CodingIndex : model.Card.Benchmarks?.IntelligenceIndex;

    private static bool Matches(ImmutableArray<string> patterns, ModelEntry model) =>
        patterns.Any(pattern => FileSystemName.MatchesSimpleExpression(pattern.Replace("?", "\\?", StringComparison.Ordinal), model.Slug));
}
