using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Gateway.Catalog;
using Weir.Ledger.Keys;
using Weir.Protocol;
using Weir.Protocol.Benchmarks;
using Weir.Protocol.Primitives;
using Weir.Server.Auth;
using Weir.Server.Endpoints.Catalogue;

namespace Weir.Server.Endpoints.Benchmarks;

/// <summary><c>GET /benchmarks</c>: the published scores that the catalogue has. This server measures none itself, so those of OpenRouter are not there.</summary>
internal sealed class BenchmarkEndpoint(CatalogState catalog, Authorization authorization, TimeProvider time)
{
    private static readonly ImmutableArray<string> Sources = ["artificial-analysis", "design-arena", "openrouter"];
    private static readonly ImmutableArray<string> Tasks = ["coding", "intelligence", "agentic", "search"];
    private static readonly ImmutableArray<string> Types = ["gpqa_diamond", "tau_bench_verified_airline", "search_browsecomp", "search_hle", "search_dsqa", "search_widesearch"];

    public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/v1/benchmarks", authorization.AnyKey(ListAsync));

    private Task ListAsync(HttpContext context, Caller caller)
    {
        var parameters = new ParameterReader(context.Request.Query);
        var query = new BenchmarkQuery
        {
            Source = parameters.Word("source", Sources),
            Task = parameters.Word("task_type", Tasks),
            Type = parameters.Word("benchmark_type", Types),
            Arena = parameters.Word("arena", ["models", "builders", "agents"]),
            Category = parameters.Text("category"),
        };
        _ = parameters.Flag("include_run_config");
        _ = parameters.Word("search_surface", ["server-tool", "plugin"]);
        var most = parameters.Whole("max_results", least: 1) ?? int.MaxValue;
        if (parameters.Problem is { } problem)
        {
            return ErrorResponse.InvalidAsync(context, problem);
        }

        BenchmarkItem[] items = [.. catalog.Current.Models.Where(model => model.IsVisibleTo(caller.WorkspaceId)).SelectMany(query.ItemsOf).Take(most)];
        var meta = new BenchmarkListMeta
        {
            AsOf = WireTime.Format(time.GetUtcNow()),
            Version = "v1",
            Source = query.Source,
            SourceUrl = query.Source switch { "artificial-analysis" => "https://artificialanalysis.ai", "design-arena" => "https://www.designarena.ai", _ => null },
            Citation = query.Source switch { "artificial-analysis" => "Source: Artificial Analysis (artificialanalysis.ai)", "design-arena" => "Source: Design Arena (designarena.ai)", _ => null },
            ModelCount = items.DistinctBy(item => item.ModelPermaslug).Count(),
            TaskType = query.Task,
        };
        return WireResponse.WriteAsync(context, new BenchmarkListResponse(items, meta), WireJson.Default.BenchmarkListResponse);
    }
}
