using System.Collections.Immutable;
using Weir.Gateway.Catalog;
using Weir.Gateway.Health;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Routing.Routers;
using Weir.Protocol.Errors;

namespace Weir.Gateway.Routing;

/// <summary>Finds the models that a request names: by slug, by alias, by variant, by what is newest, or by what a router chooses.</summary>
/// <remarks>Source: model routing of the documentation.</remarks>
internal sealed class ModelChooser(CatalogSnapshot catalog, RouteQuery query, RequestNeeds needs, IVitalsSource vitals, Random random)
{
    private static readonly string[] Coming = ["openrouter/bodybuilder", "openrouter/fusion", "openrouter/fusion-flash"];

    private string? _strategy;
    private string? _router;

    /// <exception cref="GatewayException">400 for a model that is not there, 404 where a router finds none, 501 for what this version does not have.</exception>
    public ChosenModels Choose()
    {
        var slugs = Slugs();
        var choices = ImmutableArray.CreateBuilder<ModelChoice>(slugs.Length);
        foreach (var slug in slugs)
        {
            foreach (var choice in Resolve(slug))
            {
                if (!choices.Any(known => ReferenceEquals(known.Model, choice.Model)))
                {
                    choices.Add(choice);
                }
            }
        }

        return new ChosenModels(choices.ToImmutable(), _strategy ?? (choices.Count > 1 ? "fallback" : "direct"), _router, slugs);
    }

    private ImmutableArray<string> Slugs()
    {
        var request = query.Request;
        ImmutableArray<string> slugs = request.Model is { } model ? [model, .. request.Models] : request.Models;
        return slugs.IsEmpty
            ? [catalog.DefaultModel ?? throw RouteRefusal.Invalid("'model' is missing and no default model is configured. Name one; GET /api/v1/models lists them.")]
            : slugs;
    }

    private IEnumerable<ModelChoice> Resolve(string slug)
    {
        if (Visible(slug) is { } exact)
        {
            if (slug.StartsWith('~'))
            {
                _strategy ??= "latest";
            }

            return [Suited(slug.StartsWith('~') ? LatestModel.Choose(exact, query.Request) : new ModelChoice(exact))];
        }

        RefuseComing(slug);
        var name = ModelName.Parse(slug);
        return ResolveRouter(name) ?? [Suited(name.On(ResolveName(name, slug)))];
    }

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

    // Null: the name is of no router.
    private IEnumerable<ModelChoice>? ResolveRouter(ModelName name)
    {
        if (!name.Base.StartsWith("openrouter/", StringComparison.OrdinalIgnoreCase) || !name.Kept.IsEmpty)
        {
            return null;
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
            return null;
        }

        RefuseOnline(name);
        _strategy = router.Strategy;
        _router = name.Base.ToLowerInvariant();
        return router.Models.Select(model => name.On(new ModelChoice(model) { FreeOnly = router.Strategy == "free" }));
    }

    private ModelEntry? Visible(string slug) => catalog.Find(slug) is { } model && model.IsVisibleTo(query.Workspace) ? model : null;

    private ModelChoice Suited(ModelChoice choice) => query.Operation.Suits(choice.Model) ? choice : throw RouteRefusal.WrongOperation(choice.Model, query.Operation);

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
