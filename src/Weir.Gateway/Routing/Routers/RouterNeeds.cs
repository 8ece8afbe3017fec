using Weir.Gateway.Operations.Chat;

namespace Weir.Gateway.Routing.Routers;

/// <summary>What a request asks of models and endpoints, in the form in which a <see cref="RouterIndex"/> knows them.</summary>
internal readonly struct RouterNeeds
{
    private readonly uint _traits;
    private readonly RouterParameters _parameters;
    private readonly long _answerTokens;
    private readonly long _promptTokens;

    // Of an answer without a bound: no bound of an endpoint is below it.
    private readonly long _boundOfAnswer;

    public RouterNeeds(RouteQuery query, RequestNeeds needs, int leastContext)
    {
        _traits = TraitsOf(query, needs);
        _parameters = (needs.HasTools ? RouterParameters.Tools : RouterParameters.None)
            | (needs.Format is not { } format ? RouterParameters.None : format == "json_schema" ? RouterParameters.Schemas : RouterParameters.Formats);
        _boundOfAnswer = needs.MaxTokens ?? long.MinValue;
        _answerTokens = needs.MaxTokens ?? 0;

        // A prompt that fits everywhere even if each eight bytes were a token is not read to count them.
        var fitsEverywhere = _answerTokens >= 0 && leastContext - _answerTokens >= needs.MostPromptTokens;
        _promptTokens = fitsEverywhere ? needs.MostPromptTokens : Math.Min(needs.MostPromptTokens, needs.PromptTokens);
    }

    public bool AreTraitsOf(in RouterModel model) => (model.Traits & _traits) == _traits;

    public bool AreMetBy(in RouterAbility endpoint) =>
        (endpoint.Takes & _parameters) == _parameters
        && endpoint.ContextLength - _answerTokens >= _promptTokens
        && _boundOfAnswer <= endpoint.MaxCompletionTokens;

    public bool AreMetByAny(ReadOnlySpan<RouterAbility> endpoints)
    {
        foreach (ref readonly var endpoint in endpoints)
        {
            if (AreMetBy(endpoint))
            {
                return true;
            }
        }

        return false;
    }

    // Who is not said to take pictures is not chosen for one.
    private static uint TraitsOf(RouteQuery query, RequestNeeds needs)
    {
        var traits = RouterModel.Output("text") | (query.Operation is ChatOperation ? RouterModel.IsForChat : 0);
        foreach (var modality in needs.Media.Input)
        {
            traits |= RouterModel.Input(modality);
        }

        foreach (var modality in needs.Media.Output)
        {
            traits |= RouterModel.Output(modality);
        }

        return traits;
    }
}
