using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Gateway.Pipeline;
using Weir.Ledger;
using Weir.Ledger.Activity;
using Weir.Ledger.Keys;
using Weir.Protocol;
using Weir.Protocol.Activity;
using Weir.Protocol.Errors;
using Weir.Protocol.Primitives;
using Weir.Server.Endpoints.Management;

namespace Weir.Server.Endpoints.Activity;

/// <summary>Takes and shows reports of problems with generations.</summary>
internal sealed class FeedbackEndpoints(IActivityStore store, ILedgerStore ledger, ManagementEdge edge, TimeProvider time)
{
    private const int LongestComment = 1_000;
    private const int LongestId = 200;

    private static readonly string[] Categories = ["latency", "incoherence", "incorrect_response", "formatting", "billing", "api_error", "other"];

    public void Map(IEndpointRouteBuilder routes)
    {
        _ = routes.MapPost("/api/v1/generation/feedback", edge.Guard(ReportAsync));
        _ = routes.MapGet("/api/weir/generations/{id}/feedback", edge.Guard(ListAsync));
    }

    private async Task ReportAsync(HttpContext context, Caller caller)
    {
        using var document = await ManagementEdge.ParseAsync(context);
        var body = ManagementBody.Parse(document);
        body.Allow("generation_id", "category", "comment");
        var id = new GenerationId(body.RequiredText("generation_id", LongestId));
        var category = body.RequiredText("category", LongestId);
        if (!Categories.Contains(category))
        {
            throw new GatewayException(GatewayError.Client(GatewayErrorCode.InvalidRequest, $"'category' is '{category}'; it can be {string.Join(", ", Categories)}."));
        }

        var comment = body.Text("comment", LongestComment);
        if (await ledger.FindGenerationAsync(id, workspaceId: null, context.RequestAborted) is null)
        {
            throw new GatewayException(GatewayError.Client(GatewayErrorCode.NotFound, $"There is no generation '{id.Value}'."));
        }

        var report = new FeedbackRow { GenerationId = id, Category = category, Comment = comment, Actor = caller.Key.Label, At = time.GetUtcNow() };
        await store.SaveFeedbackAsync(report, context.RequestAborted);
        await WireResponse.WriteAsync(context, new DataResponse<SuccessRecord>(new SuccessRecord()), WireJson.Default.DataResponseSuccessRecord);
    }

    private async Task ListAsync(HttpContext context, Caller caller)
    {
        var reports = await store.ReadFeedbackAsync(new GenerationId((string)context.Request.RouteValues["id"]!), context.RequestAborted);
        await WireResponse.WriteAsync(
            context,
            new DataResponse<IReadOnlyList<FeedbackRecord>>([.. reports.Select(RecordOf)]),
            WireJson.Default.DataResponseIReadOnlyListFeedbackRecord);
    }

    private static FeedbackRecord RecordOf(FeedbackRow row) => new()
    {
        GenerationId = row.GenerationId.Value,
        Category = row.Category,
        Comment = row.Comment,
        Actor = row.Actor,
        CreatedAt = WireTime.Format(row.At),
    };
}
