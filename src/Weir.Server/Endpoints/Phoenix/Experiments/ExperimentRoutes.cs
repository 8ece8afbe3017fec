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
        var datasets = new DatasetFinder(stores.Datasets, stores.Splits);
        new ExperimentEndpoints(edge, datasets, finder, store, stores.Traces, stores.Projects).Map(routes);
        new ExperimentWriteEndpoints(edge, datasets, finder, store, time).Map(routes);
        new RunListEndpoints(edge, finder, store).Map(routes);
        new RunWriteEndpoint(edge, finder, store).Map(routes);
        new EvaluationWriteEndpoint(edge, store).Map(routes);
        new IncompleteEvaluationsEndpoint(edge, finder, store).Map(routes);
        new ExperimentTagEndpoints(edge, finder, store).Map(routes);
        new ExperimentExportEndpoints(edge, finder, new RunSource(store, stores.Traces)).Map(routes);
    }
}
