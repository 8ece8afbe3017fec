using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Ledger.Keys;
using Weir.Tracing.Prompts;

namespace Weir.Server.Endpoints.Phoenix.Prompts;

/// <summary>Phoenix's <c>/v1/prompts/{id or name}/versions</c>, <c>/latest</c>, <c>/tags/{name}</c> and <c>/v1/prompt_versions/{id}</c>.</summary>
internal sealed class PromptVersionEndpoints(PhoenixEdge edge, PromptFinder finder, IPromptStore store)
{
    private const int UsualPage = 100;

    public void Map(IEndpointRouteBuilder routes)
    {
        _ = routes.MapGet("/v1/prompts/{prompt_identifier}/versions", edge.AnyKey(ListAsync));
        _ = routes.MapGet("/v1/prompts/{prompt_identifier}/latest", edge.AnyKey(GetLatestAsync));
        _ = routes.MapGet("/v1/prompts/{prompt_identifier}/tags/{tag_name}", edge.AnyKey(GetTaggedAsync));
        _ = routes.MapGet("/v1/prompt_versions/{prompt_version_id}", edge.AnyKey(GetAsync));
        _ = routes.MapGet("/v1/prompt_versions/{prompt_version_id}/tags", edge.AnyKey(ListTagsAsync));
        _ = routes.MapPost("/v1/prompt_versions/{prompt_version_id}/tags", edge.AnyKey(TagAsync));
        _ = routes.MapDelete("/v1/prompt_versions/{prompt_version_id}/tags/{tag_name}", edge.AnyKey(UntagAsync));
    }

    private async Task ListAsync(HttpContext context, Caller caller)
    {
        var prompt = await finder.FindAsync(context, caller);
        var page = PageText.NewestFirst(context, NodeType.PromptVersion, UsualPage);
        await PhoenixJson.WritePageAsync(
            context, await store.ListVersionsAsync(prompt.Id, page.From, page.Limit, context.RequestAborted), NodeType.PromptVersion, PromptJson.Write);
    }

    private async Task GetLatestAsync(HttpContext context, Caller caller)
    {
        var prompt = await finder.FindAsync(context, caller);
        var page = await store.ListVersionsAsync(prompt.Id, long.MaxValue, 1, context.RequestAborted);
        await WriteAsync(context, page.Items.FirstOrDefault() ?? throw PhoenixEdge.NotFound("The prompt has been deleted."));
    }

    private async Task GetTaggedAsync(HttpContext context, Caller caller)
    {
        var prompt = await finder.FindAsync(context, caller);
        var tag = Tag(context);
        await WriteAsync(
            context, await store.FindTaggedAsync(prompt.Id, tag, context.RequestAborted)
                ?? throw PhoenixEdge.NotFound($"The prompt '{prompt.Name}' has no version with the tag '{tag}'."));
    }

    private async Task GetAsync(HttpContext context, Caller caller) => await WriteAsync(context, await finder.FindVersionAsync(context, caller));

    private async Task ListTagsAsync(HttpContext context, Caller caller)
    {
        var version = await finder.FindVersionAsync(context, caller);
        var page = PageText.NewestFirst(context, NodeType.PromptVersionTag, UsualPage);
        await PhoenixJson.WritePageAsync(
            context, await store.ListTagsAsync(version.Id, page.From, page.Limit, context.RequestAborted), NodeType.PromptVersionTag, PromptJson.Write);
    }

    private async Task TagAsync(HttpContext context, Caller caller)
    {
        var version = await finder.FindVersionAsync(context, caller);
        using var document = await PhoenixEdge.ParseAsync(context);
        var body = PhoenixBody.Of(document.RootElement);
        if (!await store.TagAsync(caller.WorkspaceId, version.Id, PhoenixIdentifier.Read(body, "name"), body.Text("description"), context.RequestAborted))
        {
            throw PhoenixEdge.NotFound("The prompt has been deleted.");
        }

        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private async Task UntagAsync(HttpContext context, Caller caller)
    {
        var version = await finder.FindVersionAsync(context, caller);
        var tag = Tag(context);
        if (!await store.UntagAsync(version.PromptId, tag, context.RequestAborted))
        {
            throw PhoenixEdge.NotFound($"The prompt has no tag '{tag}'.");
        }

        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private static string Tag(HttpContext context)
    {
        var tag = (string)context.Request.RouteValues["tag_name"]!;
        return PhoenixIdentifier.IsValid(tag) ? tag : throw PhoenixEdge.Unprocessable($"Invalid tag name: {tag}");
    }

    private static Task WriteAsync(HttpContext context, PromptVersionRow version) =>
        PhoenixJson.WriteAsync(context, writer => PromptJson.Write(writer, version));
}
