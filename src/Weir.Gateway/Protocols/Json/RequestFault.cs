using System.Text.Json;
using Weir.Gateway.Pipeline;
using Weir.Protocol.Errors;

namespace Weir.Gateway.Protocols.Json;

/// <summary>Refusals of a request, each naming the place that is wrong.</summary>
internal static class RequestFault
{
    /// <summary>400.</summary>
    public static GatewayException Invalid(string message) => new(GatewayError.Client(GatewayErrorCode.InvalidRequest, message));

    /// <summary>400 for a value of the wrong kind.</summary>
    public static GatewayException WrongKind(string place, JsonElement? value, string wanted) =>
        Invalid($"'{place}' is {value?.KindName() ?? "missing"}; it must be {wanted}.");

    /// <summary>501 for what the API offers and this version does not have.</summary>
    public static GatewayException NotBuilt(string feature) => new(GatewayError.NotBuilt(feature));

    /// <summary>A string that must be there.</summary>
    /// <exception cref="GatewayException">400: it is not.</exception>
    public static JsonElement RequireString(this JsonElement owner, ReadOnlySpan<byte> name, string place) =>
        owner.FindString(name) ?? throw WrongKind(place, owner.Find(name), "a string");
}
