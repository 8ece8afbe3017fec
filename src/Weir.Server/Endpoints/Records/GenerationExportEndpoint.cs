using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Ledger.Activity;
using Weir.Ledger.Keys;
using Weir.Ledger.Records;
using Weir.Server.Endpoints.Management;

namespace Weir.Server.Endpoints.Records;

/// <summary>Generations as a file, the oldest first: sent while it is read, page by page, however many there are.</summary>
/// <remarks>
/// What is recorded after the request came is not in it. Who lost the connection goes on with <c>after</c>: the last <c>place</c> that arrived.
/// </remarks>
internal sealed class GenerationExportEndpoint(IUsageStore store, ExportParameters parameters, ManagementEdge edge)
{
    public void Map(IEndpointRouteBuilder routes) => edge.Get(routes, "/api/weir/generations/export", ExportAsync);

    private async Task ExportAsync(HttpContext context, Caller caller)
    {
        var (writer, query) = parameters.Read(context.Request.Query);

        // The first page before the first byte: what is wrong then can still be said.
        var page = await LongRead.RunAsync(store.ReadGenerationsAsync(query, context.RequestAborted));
        var response = context.Response;
        response.ContentType = writer.ContentType;
        response.Headers.ContentDisposition = $"attachment; filename={writer.FileName}";
        await response.Body.WriteAsync(writer.Head, context.RequestAborted);
        while (true)
        {
            await response.Body.WriteAsync(writer.Write(page), context.RequestAborted);
            if (page.Count < query.Limit)
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
}
