using Weir.Gateway.Pipeline;

namespace Weir.Server.Endpoints.Phoenix;

/// <summary>Names that stand in addresses: <c>^[a-z0-9]([_a-z0-9-]*[a-z0-9])?$</c>.</summary>
internal static class PhoenixIdentifier
{
    private const int Longest = 1000;

    public static bool IsValid(string text) =>
        text.Length is > 0 and <= Longest && IsOuter(text[0]) && IsOuter(text[^1]) && text.All(letter => IsOuter(letter) || letter is '_' or '-');

    /// <exception cref="GatewayException">422: it is not one, or missing.</exception>
    public static string Read(PhoenixBody body, string name)
    {
        var text = body.RequiredText(name);
        return IsValid(text)
            ? text
            : throw PhoenixEdge.Unprocessable($"{body.PlaceOf(name)} '{text}' must have lowercase letters, digits, '-' and '_' only, and begin and end with a letter or digit.");
    }

    private static bool IsOuter(char letter) => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter);
}
