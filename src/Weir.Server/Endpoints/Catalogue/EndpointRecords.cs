using Weir.Gateway.Catalog;
using Weir.Protocol.Models;

namespace Weir.Server.Endpoints.Catalogue;

/// <summary>Shows the endpoints of models as wire records.</summary>
internal static class EndpointRecords
{
    public static ModelEndpointsRecord Of(ModelEntry model, ShownHealth health) => new()
    {
        Id = model.Slug,
        Name = model.Name,
        Created = model.Created.ToUnixTimeSeconds(),
        Description = model.Card.Description,
        Architecture = ModelRecords.Architecture(model),
        Endpoints = [.. model.Endpoints.Select(endpoint => Of(model, endpoint, health))],
    };

    public static EndpointRecord Of(ModelEntry model, EndpointEntry endpoint, ShownHealth health) => health.Complete(Of(model, endpoint), model, endpoint);

    private static EndpointRecord Of(ModelEntry model, EndpointEntry endpoint)
    {
        var parameters = EndpointParameters.Of(model, endpoint);
        return new EndpointRecord
        {
            Name = $"{endpoint.Provider.Name} | {model.CanonicalSlug}",
            ModelId = model.CanonicalSlug,
            ModelName = model.Name,
            ContextLength = endpoint.ContextLength,
            Pricing = PricingRecords.Of(endpoint.Price),
            ProviderName = endpoint.Provider.Name,
            Tag = endpoint.Tag,
            Quantization = endpoint.Quantization,
            MaxCompletionTokens = endpoint.MaxCompletionTokens,
            MaxPromptTokens = endpoint.MaxPromptTokens,
            SupportedParameters = parameters,
            SupportsToolChoice = ToolChoice(parameters),
            SupportsImplicitCaching = endpoint.SupportsImplicitCaching,
            SupportsVoiceCloning = endpoint.SupportsVoiceCloning,
        };
    }

    // A dialect that says it at all says every value, or leaves the endpoint to the next candidate.
    private static ToolChoiceSupport ToolChoice(IReadOnlyList<string> parameters)
    {
        var isTaken = parameters.Contains("tool_choice");
        return new ToolChoiceSupport { None = isTaken, Auto = isTaken, Required = isTaken, Function = isTaken };
    }
}
