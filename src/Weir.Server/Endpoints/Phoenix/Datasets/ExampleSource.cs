using System.Runtime.CompilerServices;
using Weir.Gateway.Pipeline;
using Weir.Tracing.Datasets;

namespace Weir.Server.Endpoints.Phoenix.Datasets;

/// <summary>Reads all examples that a query means, a page at a time: versions never change, so that pages fit together.</summary>
internal static class ExampleSource
{
    private const int PageSize = 500;

    /// <exception cref="GatewayException">404: the dataset is gone, or goes meanwhile.</exception>
    public static async IAsyncEnumerable<ExampleRow> ReadAsync(IDatasetStore store, ExampleQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (long? from = 0; from is { } first;)
        {
            var page = await store.ReadExamplesAsync(query with { FromId = first, Limit = PageSize }, cancellationToken)
                ?? throw PhoenixEdge.NotFound("The dataset has been deleted.");
            foreach (var example in page.Items)
            {
                yield return example;
            }

            from = page.Next;
        }
    }
}
