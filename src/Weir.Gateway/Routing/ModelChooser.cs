using System.Collections.Immutable;
using Weir.Gateway.Catalog;
using Weir.Gateway.Health;
using Weir.Gateway.Operations.Chat;
using Weir.Gateway.Operations.Images;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Routing.Routers;
using Weir.Protocol.Errors;

namespace Weir.Gateway.Routing;

/// <summary>Finds the models that a request names: by slug, by alias, by variant, by what is newest, or by what a router chooses.</summary>
/// <remarks>Source: model routing of the documentation.</remarks>
internal sealed class ModelChooser(CatalogSnapshot catalog, RouteQuery query, RequestNeeds needs, IVitalsSource vitals, Random random)
{
    private static readonly string[] Coming = ["openrouter/bodybuilder", "openrouter/fusion", "openrouter/fusion-flash"];

    // Behind the slug of a model of Anthropic: the same model, quicker and dearer.
    private const string FastSuffix = "-fast";

    private readonly List<ModelChoice> _choices = [];
    private string? _strategy;
    private string? _router;

    /// <exception cref="GatewayException">400 for a model that is not there, 404 where a router finds none, 501 for what this version does not have.</exception>
    public ChosenModels Choose()
    {
        var slugs = Slugs();
        foreach (var slug in slugs)
        {
            Resolve(slug);
        }

        return new ChosenModels([.. _choices], _strategy ?? (slugs.Length > 1 && _choices.Count > 1 ? "fallback" : "direct"), _router, slugs);
    }

    private ImmutableArray<string> Slugs()
    {
        var request = query.Request;
        ImmutableArray<string> slugs = request.Model is { } model ? [model, .. request.Models] : request.Models;
        return slugs.IsEmpty
            ? [Default() ?? throw RouteRefusal.Invalid("'model' is missing and no default model is configured. Name one; GET /api/v1/models lists them.")]
            : slugs;
    }

    private string? Default() => query.Operation switch
    {
        ChatOperation => query.Defaults.TextModel,
        ImagesOperation => query.Defaults.ImageModel,
        _ => null,
    } ?? catalog.DefaultModel;

    private void Resolve(string slug)
    {
        if (Visible(slug) is { } exact)
        {
            var isAlias = slug.StartsWith('~');
            _strategy = isAlias ? _strategy ?? "latest" : _strategy;
            AddNamed(isAlias ? LatestModel.Choose(exact, query.Request) : new ModelChoice(exact));
            return;
        }

        RefuseComing(slug);
        var name = ModelName.Parse(slug);
        if (!ResolveRouter(name))
        {
            AddNamed(name.On(ResolveName(name, slug)));
        }
    }

    private void AddNamed(ModelChoice choice)
    {
        if (!query.Operation.Suits(choice.Model))
        {
            throw RouteRefusal.WrongOperation(choice.Model, query.Operation);
        }

        if (needs.ServiceTier == "priority" && Fast(choice.Model) is { } fast)
        {
            Add(choice with { Model = fast });
        }

        Add(choice);
    }

    // Nobody is asked twice: of a model that is named twice the first name counts.
    private void Add(ModelChoice choice)
    {
        foreach (var known in _choices)
        {
            if (ReferenceEquals(known.Model, choice.Model))
            {
                return;
            }
        }

        _choices.Add(choice);
    }

    private ModelEntry? Fast(ModelEntry model) =>
        model.Slug.StartsWith("anthropic/", StringComparison.OrdinalIgnoreCase) && Visible(model.Slug + FastSuffix) is { } fast && query.Operation.Suits(fast)
            ? fast
            : null;

    private ModelChoice ResolveName(ModelName name, string slug)
    {
        if (Visible(name.Slug) is { } row)
        {
            RefuseOnline(name);
            return new ModelChoice(row);
        }

        var isLatest = name.Base.StartsWith('~');
        var model = isLatest ? LatestModel.Find(name.Base, catalog, query.Workspace) : Visible(name.Base);
        if (model is null)
        {
            throw RouteRefusal.Unknown(slug);
        }

        RefuseOnline(name);
        if (isLatest && name.Kept.IsEmpty)
        {
            _strategy ??= "latest";
            return LatestModel.Choose(model, query.Request);
        }

        return name.Kept switch
        {
            [var only] when only.Equals("thinking", StringComparison.OrdinalIgnoreCase) && ThinkingVariant.Find(model, query.Request) is { } thinking => thinking,
            [var only] when only.Equals("free", StringComparison.OrdinalIgnoreCase) => throw RouteRefusal.FreeEnded(slug, model),
            _ => throw RouteRefusal.Unknown(slug),
        };
    }

    // False: the name is of no router.
    private bool ResolveRouter(ModelName name)
    {
        if (!name.Base.StartsWith("openrouter/", StringComparison.OrdinalIgnoreCase) || !name.Kept.IsEmpty)
        {
            return false;
        }

        var scene = new RouterScene(catalog, query, needs, vitals, random);
        (string Strategy, ImmutableArray<ModelEntry> Models)? found = name.Base.ToLowerInvariant() switch
        {
            "openrouter/auto" => ("auto", AutoRouter.Choose(scene, "auto-router")),
            "openrouter/auto-beta" => ("auto", AutoRouter.Choose(scene, "auto-beta-router")),
            "openrouter/free" => ("free", FreeRouter.Choose(scene)),
            ParetoRouter.Slug => ("pareto", ParetoRouter.Choose(scene, isFast: name.Sort == SortMetric.Throughput)),
            _ => null,
        };
        if (found is not { } router)
        {
            return false;
        }

        RefuseOnline(name);
        _strategy = router.Strategy;
        _router = name.Base.ToLowerInvariant();
        foreach (var model in router.Models)
        {
            Add(name.On(new ModelChoice(model) { FreeOnly = router.Strategy == "free" }));
        }

        return true;
    }

    private ModelEntry? Visible(string slug) => catalog.Find(slug) is { } model && model.IsVisibleTo(query.Workspace) ? model : null;

    private static void RefuseOnline(ModelName name)
    {
        if (name.IsOnline)
        {
            throw new GatewayException(GatewayError.NotBuilt("The model variant ':online' (the web plugin)"));
        }
    }

    private static void RefuseComing(string slug)
    {
        if (slug.Contains("@preset/", StringComparison.OrdinalIgnoreCase))
        {
            throw new GatewayException(GatewayError.NotBuilt($"The preset in '{slug}'"));
        }

        if (Array.Exists(Coming, router => slug.Equals(router, StringComparison.OrdinalIgnoreCase) || slug.StartsWith(router + ":", StringComparison.OrdinalIgnoreCase)))
        {
            throw new GatewayException(GatewayError.NotBuilt($"The model router '{slug}'"));
        }
    }
}
