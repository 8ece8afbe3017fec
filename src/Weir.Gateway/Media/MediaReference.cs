namespace Weir.Gateway.Media;

/// <summary>Content that a request names by an address instead of carrying it.</summary>
/// <param name="Kind">What it should be.</param>
/// <param name="Path">Where it stands: <c>messages[0].content[1].image_url.url</c>.</param>
/// <param name="Url">An http or https address.</param>
/// <param name="Start">Of the JSON string in the body, with its quotation mark.</param>
/// <param name="Length">In bytes, with both quotation marks.</param>
internal sealed record MediaReference(MediaKind Kind, string Path, string Url, int Start, int Length);
