using System.Collections.Immutable;
using Weir.Gateway.Catalog;
using Weir.Gateway.Dispatch;

namespace Weir.Server.Seeding;

/// <summary>Who was asked, one after the other.</summary>
/// <param name="Attempts">In order.</param>
/// <param name="Model">The last that was asked.</param>
/// <param name="Answered">Who answered; null: nobody did.</param>
/// <param name="Waited">From the first attempt until somebody began to answer, or all had failed.</param>
internal sealed record SeedTrail(ImmutableArray<Attempt> Attempts, SeedModel Model, EndpointEntry? Answered, TimeSpan Waited);
