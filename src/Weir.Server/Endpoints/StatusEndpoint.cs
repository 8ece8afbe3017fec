using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Gateway.Catalog;
using Weir.Ledger.Keys;
using Weir.Protocol;
using Weir.Protocol.Console;
using Weir.Protocol.Primitives;
using Weir.Server.Auth;
using Weir.Server.Composition;
using Weir.Tracing.Query;

namespace Weir.Server.Endpoints;

/// <summary><c>GET /api/weir/status</c>: what this server is and has, for anybody with a key.</summary>
internal sealed class StatusEndpoint(Authorization authorization, CatalogState catalog, ReloadState reload, ITraceStore traces, OtlpGrpcBinding otlpGrpc)
{
    private static readonly string Version = typeof(StatusEndpoint).Assembly.GetName().Version!.ToString(3);

    public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/weir/status", authorization.AnyKey(ShowAsync));

    private async Task ShowAsync(HttpContext context, Caller caller)
    {
        var models = catalog.Current;
        var status = new ServerStatus
        {
            Version = Version,
            Models = models.Models.Length,
            Simulated = SimulatorModels.AreAll(models),
            SampleModel = SampleOf(models),
            HasSpans = await traces.HasSpansAsync(caller.WorkspaceId, context.RequestAborted),
            OtlpGrpc = otlpGrpc.Address,
            Config = caller.Key.Kind == KeyKind.Management ? ConfigOf(reload.Current) : null,
        };
        await WireResponse.WriteAsync(context, new DataResponse<ServerStatus>(status), WireJson.Default.DataResponseServerStatus);
    }

    private static ConfigStatus ConfigOf(ReloadReport report) => new() { ReadAt = WireTime.Format(report.ReadAt), Errors = report.Errors, AfterRestart = report.AfterRestart };

    private static string? SampleOf(CatalogSnapshot models) =>
        models.DefaultModel
        ?? (SimulatorModels.AreAll(models) ? models.Find(SimulatorModels.Sample)?.Slug : null)
        ?? models.Models.FirstOrDefault(model => model.IsPublic && model.OutputModalities.Contains("text"))?.Slug;
}
