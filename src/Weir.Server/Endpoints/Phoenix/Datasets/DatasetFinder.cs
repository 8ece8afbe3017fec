using Microsoft.AspNetCore.Http;
using Weir.Gateway.Pipeline;
using Weir.Ledger.Keys;
using Weir.Protocol.Errors;
using Weir.Server.Endpoints.Traces;
using Weir.Tracing.Datasets;

namespace Weir.Server.Endpoints.Phoenix.Datasets;

/// <summary>Finds the dataset, version and splits that a request names.</summary>
internal sealed class DatasetFinder(IDatasetStore datasets, ISplitStore splits)
{
    /// <summary>The dataset of an address that takes ids only.</summary>
    /// <exception cref="GatewayException">422: not the id of a dataset. 404: the workspace has none such.</exception>
    public async ValueTask<DatasetRow> FindAsync(HttpContext context, Caller caller, string parameter = "id")
    {
        var text = (string)context.Request.RouteValues[parameter]!;
        var id = GlobalId.TryReadNumber(text, NodeType.Dataset) ?? throw PhoenixEdge.Unprocessable($"Invalid dataset ID: {text}");
        return await datasets.FindAsync(caller.WorkspaceId, id, context.RequestAborted) ?? throw PhoenixEdge.NotFound($"Dataset with ID {text} not found");
    }

    /// <summary>The dataset of an address that takes ids and names.</summary>
    /// <exception cref="GatewayException">404: the workspace has none such.</exception>
    public async ValueTask<DatasetRow> FindNamedAsync(HttpContext context, Caller caller)
    {
        var text = (string)context.Request.RouteValues["dataset_identifier"]!;
        var byId = GlobalId.TryReadNumber(text, NodeType.Dataset) is { } id ? await datasets.FindAsync(caller.WorkspaceId, id, context.RequestAborted) : null;
        return byId
            ?? await datasets.FindAsync(caller.WorkspaceId, text, context.RequestAborted)
            ?? throw PhoenixEdge.NotFound($"There is no dataset with the id or name '{text}'.");
    }

    /// <summary>A version of a dataset, the newest when none is named.</summary>
    /// <exception cref="GatewayException">422: not the id of a version. 404: the dataset has none such.</exception>
    public async ValueTask<DatasetVersionRow> FindVersionAsync(DatasetRow dataset, string? named, CancellationToken cancellationToken)
    {
        long? id = null;
        if (named is { Length: > 0 })
        {
            id = GlobalId.TryReadNumber(named, NodeType.DatasetVersion) ?? throw PhoenixEdge.Unprocessable($"Invalid dataset version ID: {named}");
        }

        return await datasets.FindVersionAsync(dataset.Id, id, cancellationToken)
            ?? throw PhoenixEdge.NotFound($"No dataset version with id {named} can be found.");
    }

    /// <summary>The dataset of an address that gives a version as a file, and which version.</summary>
    /// <exception cref="GatewayException">422: of these operations the contract knows no 404, so what is not there is an id that is not valid.</exception>
    public async Task<(DatasetRow Dataset, ExampleQuery Query)> FindForFileAsync(HttpContext context, Caller caller)
    {
        try
        {
            var dataset = await FindAsync(context, caller);
            var version = await FindVersionAsync(dataset, context.Request.Query["version_id"], context.RequestAborted);
            return (dataset, new ExampleQuery { WorkspaceId = caller.WorkspaceId, DatasetId = dataset.Id, VersionId = version.Id, Limit = 1 });
        }
        catch (GatewayException missing) when (missing.Error.Code == GatewayErrorCode.NotFound)
        {
            throw PhoenixEdge.Unprocessable(missing.Error.Message);
        }
    }

    /// <summary>The split of an address.</summary>
    /// <exception cref="GatewayException">422: not the id of a split. 404: the workspace has none such.</exception>
    public async ValueTask<SplitRow> FindSplitAsync(HttpContext context, Caller caller)
    {
        var text = (string)context.Request.RouteValues["split_id"]!;
        var id = GlobalId.TryReadNumber(text, NodeType.DatasetSplit) ?? throw PhoenixEdge.Unprocessable($"Invalid dataset split ID: {text}");
        return await splits.FindAsync(caller.WorkspaceId, id, context.RequestAborted) ?? throw PhoenixEdge.NotFound($"Dataset split with ID {text} not found");
    }

    /// <summary>The splits of some ids and names; null when none is named.</summary>
    /// <exception cref="GatewayException">404: the workspace lacks one.</exception>
    public async ValueTask<IReadOnlyList<SplitRow>?> FindSplitsAsync(Guid workspaceId, IEnumerable<string> named, CancellationToken cancellationToken)
    {
        List<SplitRow>? found = null;
        foreach (var text in named)
        {
            var byId = GlobalId.TryReadNumber(text, NodeType.DatasetSplit) is { } id ? await splits.FindAsync(workspaceId, id, cancellationToken) : null;
            var split = byId
                ?? await splits.FindAsync(workspaceId, text.Trim(), cancellationToken)
                ?? throw PhoenixEdge.NotFound($"Dataset splits not found: {text}");
            (found ??= []).Add(split);
        }

        return found;
    }
}
