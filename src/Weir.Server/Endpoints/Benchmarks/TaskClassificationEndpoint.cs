using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Ledger.Keys;
using Weir.Protocol;
using Weir.Protocol.Benchmarks;
using Weir.Server.Auth;
using Weir.Server.Endpoints.Catalogue;

namespace Weir.Server.Endpoints.Benchmarks;

/// <summary><c>GET /classifications/task</c>: empty, since nothing here says what a request was for; shares of unclassified traffic are left out by its rules.</summary>
internal sealed class TaskClassificationEndpoint(Authorization authorization, TimeProvider time)
{
    private const int WindowDays = 7;

    public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/v1/classifications/task", authorization.AnyKey(ShowAsync));

    private Task ShowAsync(HttpContext context, Caller caller)
    {
        var parameters = new ParameterReader(context.Request.Query);
        _ = parameters.Word("window", ["7d"]);
        if (parameters.Problem is { } problem)
        {
            return ErrorResponse.InvalidAsync(context, problem);
        }

        var record = new TaskClassificationRecord
        {
            AsOf = UtcWindows.Day(time.GetUtcNow()).AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            WindowDays = WindowDays,
            Classifications = [],
            MacroCategories = [],
        };
        return WireResponse.WriteAsync(context, new DataResponse<TaskClassificationRecord>(record), WireJson.Default.DataResponseTaskClassificationRecord);
    }
}
