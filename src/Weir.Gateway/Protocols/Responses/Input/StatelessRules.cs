using Weir.Gateway.Chat;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Protocols.Json;

namespace Weir.Gateway.Protocols.Responses.Input;

/// <summary>Refuses, by name, what would need responses to be kept.</summary>
internal static class StatelessRules
{
    /// <exception cref="GatewayException">400, or 501 for stored prompts.</exception>
    public static void Require(ModelRequest request)
    {
        if (request.Has("store") && !request.Value("store").Span.SequenceEqual("false"u8))
        {
            throw RequestFault.Invalid("'store' must be false: responses are not kept. Leave it out, and send the whole history in 'input'.");
        }

        RequireAbsent(request, "previous_response_id");
        RequireAbsent(request, "conversation");
        if (request.Has("prompt"))
        {
            throw RequestFault.NotBuilt("'prompt' (stored prompt templates)");
        }
    }

    private static void RequireAbsent(ModelRequest request, string name)
    {
        if (request.Has(name))
        {
            throw RequestFault.Invalid($"'{name}' cannot be resolved: responses are not kept. Leave it out, and send the whole history in 'input'.");
        }
    }
}
