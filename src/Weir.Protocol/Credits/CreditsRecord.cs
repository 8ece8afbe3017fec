using Weir.Protocol.Primitives;

namespace Weir.Protocol.Credits;

/// <summary>The account, as <c>GET /credits</c> shows it; the balance is the difference.</summary>
public sealed record CreditsRecord
{
    /// <summary>US dollars granted.</summary>
    public required Usd TotalCredits { get; init; }

    /// <summary>US dollars used and not given back.</summary>
    public required Usd TotalUsage { get; init; }
}
