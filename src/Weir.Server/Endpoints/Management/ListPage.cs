using System.Globalization;
using Microsoft.AspNetCore.Http;
using Weir.Gateway.Pipeline;
using Weir.Protocol.Errors;

namespace Weir.Server.Endpoints.Management;

/// <summary>The part of a management list that a request asks for: <c>offset</c> and <c>limit</c>.</summary>
internal readonly record struct ListPage(int Offset, int Limit)
{
    private const int MostItems = 100;

    /// <exception cref="GatewayException">400.</exception>
    public static ListPage Of(HttpContext context, int fallback = 50) =>
        new(Number(context, "offset", 0, 0, int.MaxValue), Number(context, "limit", fallback, 1, MostItems));

    public T[] Take<T>(IEnumerable<T> items) => [.. items.Skip(Offset).Take(Limit)];

    private static int Number(HttpContext context, string name, int fallback, int least, int most)
    {
        var text = context.Request.Query[name].ToString();
        if (text.Length == 0)
        {
            return fallback;
        }

        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new GatewayException(GatewayError.Client(
                GatewayErrorCode.InvalidRequest,
                $"'{name}' is '{text}'; it must be a whole number {(most == int.MaxValue ? $"of {least} or more" : $"from {least} to {most}")}."));
    }
}
