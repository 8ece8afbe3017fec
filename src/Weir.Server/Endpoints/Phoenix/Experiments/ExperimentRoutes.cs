using Microsoft.AspNetCore.Routing;
using Weir.Server.Composition;
using Weir.Server.Endpoints.Phoenix.Datasets;

namespace Weir.Server.Endpoints.Phoenix.Experiments;

/// <summary>Phoenix's experiments, one line an area.</summary>
internal sealed class ExperimentRoutes(PhoenixEdge edge, Stores stores, TimeProvider time)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        var (store, finder) = (stores.Experiments, new ExperimentFinder(stores.Experiments));
        new ExperimentEndpoints(edge, new DatasetFinder(stores.Datasets, stores.Splits), finder, store, stores.Traces, stores.Projects, time).Map(routes);
        new RunEndpoints(edge, finder, store).Map(routes);
        new EvaluationEndpoints(edge, finder, store).Map(routes);
        new ExperimentTagEndpoints(edge, finder, store).Map(routes);
        new ExperimentExportEndpoints(edge, finder, new RunSource(store, stores.Traces)).Map(routes);
    }
}
