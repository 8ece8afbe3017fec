using Weir.Ledger.Pricing;

namespace Weir.Gateway.Routing;

/// <summary>The most that a caller pays; null: no bound.</summary>
/// <param name="Prompt">Dollars a million prompt tokens.</param>
/// <param name="Completion">Dollars a million completion tokens.</param>
/// <param name="Image">Dollars an image in the prompt.</param>
/// <param name="Audio">Dollars a unit of audio in the prompt.</param>
/// <param name="Request">Dollars a request.</param>
public sealed record PriceCeiling(decimal? Prompt, decimal? Completion, decimal? Image, decimal? Audio, decimal? Request)
{
    private const decimal Million = 1_000_000m;

    public bool Covers(Price price) =>
        !(Prompt is { } prompt && price.Prompt * Million > prompt)
        && !(Completion is { } completion && price.Completion * Million > completion)
        && !(price.Image > Image)
        && !(price.Audio > Audio)
        && !(price.Request > Request);
}
