namespace Weir.Tracing.Metrics;

/// <summary>Adds up what spans say about calls.</summary>
public interface IMetricsStore
{
    /// <summary>Numbers by time and group. A question that only spans can answer takes a quarter of a second and then says where to go on.</summary>
    ValueTask<MetricsPage> ReadAsync(MetricsQuery query, CancellationToken cancellationToken);
}
