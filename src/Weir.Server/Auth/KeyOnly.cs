using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Weir.Protocol.Errors;
using Weir.Server.Endpoints;

namespace Weir.Server.Auth;

/// <summary>Marks operations that applications perform with a key, and the console never: calling models, sending spans.</summary>
internal sealed class KeyOnly
{
    private static readonly KeyOnly Mark = new();

    private static readonly GatewayError Refusal = GatewayError.Client(
        GatewayErrorCode.PermissionDenied,
        "A session of the console manages, but cannot call models or send spans. Use an inference key, and the address without /console.");

    public static void Require(IEndpointConventionBuilder endpoint) => endpoint.Add(builder => builder.Metadata.Add(Mark));

    /// <summary>Refuses marked operations to the console; stands after routing.</summary>
    public static void Use(IApplicationBuilder web) => web.Use(next => context =>
        ConsoleRequest.Of(context) is not null && context.GetEndpoint()?.Metadata.GetMetadata<KeyOnly>() is not null
            ? ErrorResponse.WriteAsync(context, Refusal)
            : next(context));
}
