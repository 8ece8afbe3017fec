using System.Collections.Immutable;
using Weir.Gateway.Catalog;

namespace Weir.Gateway.Routing;

/// <summary>The filters in their order: who can do it at all, who may answer, who may see the prompt, what the answer must be, what it may cost.</summary>
/// <remarks>Source: selection pipeline of the routing documentation.</remarks>
internal static class EndpointFilters
{
    public const string NoEndpoints = "no_endpoints";
    private const string Constraint = "constraint_filtered";
    private const string Privacy = "privacy_restricted";
    private const string Providers = "allowed_providers";

    /// <summary>The model takes what the request holds.</summary>
    public static EndpointFilter Input { get; } = new(
        "messages", NoEndpoints, null,
        context => !context.Needs.Media.Input.IsEmpty,
        (option, context) => context.Needs.Media.MissingInput(option.Model) is null,
        context => $"the request holds {Listed(context.Needs.Media.Input)}. GET /api/v1/models?input_modalities={string.Join(',', context.Needs.Media.Input)} lists models that take it.");

    /// <summary>The model gives what the request wants.</summary>
    public static EndpointFilter Output { get; } = new(
        "modalities", NoEndpoints, null,
        context => !context.Needs.Media.Output.IsEmpty,
        (option, context) => context.Needs.Media.MissingOutput(option.Model) is null,
        context => $"modalities asks for {Listed(context.Needs.Media.Output)}. GET /api/v1/models?output_modalities={string.Join(',', context.Needs.Media.Output)} lists models that give it.");

    public static ImmutableArray<EndpointFilter> All { get; } =
    [
        Input,
        Output,
        new(
            "provider.enabled", NoEndpoints, Providers,
            context => context.SwitchedOff.Count > 0,
            (option, context) => !context.SwitchedOff.ContainsKey(option.Endpoint.Provider.Slug),
            _ => "the operator has switched its provider off. GET /api/weir/providers shows which, and choose a model that another one serves."),
        new(
            "provider.data_region", Constraint, "data_region",
            context => context.Preferences.DataRegion is not null,
            (option, context) => DataRegion.Holds(context.Preferences.DataRegion!, option.Endpoint),
            context => $"this server lets only providers answer that compute in the data region {context.Preferences.DataRegion}. Choose a model that one of them serves."),
        new(
            "provider.only", NoEndpoints, Providers,
            context => !context.Preferences.Permitted.IsEmpty,
            (option, context) => EndpointName.AnyMeans(context.Preferences.Permitted, option.Endpoint),
            context => $"this server permits only {Listed(context.Preferences.Permitted)}. Choose a model that they serve."),
        new(
            "guardrail.models", NoEndpoints, null,
            context => context.Restrictions.LimitModels,
            (option, context) => context.Restrictions.AdmitModel(option.Model),
            _ => "your guardrails do not permit this model. GET /api/v1/models/user lists those that they do."),
        new(
            "guardrail.providers", NoEndpoints, Providers,
            context => context.Restrictions.LimitProviders,
            (option, context) => context.Restrictions.AdmitProvider(option.Endpoint),
            context => $"your guardrails permit only: {context.Restrictions.ProvidersInWords}."),
        new(
            "guardrail.enforce_zdr", Privacy, "data_policy:zdr",
            context => context.Restrictions.LimitRetention,
            (option, context) => context.Restrictions.AdmitRetention(option.Model, option.Endpoint),
            _ => "your guardrails ask for zero data retention, which nobody who is left promises. GET /api/v1/endpoints/zdr lists who does."),
        new(
            "guardrail.training", Privacy, "data_policy:training",
            context => context.Restrictions.LimitTraining,
            (option, context) => context.Restrictions.AdmitTraining(option.Endpoint),
            _ => "your guardrails do not let prompts be trained on or published, which who is left does. GET /api/v1/models/user lists models that can be used."),
        new(
            "provider.only", NoEndpoints, Providers,
            context => !context.Preferences.Only.IsEmpty,
            (option, context) => EndpointName.AnyMeans(context.Preferences.Only, option.Endpoint),
            context => $"your request's provider.only preference permits only: {Listed(context.Preferences.Only)}."),
        new(
            "provider.ignore", NoEndpoints, Providers,
            context => !context.Preferences.Ignore.IsEmpty,
            (option, context) => !EndpointName.AnyMeans(context.Preferences.Ignore, option.Endpoint),
            context => $"these are ignored, by the request or by this server: {Listed(context.Preferences.Ignore)}. Ignore fewer of them."),
        new(
            "provider.data_collection", Privacy, "data_policy:training",
            context => context.Preferences.DenyDataCollection,
            (option, _) => option.Endpoint.Provider.DataPolicy is { Training: false, RetainsPrompts: false },
            _ => "data_collection is deny, and who is left stores prompts or trains on them. Allow it, or choose a model of a provider that does neither."),
        new(
            "provider.zdr", Privacy, "data_policy:zdr",
            context => context.Preferences.ZeroRetention,
            (option, _) => option.Endpoint.Provider.DataPolicy.Zdr,
            _ => "zdr asks for zero data retention, which nobody who is left promises. GET /api/v1/endpoints/zdr lists who does."),
        new(
            "provider.enforce_distillable_text", Constraint, null,
            context => context.Preferences.Distillable,
            (option, _) => option.Model.Card.Distillable,
            _ => "answers of these models may not train others. GET /api/v1/models?distillable=true lists models whose answers may."),
        new(
            "provider.quantizations", Constraint, "quantization",
            context => !context.Preferences.Quantizations.IsEmpty,
            (option, context) => HasQuantization(option.Endpoint.Quantization ?? "unknown", context.Preferences.Quantizations),
            context => $"only {Listed(context.Preferences.Quantizations)} may answer. Name further quantizations, for example unknown."),
        new(
            "max_tokens", Constraint, "context_length",
            _ => true,
            (option, context) => Fits(option.Endpoint, context.Needs),
            context => $"the prompt has more than {context.Needs.PromptTokens} tokens and the answer may have {context.Needs.MaxTokens ?? 0}. Shorten the prompt, lower max_tokens, or choose a model with a longer context."),
        new(
            "provider.max_price", Constraint, "max_price",
            context => context.Preferences.MaxPrice is not null,
            (option, context) => context.Preferences.MaxPrice!.Covers(PriceOf(option.Endpoint, context.Needs)),
            _ => "who is left costs more. Raise the price, or choose a cheaper model."),
        new(
            "provider.require_parameters", Constraint, "require_parameters",
            context => context.Preferences.RequireParameters && context.Needs.IsChat,
            (option, context) => TakesAll(option.Endpoint, context.Parameters),
            context => $"nobody who is left takes all parameters of the request ({Listed(context.Parameters)}). Send fewer, or leave require_parameters out."),
        new(
            "service_tier", NoEndpoints, null,
            _ => true,
            IsTierAdmitted,
            _ => "who is left serves a service tier that the request does not ask for. Ask for it with service_tier, or name its tag in provider.only."),
    ];

