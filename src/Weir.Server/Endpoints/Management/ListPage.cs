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
        new(OffsetOf(context), Number(context, "limit", fallback, 1, MostItems));

    /// <summary>The first <paramref name="size"/> items from <c>offset</c> on, for a list whose pages have a size of their own.</summary>
    /// <exception cref="GatewayException">400.</exception>
    public static ListPage OfSize(HttpContext context, int size) => new(OffsetOf(context), size);

    public T[] Take<T>(IEnumerable<T> items) => [.. items.Skip(Offset).Take(Limit)];

    private static int OffsetOf(HttpContext context) => Number(context, "offset", 0, 0, int.MaxValue);

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
