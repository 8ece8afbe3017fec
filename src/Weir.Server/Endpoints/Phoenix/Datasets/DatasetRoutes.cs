using Microsoft.AspNetCore.Routing;
using Weir.Server.Composition;

namespace Weir.Server.Endpoints.Phoenix.Datasets;

/// <summary>Phoenix's datasets, one line an area.</summary>
internal sealed class DatasetRoutes(PhoenixEdge edge, Stores stores, TimeProvider time)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        var finder = new DatasetFinder(stores.Datasets, stores.Splits);
        new DatasetUploadEndpoint(edge, stores.Datasets, time).Map(routes);
        new DatasetEndpoints(edge, finder, stores.Datasets).Map(routes);
        new DatasetExamplesEndpoint(edge, finder, stores.Datasets).Map(routes);
        new DatasetExportEndpoints(edge, finder, stores.Datasets).Map(routes);
        new SplitEndpoints(edge, finder, stores.Splits, time).Map(routes);
        new LabelEndpoints(edge, stores.Labels).Map(routes);
        new DatasetLabelEndpoints(edge, finder, stores.Labels).Map(routes);
    }
}
