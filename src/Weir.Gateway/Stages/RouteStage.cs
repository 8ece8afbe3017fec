using System.Collections.Immutable;
using Weir.Gateway.Catalog;
using Weir.Gateway.Operations;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Routing;
using Weir.Protocol.Errors;

namespace Weir.Gateway.Stages;

/// <summary>Stage 6: which endpoints can answer, in which order.</summary>
/// <remarks>The order is the caller's models, then each model's endpoints as the operator lists them.</remarks>
public sealed class RouteStage(CatalogState catalog)
{
    private static readonly string[] DynamicVariants = [":nitro", ":floor", ":online", ":exacto", ":thinking", ":extended", ":batch"];

    /// <exception cref="GatewayException">400 for an unknown model; 501 for a routing feature that is not there.</exception>
    public Routed Run(Prepared prepared)
    {
        var snapshot = catalog.Current;
        var request = prepared.Parsed.Request;
        var slugs = request.Model is { } model ? [model, .. request.Models] : request.Models;
        if (slugs.IsEmpty)
        {
            slugs = [snapshot.DefaultModel ?? throw Invalid("'model' is missing and no default model is configured. Name one; GET /api/v1/models lists them.")];
        }

        var candidates = ImmutableArray.CreateBuilder<Candidate>();
        foreach (var slug in slugs.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            var entry = snapshot.Find(slug) ?? throw Unknown(slug, snapshot);
            RequireSuited(entry, prepared.Parsed.Authenticated.Inbound.Operation);
            candidates.AddRange(entry.Endpoints.Select(endpoint => new Candidate(entry, endpoint, "listed order")));
        }

        return new Routed(prepared, new RoutePlan(candidates.ToImmutable()));
    }

    private static void RequireSuited(ModelEntry model, IOperation operation)
    {
        if (operation.Suits(model))
        {
            return;
        }

        var right = OperationTable.Of(model) is { } other ? $"Use POST /api/v1/{other.Path} for it." : "This version has no operation for it.";
        var error = GatewayError.Client(GatewayErrorCode.InvalidRequest, $"{model.Slug} is not a model for {operation.Path}: it gives {string.Join(", ", model.OutputModalities)}. {right}");
        throw new GatewayException(error with
        {
            Availability = new Availability
            {
                Code = "wrong_endpoint", Retryable = false, RequestedModels = [model.Slug], ConstraintField = "model", ConstraintDetail = right,
            },
        });
    }

    private static GatewayException Unknown(string slug, CatalogSnapshot snapshot)
    {
        if (Array.Find(DynamicVariants, variant => slug.EndsWith(variant, StringComparison.OrdinalIgnoreCase)) is { } suffix && snapshot.Find(slug[..^suffix.Length]) is not null)
        {
            return new GatewayException(GatewayError.NotBuilt($"The model variant '{suffix}'"));
        }

        if (slug.Contains("@preset/", StringComparison.OrdinalIgnoreCase))
        {
            return new GatewayException(GatewayError.NotBuilt($"The preset in '{slug}'"));
        }

        if (slug.StartsWith("openrouter/", StringComparison.OrdinalIgnoreCase) || slug.StartsWith('~'))
        {
            return new GatewayException(GatewayError.NotBuilt($"The model router '{slug}'"));
        }

        var error = GatewayError.Client(GatewayErrorCode.InvalidRequest, $"{slug} is not a valid model ID. GET /api/v1/models lists those that are.");
        return new GatewayException(error with
        {
            Availability = new Availability { Code = "model_not_found", Retryable = false, RequestedModels = [slug] },
        });
    }

    private static GatewayException Invalid(string message) => new(GatewayError.Client(GatewayErrorCode.InvalidRequest, message));
}
