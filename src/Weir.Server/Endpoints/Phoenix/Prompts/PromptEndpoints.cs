using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Ledger.Keys;
using Weir.Server.Endpoints.Traces;
using Weir.Tracing.Prompts;

namespace Weir.Server.Endpoints.Phoenix.Prompts;

/// <summary>Phoenix's <c>/v1/prompts</c>.</summary>
internal sealed class PromptEndpoints(PhoenixEdge edge, PromptFinder finder, IPromptStore store, TimeProvider time)
{
    private const int UsualPage = 100;

    public void Map(IEndpointRouteBuilder routes)
    {
        _ = routes.MapGet("/v1/prompts", edge.AnyKey(ListAsync));
        _ = routes.MapPost("/v1/prompts", edge.AnyKey(CreateAsync));
        _ = routes.MapPatch("/v1/prompts/{prompt_identifier}", edge.AnyKey(ChangeAsync));
        _ = routes.MapDelete("/v1/prompts/{prompt_identifier}", edge.ManagementKey(DeleteAsync));
    }

    private async Task ListAsync(HttpContext context, Caller caller)
    {
        var page = PageText.NewestFirst(context, NodeType.Prompt, UsualPage);
        await PhoenixJson.WritePageAsync(
            context, await store.ListAsync(caller.WorkspaceId, page.From, page.Limit, context.RequestAborted), NodeType.Prompt, PromptJson.Write);
    }

    // A name that is there gets another version; what is said about the prompt is changed by PATCH alone.
    private async Task CreateAsync(HttpContext context, Caller caller)
    {
        using var document = await PhoenixEdge.ParseAsync(context);
        var body = PhoenixBody.Of(document.RootElement);
        var prompt = body.Object("prompt") ?? throw PhoenixEdge.Unprocessable("'prompt' is missing.");
        var version = PromptBody.Read(body.Object("version") ?? throw PhoenixEdge.Unprocessable("'version' is missing."));
        var (name, source) = (PhoenixIdentifier.Read(prompt, "name"), await SourceAsync(context, caller, prompt));
        var row = new PromptRow(0, caller.WorkspaceId, name, prompt.Text("description"), source, prompt.ObjectText("metadata"));
        var now = (time.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks * TimeSpan.NanosecondsPerTick;
        var added = await store.AddVersionAsync(row, version, now, context.RequestAborted);
        await PhoenixJson.WriteAsync(context, writer => PromptJson.Write(writer, added));
    }

    private async Task ChangeAsync(HttpContext context, Caller caller)
    {
        var known = await finder.FindAsync(context, caller);
        using var document = await PhoenixEdge.ParseAsync(context);
        var body = PhoenixBody.Of(document.RootElement);
        if (body.Has("metadata") && body.Object("metadata") is null)
        {
            throw PhoenixEdge.Unprocessable("'metadata' must be a JSON object.");
        }

        var prompt = known with
        {
            Description = body.Has("description") ? body.Text("description") : known.Description,
            Metadata = body.ObjectText("metadata") ?? known.Metadata,
        };
        if (!await store.ChangeAsync(prompt, context.RequestAborted))
        {
            throw PhoenixEdge.NotFound("The prompt has been deleted.");
        }

        await PhoenixJson.WriteAsync(context, writer => PromptJson.Write(writer, prompt));
    }

    private async Task DeleteAsync(HttpContext context, Caller caller)
    {
        await store.DeleteAsync(await finder.FindAsync(context, caller), context.RequestAborted);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private async ValueTask<long?> SourceAsync(HttpContext context, Caller caller, PhoenixBody prompt)
    {
        if (prompt.Text("source_prompt_id") is not { } text)
        {
            return null;
        }

        return GlobalId.TryReadNumber(text, NodeType.Prompt) is { } id && await store.FindAsync(caller.WorkspaceId, id, context.RequestAborted) is not null
            ? id
            : throw PhoenixEdge.Unprocessable($"{prompt.PlaceOf("source_prompt_id")}: there is no prompt with the id '{text}'.");
    }
}
