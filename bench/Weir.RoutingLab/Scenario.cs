namespace Weir.RoutingLab;

/// <summary>What happens to the endpoints of one model while requests come in. At every moment one endpoint at least is well.</summary>
/// <param name="Name">As the report shows it.</param>
/// <param name="PerSecond">Requests.</param>
/// <param name="Length">How long they come in.</param>
/// <param name="Endpoints">Made anew for every run, because limits count.</param>
internal sealed record Scenario(string Name, double PerSecond, TimeSpan Length, Func<IReadOnlyList<LabEndpoint>> Endpoints)
{
    /// <summary>When the endpoint with index 0 is well again after its outage; null: there is no such moment.</summary>
    public TimeSpan? Recovery { get; init; }

    /// <summary>When the first thing goes wrong.</summary>
    public TimeSpan Outbreak { get; init; } = TimeSpan.FromSeconds(20);
}
