using Weir.Storage.Sqlite.Database;
using Weir.Storage.Sqlite.Traces.Rollups;
using Weir.Tracing.Metrics;

namespace Weir.Storage.Sqlite.Traces;

/// <summary>Numbers about calls out of <c>traces.db</c>.</summary>
public sealed class SqliteMetricsStore : IMetricsStore
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);

    private readonly ReadPool _reads;

    public SqliteMetricsStore(SqliteTraceStore traces) => _reads = traces.Reads;

    /// <inheritdoc/>
    public ValueTask<MetricsPage> ReadAsync(MetricsQuery query, CancellationToken cancellationToken) =>
        _reads.ReadAsync(connection => MetricsReader.Read(query, connection, Patience), cancellationToken);
}
