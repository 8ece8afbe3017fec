using System.Collections.Immutable;
using Weir.Gateway.Catalog;
using Weir.Gateway.Operations;
using Weir.Gateway.Pipeline;
using Weir.Protocol.Errors;

namespace Weir.Gateway.Routing;

/// <summary>Why a request has no plan, and what would give it one.</summary>
/// <remarks>Source: the availability object of the error envelope.</remarks>
internal static class RouteRefusal
{
    public static GatewayException Invalid(string message) => new(GatewayError.Client(GatewayErrorCode.InvalidRequest, message));

    public static GatewayException Unknown(string slug) => Of(
        GatewayErrorCode.InvalidRequest,
        $"{slug} is not a valid model ID. GET /api/v1/models lists those that are.",
        new Availability { Code = "model_not_found", Retryable = false, RequestedModels = [slug] });

    public static GatewayException WrongOperation(ModelEntry model, IOperation operation)
    {
        var right = OperationTable.Of(model) is { } other ? $"Use POST /api/v1/{other.Path} for it." : "This version has no operation for it.";
        return Of(
            GatewayErrorCode.InvalidRequest,
            $"{model.Slug} is not a model for {operation.Path}: it gives {string.Join(", ", model.OutputModalities)}. {right}",
            new Availability
            {
                Code = "wrong_endpoint", Retryable = false, RequestedModels = [model.Slug], ConstraintField = "model", ConstraintDetail = right,
            });
    }

    /// <summary>The free variant of a model that only costs money here.</summary>
    public static GatewayException FreeEnded(string slug, ModelEntry paid) => Of(
        GatewayErrorCode.NotFound,
        $"{slug} has no free endpoint here. {paid.Slug} is served at a price, and openrouter/free chooses a model that is free.",
        new Availability { Code = "free_variant_ended", Retryable = false, RequestedModels = [slug], FallbackModels = [paid.Slug] });

    /// <summary>A router whose conditions no model meets.</summary>
    public static GatewayException NoModel(string message, ImmutableArray<string> requested) => Of(
        GatewayErrorCode.NotFound,
        message,
        new Availability { Code = EndpointFilters.NoEndpoints, Retryable = false, RequestedModels = requested });

    /// <summary>Every endpoint was filtered out.</summary>
    /// <param name="chosen">The models.</param>
    /// <param name="context">What they were compared with.</param>
    /// <param name="removed">The filters that removed somebody; the last one removed the last ones.</param>
    public static GatewayException NobodyLeft(ChosenModels chosen, FilterContext context, ImmutableArray<EndpointFilter> removed)
    {
        if (removed.IsEmpty)
        {
            return NoModel("None of the models has an endpoint that is free just now.", chosen.Requested);
        }

        var last = removed[^1];
        var detail = last.Detail(context);
        var message = last.ExcludedBy == "allowed_providers"
            ? $"No allowed providers are available for the selected model. {Serving(chosen)}, but {detail}"
            : Modality(last, chosen, context) is { } modality
                ? $"No endpoints found that support {modality}: {detail}"
                : $"No endpoint of {ModelsOf(chosen)} can answer this request under {last.Field}: {detail}{Earlier(removed)}";
        return Of(GatewayErrorCode.NotFound, message, new Availability
        {
            Code = last.Code,
            Retryable = false,
            RequestedModels = chosen.Requested,
            ExcludedBy = [.. removed.Select(filter => filter.ExcludedBy).OfType<string>().Distinct(StringComparer.Ordinal)],
            ConstraintField = last.Field,
            ConstraintDetail = detail,
        });
    }

    /// <summary>The request names who is to be tried and forbids everybody else, and nobody of those may answer.</summary>
    public static GatewayException NobodyListed(ChosenModels chosen, RoutePreferences preferences)
    {
        var detail = $"allow_fallbacks is false and provider.order names only: {string.Join(", ", preferences.Order)}. Name one that serves the model, or allow fallbacks.";
        return Of(GatewayErrorCode.NotFound, $"No allowed providers are available for the selected model. {Serving(chosen)}, but {detail}", new Availability
        {
            Code = EndpointFilters.NoEndpoints,
            Retryable = false,
            RequestedModels = chosen.Requested,
            ExcludedBy = ["allowed_providers"],
            ConstraintField = "provider.order",
            ConstraintDetail = detail,
        });
    }

    // "image input", of the first model that lacks one; null where the filter is another.
    private static string? Modality(EndpointFilter filter, ChosenModels chosen, FilterContext context)
    {
        var media = context.Needs.Media;
        return filter == EndpointFilters.Input ? $"{FirstOf(media.MissingInput)} input"
            : filter == EndpointFilters.Output ? $"{FirstOf(media.MissingOutput)} output"
            : null;

        string? FirstOf(Func<ModelEntry, string?> missing) => chosen.Models.Select(choice => missing(choice.Model)).OfType<string>().FirstOrDefault();
    }

    private static string Serving(ChosenModels chosen)
    {
        var providers = chosen.Models.SelectMany(choice => choice.Model.Endpoints).Select(endpoint => endpoint.Tag).Distinct(StringComparer.Ordinal);
        return $"Providers serving {ModelsOf(chosen)}: {string.Join(", ", providers)}";
    }

    private static string Earlier(ImmutableArray<EndpointFilter> removed) =>
        removed.Length == 1 ? "" : $" Before it, {string.Join(", ", removed[..^1].Select(filter => filter.Field).Distinct(StringComparer.Ordinal))} left others out.";

    private static string ModelsOf(ChosenModels chosen) => string.Join(", ", chosen.Models.Select(choice => choice.Model.Slug));

    private static GatewayException Of(GatewayErrorCode code, string message, Availability availability) =>
        new(GatewayError.Client(code, message) with { Availability = availability });
}
