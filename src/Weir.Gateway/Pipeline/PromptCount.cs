using Weir.Gateway.Metering;
using Weir.Gateway.Stages;

namespace Weir.Gateway.Pipeline;

/// <summary>Counts the tokens of a request without calling a model: the first stages of an exchange, without charge and record.</summary>
public sealed class PromptCount
{
    public required AuthenticateStage Authenticate { private get; init; }
    public required ReceiveStage Receive { private get; init; }
    public required ParseStage Parse { private get; init; }
    public required GuardStage Guard { private get; init; }
    public required PrepareStage Prepare { private get; init; }
    public required RouteStage Route { private get; init; }

    /// <summary>Tokens of the messages and tools, by the tokenizer of the model that would be asked first: an estimate, and media count nothing.</summary>
    /// <exception cref="GatewayException">What the same request would be refused with before it is admitted.</exception>
    public async Task<long> RunAsync(Inbound inbound)
    {
        var routed = Route.Run(Prepare.Run(Guard.Run(Parse.Run(await Receive.RunAsync(Authenticate.Run(inbound))))));
        return PromptText.CountTokens(routed.Prepared.Parsed.Request, routed.Plan.Candidates[0].Model.Tokenizer);
    }
}
