using Weir.Gateway.Pipeline;

namespace Weir.Server.Endpoints.Phoenix.Datasets;

/// <summary>Reads colours as they are shown: <c>#00cc88</c>.</summary>
internal static class HexColor
{
    private const int Length = 7;

    /// <exception cref="GatewayException">422: it is not one, or missing.</exception>
    public static string Read(PhoenixBody body, string name)
    {
        var text = body.RequiredText(name);
        return text.Length == Length && text[0] == '#' && text.Skip(1).All(char.IsAsciiHexDigitLower)
            ? text
            : throw PhoenixEdge.Unprocessable($"{body.PlaceOf(name)} '{text}' is not a lowercase hex color code, such as #00cc88.");
    }
}
