using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Gateway.Catalog;
using Weir.Gateway.Health;
using Weir.Protocol;

namespace Weir.Server.Endpoints.Catalogue;

/// <summary><c>GET /models</c>: the list of models, filtered and in order, as JSON for two kinds of client or as a feed.</summary>
internal sealed class ModelListEndpoint(CatalogState catalog, IVitalsSource vitals, TimeProvider time)
{
    public void Map(IEndpointRouteBuilder routes) => CatalogueRoutes.Map(routes, "/models", ListAsync);

    private Task ListAsync(HttpContext context)
    {
        context.Response.Headers.Vary = AnthropicModels.Mark;
        var parameters = new ParameterReader(context.Request.Query);
        if (context.Request.Headers.ContainsKey(AnthropicModels.Mark))
        {
            return ListForAnthropicAsync(context, parameters);
        }

        var query = ModelListQuery.Read(parameters, time.GetUtcNow());
        var asFeed = parameters.Flag("use_rss") ?? false;
        var linksToChat = parameters.Flag("use_rss_chat_links") ?? false;
        if (parameters.Problem is { } problem)
        {
            return ErrorResponse.InvalidAsync(context, problem);
        }

        var rows = query.Rows(catalog.Current, vitals);
        return asFeed
            ? ModelFeed.WriteAsync(context, query.Page.Of(rows), linksToChat)
            : WireResponse.WriteAsync(context, query.Page.Answer(rows, context.Request), WireJson.Default.ModelListResponse);
    }

    private Task ListForAnthropicAsync(HttpContext context, ParameterReader parameters)
    {
        var rows = ModelRow.All(catalog.Current).Where(row => row.Model.OutputModalities.Contains("text")).ToArray();
        var list = AnthropicModels.Read(parameters, rows);
        return list is null
            ? ErrorResponse.InvalidAsync(context, parameters.Problem!)
            : WireResponse.WriteAsync(context, list, WireJson.Default.AnthropicModelList);
    }
}
