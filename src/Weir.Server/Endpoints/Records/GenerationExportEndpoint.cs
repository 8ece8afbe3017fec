using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Gateway.Catalog;
using Weir.Ledger.Activity;
using Weir.Ledger.Keys;
using Weir.Ledger.Records;
using Weir.Ledger.Workspaces;
using Weir.Server.Endpoints.Catalogue;
using Weir.Server.Endpoints.Management;

namespace Weir.Server.Endpoints.Records;

/// <summary>Generations as a file, the oldest first: sent while it is read, page by page, however many there are.</summary>
/// <remarks>What is recorded after the request came is not in it. Who lost the connection goes on with <c>after</c>: the last <c>place</c> that arrived.</remarks>
internal sealed class GenerationExportEndpoint(IUsageStore store, WorkspaceDirectory workspaces, CatalogState catalog, ManagementEdge edge, TimeProvider time)
{
    private const int PageSize = 1_000;

    public void Map(IEndpointRouteBuilder routes) => edge.Get(routes, "/api/weir/generations/export", ExportAsync);

    private async Task ExportAsync(HttpContext context, Caller caller)
    {
        var parameters = new ParameterReader(context.Request.Query);
        var writer = new ExportWriter(isCsv: parameters.Word("format", ["csv", "jsonl"]) == "csv");
        var query = Read(parameters);

        // The first page before the first byte: what is wrong then can still be said.
        var page = await LongRead.RunAsync(store.ReadGenerationsAsync(query, context.RequestAborted));
        var response = context.Response;
        response.ContentType = writer.ContentType;
        response.Headers.ContentDisposition = $"attachment; filename={writer.FileName}";
        await response.Body.WriteAsync(writer.Head, context.RequestAborted);
        while (true)
        {
            await response.Body.WriteAsync(writer.Write(page), context.RequestAborted);
            if (page.Count < PageSize)
            {
                return;
            }

            query = query with { After = page[^1].Place };
            if (await TryReadAsync(context, query) is not { } next)
            {
                return;
            }

            page = next;
        }
    }

    // A file that is not whole must not look as if it were.
    private async Task<IReadOnlyList<(GenerationPlace Place, GenerationRow Row)>?> TryReadAsync(HttpContext context, GenerationListQuery query)
    {
        try
        {
            return await store.ReadGenerationsAsync(query, context.RequestAborted);
        }
        catch (TimeoutException)
        {
            context.Abort();
            return null;
        }
    }

    private GenerationListQuery Read(ParameterReader parameters)
    {
        var query = new GenerationListQuery
        {
            From = TimeOf(parameters, "since") ?? DateTimeOffset.UnixEpoch,
            Until = TimeOf(parameters, "until") ?? time.GetUtcNow(),
            Key = KeyOf(parameters),
            Model = parameters.Text("model") is { } model ? catalog.Current.Find(model)?.Slug ?? model : null,
            ExternalUser = parameters.Text("user"),
            WorkspaceId = WorkspaceOf(parameters),
            After = PlaceOf(parameters),
            Limit = PageSize,
        };
        return parameters.Problem is { } problem ? throw Refusal.Invalid(problem) : query;
    }

    private static DateTimeOffset? TimeOf(ParameterReader parameters, string name)
    {
        if (parameters.Text(name) is not { } text)
        {
            return null;
        }

        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment))
        {
            return moment.ToUniversalTime();
        }

        parameters.Refuse($"'{name}' is '{text}'; it can be a day or a time, for example 2027-01-31 or 2027-01-31T12:00:00Z.");
        return null;
    }

    private static KeyHash? KeyOf(ParameterReader parameters)
    {
        if (parameters.Text("api_key_hash") is not { } text)
        {
            return null;
        }

        if (KeyHash.TryParse(text, out var hash))
        {
            return hash;
        }

        parameters.Refuse($"'api_key_hash' is '{text}'; it must be 64 hex characters, as GET /api/v1/keys shows them.");
        return null;
    }

    private Guid? WorkspaceOf(ParameterReader parameters) => parameters.Text("workspace_id") is not { } text
        ? null
        : workspaces.Find(text)?.Id ?? throw Refusal.NotFound($"There is no workspace '{text}'. GET /api/v1/workspaces lists those there are.");

    private static GenerationPlace? PlaceOf(ParameterReader parameters)
    {
        if (parameters.Text("after") is not { } text)
        {
            return null;
        }

        if (GenerationPlace.TryParse(text, out var place))
        {
            return place;
        }

        parameters.Refuse($"'after' is '{text}'; it must be a 'place' of an earlier export.");
        return null;
    }
}