    /// <summary>What an endpoint costs for this prompt.</summary>
    public static Ledger.Pricing.Price PriceOf(EndpointEntry endpoint, RequestNeeds needs) =>
        endpoint.Price.Overrides.IsEmpty ? endpoint.Price : endpoint.Price.For(needs.PromptTokens);

    private static bool HasQuantization(string quantization, ImmutableArray<string> wanted)
    {
        foreach (var word in wanted)
        {
            if (word.Equals(quantization, StringComparison.OrdinalIgnoreCase) || word.ToLowerInvariant() switch
            {
                "fp4" => quantization is "mxfp4" or "nvfp4",
                "fp8" => quantization is "mxfp8",
                _ => false,
            })
            {
                return true;
            }
        }

        return false;
    }

    private static bool Fits(EndpointEntry endpoint, RequestNeeds needs) =>
        !(needs.MaxTokens > endpoint.MaxCompletionTokens)
        && !needs.Exceeds(endpoint.ContextLength)
        && !(endpoint.MaxPromptTokens is { } most && needs.PromptExceeds(most));

    private static bool TakesAll(EndpointEntry endpoint, ImmutableArray<string> parameters)
    {
        foreach (var name in parameters)
        {
            if (!ChatParameters.IsTaken(endpoint, name))
            {
                return false;
            }
        }

        return true;
    }

    // Nobody is served, and billed for, a tier by accident.
    private static bool IsTierAdmitted(RouteOption option, FilterContext context)
    {
        if (option.Endpoint.ServiceTier is not { } tier)
        {
            return true;
        }

        var (preferences, asked) = (context.Preferences, context.Needs.ServiceTier);
        var isByVariant = asked != "default" && preferences.Order.IsEmpty
            && ((option.Choice.AdmitsPriority && tier == "priority") || (option.Choice.AdmitsFlex && tier == "flex"));
        return tier == asked || isByVariant || IsNamed(preferences.Only, option.Endpoint) || IsNamed(preferences.Order, option.Endpoint);
    }

    private static bool IsNamed(ImmutableArray<string> names, EndpointEntry endpoint)
    {
        foreach (var name in names)
        {
            if (EndpointName.IsTagOf(name, endpoint))
            {
                return true;
            }
        }

        return false;
    }

    private static string Listed(ImmutableArray<string> words) => string.Join(", ", words);
}
