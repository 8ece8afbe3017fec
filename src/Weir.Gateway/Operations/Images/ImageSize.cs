using System.Collections.Frozen;
using System.Globalization;
using Weir.Gateway.Chat;
using Weir.Gateway.Pipeline;

namespace Weir.Gateway.Operations.Images;

/// <summary>How large an image is to be, and in which proportions: said in pixels, or as a tier and an aspect ratio.</summary>
/// <param name="Width">Pixels; null when the caller named none.</param>
/// <param name="Height">Pixels; null when the caller named none.</param>
/// <param name="Tier"><c>512</c>, <c>1K</c>, <c>2K</c> or <c>4K</c>; null when the caller leaves it to the provider.</param>
/// <param name="AspectRatio">Such as <c>16:9</c>; null when the caller leaves it to the provider.</param>
public sealed record ImageSize(int? Width, int? Height, string? Tier, string? AspectRatio)
{
    private const int LargestSide = 16_384;
    private const int SideUnit = 16;

    private static readonly FrozenDictionary<string, int> Tiers =
        new Dictionary<string, int> { ["512"] = 512, ["1K"] = 1024, ["2K"] = 2048, ["4K"] = 4096 }.ToFrozenDictionary();

    private static readonly string[] Ratios =
    [
        "1:1", "1:2", "1:4", "1:8", "2:1", "2:3", "3:2", "3:4", "4:1", "4:3", "4:5", "5:4", "8:1", "9:16", "16:9", "9:19.5", "19.5:9", "9:20", "20:9", "9:21", "21:9", "auto",
    ];

    /// <summary>Width divided by height; 1 when nothing is said.</summary>
    public double Ratio => Width is { } width && Height is { } height ? (double)width / height : AspectRatio is { } ratio ? Quotient(ratio) : 1;

    /// <summary>Reads what a request says of size.</summary>
    /// <exception cref="GatewayException">400 for a size there is not, and for two that contradict each other.</exception>
    public static ImageSize Of(ModelRequest request)
    {
        var ratio = RequestCheck.OneOf(request, "aspect_ratio", [.. Ratios]);
        var tier = RequestCheck.OneOf(request, "resolution", [.. Tiers.Keys.Order(StringComparer.Ordinal)]);
        var asked = new ImageSize(null, null, tier, ratio == "auto" ? null : ratio);
        return RequestCheck.Text(request, "size") switch
        {
            null or "auto" => asked,
            { } text when Tiers.ContainsKey(text) => tier is null || tier == text
                ? asked with { Tier = text }
                : throw RequestCheck.Invalid($"'size' is \"{text}\" and 'resolution' is \"{tier}\". Send one of them."),
            { } text => asked.InPixels(text),
        };
    }

    /// <summary>Width and height in pixels, computed where the caller did not say them.</summary>
    public (int Width, int Height) Pixels()
    {
        if (Width is { } width && Height is { } height)
        {
            return (width, height);
        }

        // The area of the tier's square, in the ratio's proportions.
        var side = Tiers.GetValueOrDefault(Tier ?? "1K");
        var root = Math.Sqrt(Ratio);
        return (Round(side * root), Round(side / root));
    }

    private ImageSize InPixels(string text)
    {
        var parts = text.Split('x');
        if (parts.Length != 2 || !TryParse(parts[0], out var width) || !TryParse(parts[1], out var height))
        {
            throw RequestCheck.Invalid($"'size' is \"{text}\"; it must be one of 512, 1K, 2K, 4K, or pixels such as \"1024x1024\".");
        }

        if (Tier is not null)
        {
            throw RequestCheck.Invalid($"'size' is {text} in pixels and 'resolution' is \"{Tier}\". Send one of them.");
        }

        const double tolerance = 0.02;
        if (AspectRatio is { } ratio && Math.Abs(((double)width / height / Quotient(ratio)) - 1) > tolerance)
        {
            throw RequestCheck.Invalid($"'size' is {text} and 'aspect_ratio' is \"{ratio}\": they do not fit together. Send one of them.");
        }

        return this with { Width = width, Height = height };
    }

    private static bool TryParse(string text, out int side) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out side) && side is >= 1 and <= LargestSide;

    private static double Quotient(string ratio)
    {
        var colon = ratio.IndexOf(':', StringComparison.Ordinal);
        return double.Parse(ratio.AsSpan(0, colon), CultureInfo.InvariantCulture) / double.Parse(ratio.AsSpan(colon + 1), CultureInfo.InvariantCulture);
    }

    private static int Round(double side) => (int)Math.Round(side / SideUnit) * SideUnit;
}
